import { readdirSync, readFileSync, statSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { languages } from "../../src/i18n/languages.ts";

/** Prints what the page weighs as a browser receives it (brotli), and fails above the limits. */

interface File {
  readonly path: string;
  readonly kib: number;
}

const limitsKib = { app: 450, data: 150 } as const;
const dist = new URL("../../dist/", import.meta.url);
const page = readFileSync(new URL("index.html", dist), "utf8");
const files: readonly File[] = readdirSync(dist, { recursive: true, encoding: "utf8" })
  .filter((path) => statSync(new URL(path, dist)).isFile())
  .map((path) => ({ path, kib: brotliCompressSync(readFileSync(new URL(path, dist))).length / 1024 }))
  .sort((a, b) => b.kib - a.kib);

const code = files.filter(({ path }) => /\.(?:js|css)$/.test(path));
const messagesOf = (tag: string) => code.find(({ path }) => path.startsWith(`assets/first-${tag}-`));
const messages = languages.map(({ tag }) => messagesOf(tag)).filter((file) => file !== undefined);
const largest = messages.reduce((a, b) => (b.kib > a.kib ? b : a));
const names = files.filter(({ path }) => path.startsWith("data/names/"));
const first = code.filter(
  (file) => page.includes(file.path) || file.path.includes("worker") || file === largest,
);
const app = report("script, style and worker of the first view, with the largest language", first);
report(
  "script loaded when it is asked for",
  code.filter((file) => !first.includes(file)),
);
const data = report(
  "data of the first view, with the names of the largest language",
  files.filter((file) => /^data\/(?:manifest|network|basemap)\.json$/.test(file.path) || file === names[0]),
);
report(
  "fonts, of which a language needs one or two",
  files.filter(({ path }) => path.endsWith(".woff2")),
);
check("script, style and worker", app, limitsKib.app);
check("data of the first view", data, limitsKib.data);

function report(name: string, group: readonly File[]): number {
  const sum = group.reduce((total, { kib }) => total + kib, 0);
  console.log(`\n${name}: ${sum.toFixed(1)} KiB brotli`);
  for (const { path, kib } of group) console.log(`  ${kib.toFixed(1).padStart(7)}  ${path}`);
  return sum;
}

function check(name: string, kib: number, limitKib: number): void {
  if (kib <= limitKib) return;
  console.error(
    `${name}: ${kib.toFixed(1)} KiB is above ${limitKib} KiB; load something later or leave it out`,
  );
  process.exitCode = 1;
}
