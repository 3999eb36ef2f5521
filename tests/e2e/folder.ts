import { createReadStream, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".geojson": "application/geo+json",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

/**
 * A folder as a plain static host serves it.
 * @param prefix path below which it is served
 * @param headers what the host sends with every file
 * @param added text to be sent after a file, by the file's path
 */
export function folderServer(
  root: string,
  prefix: string,
  headers: Readonly<Record<string, string>> = {},
  added: Readonly<Record<string, string>> = {},
): Server {
  return createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = join(root, normalize(path.replace(prefix, "/")).replace(/\/$/, "/index.html"));
    if (!path.startsWith(prefix) || !file.startsWith(root) || !isFile(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      "content-type": types[extname(file)] ?? "application/octet-stream",
      ...headers,
    });
    const addition = added[file.slice(root.length)] ?? "";
    createReadStream(file)
      .on("end", () => response.end(addition))
      .pipe(response, { end: false });
  });
}

/** Starts a server on a free port of this machine and gives its address. */
export function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    });
  });
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
