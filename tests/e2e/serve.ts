import { createReadStream, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the built page, below a folder as on any static host. */
    page: string;
    /** Address of an empty host on another port, for pages that frame ours. */
    host: string;
  }
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".geojson": "application/geo+json",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
};
const dist = fileURLToPath(new URL("../../dist/", import.meta.url));
const folder = "/any/path/";

/** Builds the page and serves it as a plain static host would, below a folder. */
export default async function setup(project: TestProject) {
  // The test runner says "test", with which React's slow development build would be tested instead.
  process.env["NODE_ENV"] = "production";
  await build({ logLevel: "warn" });
  const pages = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = join(dist, normalize(path.replace(folder, "/")).replace(/\/$/, "/index.html"));
    if (!path.startsWith(folder) || !file.startsWith(dist) || !isFile(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  const hosts = createServer((request, response) => {
    const source = new URL(request.url ?? "/", "http://localhost").searchParams.get("src") ?? "";
    const frame =
      source &&
      `<iframe src="${source.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}" width="800" height="450" title="map"></iframe>`;
    response
      .writeHead(200, { "content-type": "text/html; charset=utf-8" })
      .end(`<!doctype html><title>host</title><input id="own" autofocus>${frame}`);
  });
  project.provide("page", `${await listen(pages)}${folder}`);
  project.provide("host", `${await listen(hosts)}/`);
  return () => {
    pages.close();
    hosts.close();
  };
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    });
  });
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
