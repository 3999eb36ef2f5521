import type { Server } from "node:http";
import { inflateSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { hosts, iframe } from "../../src/export/snippets.ts";
import { lightTheme } from "../../src/map/theme.ts";
import { openBrowser, visitPage } from "./browser.ts";
import { installMakers, marpDeck, removeDecks, revealDeck, slidevDeck } from "./decks.ts";
import { folderServer, listen } from "./folder.ts";

openBrowser();

/** A frame as the share panel gives it. Small: several maps are drawn by software at once. */
const frame = (search: string, width = 640, height = 360) => ({
  address: `${inject("page")}?embed=1&lang=en&${search}`,
  title: "Middle Corridor",
  width,
  height,
});
const story = "story=when-aktau-closes";

/** Decks of another origin than the map, each as its maker exports it. */
const decks = {
  reveal: () =>
    revealDeck(`<section><h2>One</h2></section>
${hosts.revealjs.snippet(frame(story)).replace(" data-preload", "").replace("<section", '<section id="lazy"')}
${hosts.revealjs.snippet(frame("from=aktau&to=poti", 480, 270)).replace("<section", '<section id="ahead"')}
<section data-background-iframe="${frame("from=aktau&to=baku").address.replaceAll("&", "&amp;")}" data-background-interactive></section>
${hosts.revealjs.snippet(frame("from=pavlodar&to=yokohama", 480, 270)).replace("<section", '<section id="far"')}`),
  marp: () => marpDeck(`# One\n\n---\n\n${iframe(frame(story))}\n`),
  slidev: () =>
    slidevDeck(
      `---\nrouterMode: hash\nfonts: { provider: none }\n---\n\n# One\n\n${hosts.slidev.snippet(frame(story))}\n`,
    ),
};
type Maker = keyof typeof decks;

const servers: Server[] = [];
const addresses = new Map<Maker, string>();

beforeAll(async () => {
  await installMakers();
  for (const maker of Object.keys(decks) as Maker[]) {
    const server = folderServer(await decks[maker](), "/");
    servers.push(server);
    addresses.set(maker, await listen(server));
  }
}, 400_000);
afterAll(async () => {
  for (const server of servers) server.close();
  await removeDecks();
});

/** Opens a deck at its first slide. */
const openDeck = (maker: Maker, search = "") => visitPage(`${addresses.get(maker)}/${search}`);

const slideTo = (page: Page, index: number) =>
  page.evaluate((wanted) => {
    (globalThis as unknown as { deck: { slide(index: number): void } }).deck.slide(wanted);
  }, index);

describe("in a reveal.js deck", () => {
  test("a map is loaded with its slide, one ahead of it, one behind it; the deck keeps the focus", async () => {
    const opened = await openDeck("reveal");
    const { page } = opened;
    await page.locator("html[data-deck=ready]").waitFor({ timeout: 30_000 });
    expect(await page.locator("#lazy iframe").getAttribute("src")).toBeNull();
    await page.keyboard.press("ArrowRight");
    const lazy = page.frameLocator("#lazy iframe");
    await lazy.locator('.story[data-step="0"]').waitFor({ timeout: 40_000 });
    expect(await page.locator("#ahead iframe").getAttribute("src")).not.toBeNull();
    await page.keyboard.press("ArrowRight");
    await page
      .frameLocator("#ahead iframe")
      .locator("[data-route-status=found]")
      .waitFor({ timeout: 40_000 });
    await page.keyboard.press("ArrowRight");
    await page
      .frameLocator(".slide-background.present iframe")
      .locator("[data-route-status=found]")
      .waitFor({ timeout: 40_000 });
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe("IFRAME");
    await opened.close();
  });

  test("after a click into the frame the clicker steps the presentation in it", async () => {
    const opened = await openDeck("reveal");
    const { page } = opened;
    await page.locator("html[data-deck=ready]").waitFor({ timeout: 30_000 });
    await slideTo(page, 1);
    const frame = page.frameLocator("#lazy iframe");
    await frame.locator('.story[data-step="0"] h2').click({ timeout: 40_000 });
    await page.keyboard.press("PageDown");
    await frame.locator('.story[data-step="1"]').waitFor();
    expect(await page.locator("#lazy").evaluate((slide) => slide.classList.contains("present"))).toBe(true);
    await opened.close();
  });
});

describe("printing a reveal.js deck", () => {
  test("every slide with a map prints its route, though nobody has seen the slide", async () => {
    const opened = await openDeck("reveal", "?view=print");
    const { page } = opened;
    const slides = page.locator(".pdf-page iframe");
    await slides.first().waitFor({ timeout: 40_000 });
    for (const id of ["#ahead", "#far"]) {
      const sketch = page.frameLocator(`${id} iframe`).locator(".map-sketch path[data-mode=rail]").last();
      await expect
        .poll(() => sketch.getAttribute("d", { timeout: 30_000 }), { timeout: 40_000 })
        .toContain("M");
    }
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    expect(drawingsWithLines(pdf, lightTheme.route)).toBeGreaterThanOrEqual(2);
    await opened.close();
  });
});

/** In how many drawings of a PDF a line of straight pieces is stroked in a colour `#rrggbb`. */
function drawingsWithLines(pdf: Buffer, color: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  const paint = parts.map((part) => part.toFixed(4).replace(/^0/, "\\")).join(" ");
  const stroke = new RegExp(`${paint} RG ${paint} rg\\n/G\\d+ gs\\n(?:[-\\d.]+ [-\\d.]+ [ml]\\n){5,}S`);
  const packed = /\/FlateDecode\s*\/Length (\d+)>> stream\r?\n/g;
  return [...pdf.toString("latin1").matchAll(packed)].filter((match) => {
    const start = match.index + match[0].length;
    return stroke.test(inflateSync(pdf.subarray(start, start + Number(match[1]))).toString("latin1"));
  }).length;
}

describe("in a Marp deck", () => {
  test("the map works inside the scaled slide", async () => {
    const opened = await openDeck("marp");
    const { page } = opened;
    const frame = page.frameLocator("iframe");
    await page.keyboard.press("ArrowRight");
    await frame.locator('.story[data-step="0"]').waitFor({ timeout: 40_000 });
    // Playwright does not reckon with the scale of an SVG slide; a mouse does.
    const next = await frame
      .getByRole("button", { name: "Next step" })
      .evaluate((button) => button.getBoundingClientRect().toJSON() as DOMRect);
    const spot = await page.locator("iframe").evaluate((element) => {
      element.scrollIntoView({ block: "center" });
      const { x, y, width } = element.getBoundingClientRect();
      return { x, y, scale: width / 640 };
    });
    expect(spot.scale).not.toBe(1);
    await page.mouse.click(
      spot.x + (next.x + next.width / 2) * spot.scale,
      spot.y + (next.y + next.height / 2) * spot.scale,
    );
    await frame.locator('.story[data-step="1"]').waitFor();
    await opened.close();
  });
});

describe("in a Slidev deck", () => {
  test("the map fills its slide and is loaded ahead of it; the clicker steps the story, then the deck", async () => {
    const opened = await openDeck("slidev");
    const { page } = opened;
    const slide = page.locator(".slidev-layout-iframe");
    await slide.waitFor({ state: "attached", timeout: 40_000 });
    await page.keyboard.press("ArrowRight");
    const map = page.frameLocator(".slidev-layout-iframe");
    await map.locator('.story[data-step="0"]').waitFor({ timeout: 40_000 });
    await map.locator("html[data-state=ready]").waitFor({ state: "attached", timeout: 40_000 });
    const box = await slide.boundingBox();
    expect(box?.width).toBeGreaterThan(900);
    await map.locator(".story h2").click();
    await page.keyboard.press("PageDown");
    await map.locator('.story[data-step="1"]').waitFor();
    expect(page.url()).toContain("#/2");
    await opened.close();
  });
});
