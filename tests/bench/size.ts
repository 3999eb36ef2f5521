import { readdirSync, readFileSync, statSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";

/** Prints what the page weighs as a browser receives it (brotli), and fails above the limits. */

const limits = { app: 450, data: 150 } as const;
const dist = new URL("../../dist/", import.meta.url);
const firstData = /^data\/(?:manifest|network|basemap)\.json$/;

const files = readdirSync(dist, { recursive: true, encoding: "utf8" })
  .filter((path) => statSync(new URL(path, dist)).isFile())
  .map((path) => ({ path, kib: brotliCompressSync(readFileSync(new URL(path, dist))).length / 1024 }))
  .sort((a, b) => b.kib - a.kib);

const app = report(
  "script, style and worker",
  files.filter(({ path }) => /\.(?:js|css)$/.test(path)),
);
const data = report(
  "data of the first view",
  files.filter(({ path }) => firstData.test(path)),
);
report(
  "fonts (only those a language needs)",
  files.filter(({ path }) => path.endsWith(".woff2")),
);

for (const [name, size, limit] of [
  ["script, style and worker", app, limits.app],
  ["data of the first view", data, limits.data],
] as const) {
  if (size > limit) {
    console.error(
      `${name}: ${size.toFixed(1)} KiB is above ${limit} KiB; load something later or leave it out`,
    );
    process.exitCode = 1;
  }
}

function report(name: string, group: readonly { path: string; kib: number }[]): number {
  const sum = group.reduce((total, { kib }) => total + kib, 0);
  console.log(`\n${name}: ${sum.toFixed(1)} KiB brotli`);
  for (const { path, kib } of group) console.log(`  ${kib.toFixed(1).padStart(7)}  ${path}`);
  return sum;
}
