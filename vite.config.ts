import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vitest/config";
import { hostScripts } from "./src/build/hostScripts.ts";
import { offlineUse } from "./src/build/offline.ts";
import { playgroundPage } from "./src/build/playgroundPage.ts";
import { siteCards } from "./src/build/siteCards.ts";
import { areaOf } from "./src/i18n/later.ts";

/**
 * What a page of ours may load, for hosts that send no headers: what `_headers` says. It does not say who may frame it:
 * anyone may, and `frame-ancestors *` would shut out decks in a sandbox and decks opened from a file.
 */
const contentSecurityPolicy = /Content-Security-Policy: (.*)/.exec(
  readFileSync(new URL("public/_headers", import.meta.url), "utf8"),
)?.[1];

/** Where a run of the tests also writes its counts, for scripts. */
const results = process.env["TEST_RESULTS"];

export default defineConfig({
  base: "./",
  css: { postcss: { plugins: [withoutUnusedControls()] } },
  plugins: [
    react(),
    compiledMessages(),
    securityPolicy(),
    siteCards(process.env["SITE_URL"]),
    hostScripts(),
    playgroundPage(),
    offlineUse(),
  ],
  build: {
    target: "es2022",
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1600,
    assetsInlineLimit: 0,
    rollupOptions: {
      input: ["index.html", "src/playground/playground.html"],
      output: {
        // One file for all that the first view needs: many small ones compress worse.
        codeSplitting: { groups: [{ name: (id, context) => (isInFirstView(id, context) ? "page" : null) }] },
        // Some servers give .mjs a type that browsers refuse for a worker.
        assetFileNames: ({ names }) =>
          names.some((name) => name.endsWith(".mjs"))
            ? "assets/[name]-[hash].js"
            : "assets/[name]-[hash][extname]",
      },
    },
  },
  test: {
    reporters: results ? ["default", ["json", { outputFile: results }]] : ["default"],
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
          environment: "node",
          // Tests of the command line start a process each.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.spec.ts"],
          globalSetup: ["tests/e2e/serve.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});

interface ModuleGraph {
  getModuleInfo(id: string): { readonly importers: readonly string[] } | null;
}

/** True for everything that the page's entry imports at once, however indirectly; not for the entry, which runs the page. */
function isInFirstView(id: string, graph: ModuleGraph, asked = new Set<string>()): boolean {
  if (id.endsWith("/src/app/main.tsx")) return asked.size > 0;
  if (asked.has(id)) return false;
  asked.add(id);
  return (graph.getModuleInfo(id)?.importers ?? []).some((importer) => isInFirstView(importer, graph, asked));
}

/**
 * Compiles the ICU messages when the page is built, so that no parser is shipped, nor the words of the command line;
 * those that the first view does without are a file of their own.
 */
export function compiledMessages(): Plugin {
  const prefix = "\0messages/";
  const fileOf = (tag = "") => fileURLToPath(new URL(`src/i18n/messages/${tag}.json`, import.meta.url));
  return {
    name: "compiled-messages",
    enforce: "pre",
    resolveId(source, importer) {
      const [, language, later] = /\/messages\/([a-z]+)\.json(\?later)?$/.exec(source) ?? [];
      const area = later ? "later" : "first";
      return language && importer?.includes("/src/i18n/") ? `${prefix}${area}-${language}` : null;
    },
    async load(id) {
      if (!id.startsWith(prefix)) return null;
      const [area, language] = id.slice(prefix.length).split("-");
      for (const tag of ["en", language]) this.addWatchFile(fileOf(tag));
      const read = async (tag = "") =>
        JSON.parse(await readFile(fileOf(tag), "utf8")) as Record<string, string>;
      // English stands in for what a language lacks.
      const messages = { ...(await read("en")), ...(await read(language)) };
      const shown = Object.entries(messages).filter(([key]) => areaOf(key) === area);
      const compiled = shown.map(([key, text]) => [key, compileMessage(text)]);
      return `export default ${JSON.stringify(Object.fromEntries(compiled))}`;
    },
  };
}

/** Leaves out the styles of MapLibre's controls that this page does not use, with the icons they carry. */
export function withoutUnusedControls() {
  const unused =
    /maplibregl-(?:ctrl-(?:geolocate|fullscreen|shrink|terrain|globe|logo)|user-location|popup|marker)/;
  return {
    postcssPlugin: "without-unused-controls",
    Rule(rule: { selectors: string[]; remove(): void }) {
      const used = rule.selectors.filter((selector) => !unused.test(selector));
      if (used.length === 0) rule.remove();
      else if (used.length < rule.selectors.length) rule.selectors = used;
    },
  };
}

function securityPolicy(): Plugin {
  return {
    name: "security-policy",
    apply: "build",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: {
          "http-equiv": "Content-Security-Policy",
          content: contentSecurityPolicy ?? "default-src 'none'",
        },
        injectTo: "head-prepend",
      },
    ],
  };
}
