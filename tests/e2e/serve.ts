import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import type { TestProject } from "vitest/node";
import { folderServer, listen } from "./folder.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the built page, below a folder as on any static host. */
    page: string;
    /** The same page from a static host that sends no headers of its own. */
    bare: string;
    /** Address of an empty host on another port, for pages that frame ours. */
    host: string;
    /** Folder of the built page, with the page as one file in it. */
    dist: string;
  }
}

const dist = fileURLToPath(new URL("../../dist/", import.meta.url));
const single = fileURLToPath(new URL("../../vite.single.config.ts", import.meta.url));
const folder = "/any/path/";

/** Builds the page and serves it as a plain static host would, below a folder. */
export default async function setup(project: TestProject) {
  // The test runner says "test", with which React's slow development build would be tested instead.
  process.env["NODE_ENV"] = "production";
  await build({ logLevel: "warn" });
  await build({ logLevel: "warn", configFile: single, build: { outDir: dist } });
  const pages = folderServer(dist, folder, shippedHeaders());
  const bare = folderServer(dist, folder, {});
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
  project.provide("dist", dist);
  return () => {
    pages.close();
    bare.close();
    hosts.close();
  };
}

/** The headers that the build tells static hosts to send with every file. */
function shippedHeaders(): Record<string, string> {
  const text = readFileSync(join(dist, "_headers"), "utf8");
  const [forAll = ""] = text.replace("/*\n", "").split("\n\n");
  return Object.fromEntries(
    [...forAll.matchAll(/^ +([A-Za-z-]+): (.*)$/gm)].map(([, name = "", value = ""]) => [name, value]),
  );
}
