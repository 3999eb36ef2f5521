import { createReadStream, readFileSync, statSync } from "node:fs";
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
    /** The same page from a static host that sends no headers of its own. */
    bare: string;
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
  const pages = serve(shippedHeaders());
  const bare = serve({});
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
  project.provide("bare", `${await listen(bare)}${folder}`);
  project.provide("host", `${await listen(hosts)}/`);
  return () => {
    pages.close();
    bare.close();
    hosts.close();
  };
}

function serve(headers: Readonly<Record<string, string>>): Server {
  return createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = join(dist, normalize(path.replace(folder, "/")).replace(/\/$/, "/index.html"));
    if (!path.startsWith(folder) || !file.startsWith(dist) || !isFile(file)) {
      response.writeHead(404).end();
      return;
    }
    const type = types[extname(file)] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type, ...headers });
    createReadStream(file).pipe(response);
  });
}

/** The headers that the build tells static hosts to send with every file. */
function shippedHeaders(): Record<string, string> {
  const text = readFileSync(join(dist, "_headers"), "utf8");
  const [forAll = ""] = text.replace("/*\n", "").split("\n\n");
  return Object.fromEntries(
    [...forAll.matchAll(/^ +([A-Za-z-]+): (.*)$/gm)].map(([, name = "", value = ""]) => [name, value]),
  );
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
