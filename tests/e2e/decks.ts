import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Folder with a package of its own: the makers of slides are heavy, and only these journeys want them. */
const makers = fileURLToPath(new URL("../decks/", import.meta.url));
const npm = process.platform === "win32" ? "npm.cmd" : "npm";

/** Installs the makers of slides where they are not yet, as their lock file says. */
export async function installMakers(): Promise<void> {
  if (existsSync(join(makers, "node_modules/.package-lock.json"))) return;
  try {
    await run(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: makers });
  } catch (error) {
    throw new Error(
      `The makers of slides could not be installed: run "npm ci" in tests/decks (${String(error).split("\n")[0]})`,
    );
  }
}

/** A reveal.js deck as its users write it. The page says when the deck stands, and `deck` is at hand in it. */
export function revealDeck(slides: string): Promise<string> {
  return made(slides, async (folder) => {
    await cp(join(makers, "node_modules/reveal.js/dist"), join(folder, "out/dist"), { recursive: true });
    await writeFile(
      join(folder, "out/index.html"),
      `<!doctype html><meta charset="utf-8"><title>deck</title>
<link rel="stylesheet" href="dist/reveal.css"><link rel="stylesheet" href="dist/theme/white.css">
<div class="reveal"><div class="slides">${slides}</div></div>
<script src="dist/reveal.js"></script>
<script>window.deck = new Reveal({ viewDistance: 2, transition: "none", backgroundTransition: "none" });
deck.initialize().then(() => { document.documentElement.dataset.deck = "ready"; });</script>`,
    );
  });
}

/** A deck as Marp exports it: one page. */
export function marpDeck(markdown: string): Promise<string> {
  return made(markdown, async (folder) => {
    await run(process.execPath, [
      join(makers, "node_modules/@marp-team/marp-cli/marp-cli.js"),
      "--no-stdin",
      "--html",
      join(folder, "slides.md"),
      "--output",
      join(folder, "out/index.html"),
    ]);
  });
}

/** A deck as Slidev builds it: a folder to be served. */
export function slidevDeck(markdown: string): Promise<string> {
  return made(markdown, async (folder) => {
    // The fonts of Slidev's formulas have a style sheet that Vite's own minifier refuses.
    await writeFile(join(folder, "vite.config.js"), "export default { build: { cssMinify: false } };\n");
    await run(
      process.execPath,
      [join(makers, "node_modules/@slidev/cli/bin/slidev.mjs"), "build", "slides.md", "--out", "out"],
      { cwd: folder, env: { ...process.env, NODE_ENV: "production" } },
    );
  });
}

/** Writes the slides beside the makers, so that they find their themes, and gives the folder of the finished deck. */
async function made(slides: string, make: (folder: string) => Promise<void>): Promise<string> {
  await mkdir(join(makers, "made"), { recursive: true });
  const folder = await mkdtemp(join(makers, "made/deck-"));
  await writeFile(join(folder, "slides.md"), slides);
  await make(folder);
  return join(folder, "out/");
}

/** Takes every deck away that was made. */
export function removeDecks(): Promise<void> {
  return rm(join(makers, "made"), { recursive: true, force: true });
}
