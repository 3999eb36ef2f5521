import { readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, normalize } from "node:path";
import { Marp } from "@marp-team/marp-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openBrowser, visitPage } from "./browser.ts";

openBrowser();

const types: Readonly<Record<string, string>> = { ".css": "text/css", ".mjs": "text/javascript" };
const reveal = new URL("../../node_modules/reveal.js/dist/", import.meta.url);

/** Small frames: several maps are drawn by software at once. */
const map = (search: string) => `${inject("page")}?embed=1&lang=en&${search}`.replaceAll("&", "&amp;");

/** Decks of another origin than the map, by the path they are asked by. */
const decks: Record<string, () => string> = {
  "/reveal": () => `<!doctype html><meta charset="utf-8"><title>deck</title>
<link rel="stylesheet" href="/dist/reveal.css">
<div class="reveal"><div class="slides">
<section><h2>One</h2></section>
<section id="lazy"><iframe data-src="${map("story=when-aktau-closes")}" width="640" height="360"></iframe></section>
<section id="ahead"><iframe data-preload data-src="${map("from=aktau&to=poti")}" width="480" height="270"></iframe></section>
<section id="behind" data-background-iframe="${map("from=aktau&to=baku")}" data-background-interactive></section>
</div></div>
<script type="module">import Reveal from "/dist/reveal.mjs";
const deck = new Reveal({ viewDistance: 2, transition: "none", backgroundTransition: "none" });
await deck.initialize(); document.documentElement.dataset.deck = "ready"; window.deck = deck;</script>`,
  "/marp": () => {
    const marp = new Marp({ html: true });
    const { html, css } = marp.render(
      `# One\n\n---\n\n<iframe src="${map("story=when-aktau-closes")}" width="640" height="360"></iframe>`,
    );
    return `<!doctype html><meta charset="utf-8"><title>deck</title><style>${css}</style>${html}`;
  },
};

let server: Server;
let origin = "";

beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const deck = decks[pathname];
    if (deck) {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(deck());
      return;
    }
    const file = new URL(normalize(pathname.replace("/dist/", "")), reveal);
    if (!pathname.startsWith("/dist/") || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    response
      .writeHead(200, { "content-type": types[extname(pathname)] ?? "application/octet-stream" })
      .end(readFileSync(file));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
});

const slideTo = (page: Page, index: number) =>
  page.evaluate((wanted) => {
    (globalThis as unknown as { deck: { slide(index: number): void } }).deck.slide(wanted);
  }, index);

describe("in a reveal.js deck", () => {
  test("a map is loaded with its slide, one ahead of it, one behind it; the deck keeps the focus", async () => {
    const opened = await visitPage(`${origin}/reveal`);
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
    const opened = await visitPage(`${origin}/reveal`);
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

describe("in a Marp deck", () => {
  test("the map works inside the scaled slide", async () => {
    const opened = await visitPage(`${origin}/marp`);
    const { page } = opened;
    const frame = page.frameLocator("iframe");
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
