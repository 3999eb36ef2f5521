import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";

/** Name of the page as one file. */
const fileName = "middle-corridor.html";
/** What a mail server or an old stick still takes. */
const largestBytes = 6_000_000;
const served = fileURLToPath(new URL("../../public/", import.meta.url));

/**
 * Turns the page with script and style inside into one file that needs nothing else: every data file and story packed
 * beside them, an empty place for a reader's own story, and a policy that lets only this very script run.
 * Comes after the plugin that puts script and style into the page.
 */
export function singleFile(): Plugin {
  return {
    name: "single-file",
    apply: "build",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const page = bundle["index.html"];
        if (page?.type !== "asset") this.error("index.html is missing from the build");
        const source = completePage(String(page.source), packedFiles(), {
          "./icon.svg": pictureAddress("icon.svg"),
          "./data/poster.svg": pictureAddress("data/poster.svg"),
        });
        const bytes = Buffer.byteLength(source);
        if (bytes > largestBytes) {
          this.error(`${fileName} has ${bytes} bytes, above ${largestBytes}; leave something out`);
        }
        delete bundle["index.html"];
        const left = Object.keys(bundle);
        if (left.length > 0) this.error(`${fileName} lacks ${left.join(", ")}`);
        this.emitFile({ type: "asset", fileName, source });
        this.info(`${fileName}: ${(bytes / 1e6).toFixed(2)} MB`);
      },
    },
  };
}

/**
 * @param html the page with its script and style inside
 * @param files packed files by their path beside the page
 * @param pictures the page's pictures as `data:` addresses, by the address in the page
 */
export function completePage(
  html: string,
  files: Readonly<Record<string, string>>,
  pictures: Readonly<Record<string, string>>,
): string {
  const blocks = Object.entries(files).map(
    ([path, packed]) => `<script type="application/gzip" data-file="${path}">${packed}</script>`,
  );
  const story = '<script type="application/json" id="own-story"></script>';
  // Replacements are functions, as a "$" in the text of a script has no meaning of its own.
  const inside = Object.entries(pictures).reduce(
    (text, [address, data]) => text.replaceAll(`"${address}"`, () => `"${data}"`),
    html,
  );
  return inside
    .replace(/ The data can be read at <a[\s\S]*?<\/a>\./, () => "")
    .replace(/<meta charset="[^"]*"\s*\/?>/, (charset) => `${charset}\n    ${policy(inside)}`)
    .replace(/<\/body>(?![\s\S]*<\/body>)/, () => `${[...blocks, story].join("\n")}\n  </body>`);
}

/** Allows the scripts and styles that stand in the page, by their hashes, and nothing from any network. */
function policy(html: string): string {
  const script = /<script\b[^>]*>([\s\S]*?)<\/script>/g;
  const style = /<style\b[^>]*>([\s\S]*?)<\/style>/g;
  const hashes = (text: string, element: RegExp) =>
    [...text.matchAll(element)].map(([, content = ""]) => sourceHash(content)).join(" ");
  const content = [
    "default-src 'none'",
    `script-src ${hashes(html, script)}`,
    // A script may speak of style elements too.
    `style-src ${hashes(html.replace(script, ""), style)}`,
    "img-src data: blob:",
    "font-src data:",
    "connect-src data: blob:",
    "worker-src data: blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<meta http-equiv="Content-Security-Policy" content="${content}" />`;
}

function sourceHash(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** Every data file and story that the page can ask for, gzipped, as base64. */
function packedFiles(): Record<string, string> {
  const paths = readdirSync(served, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /\.(?:geo)?json$/.test(path))
    .sort();
  return Object.fromEntries(
    paths.map((path) => {
      const json = JSON.stringify(JSON.parse(readFileSync(`${served}${path}`, "utf8")));
      return [path, gzipSync(json, { level: 9 }).toString("base64")];
    }),
  );
}

function pictureAddress(path: string): string {
  return `data:image/svg+xml;base64,${readFileSync(`${served}${path}`).toString("base64")}`;
}
