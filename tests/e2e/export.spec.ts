import { readFile } from "node:fs/promises";
import { inflateSync } from "node:zlib";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { expectNoTrouble, openBrowser, ready, sizes, type Visit, visit } from "./browser.ts";

openBrowser();

const question = "?from=pavlodar-alumina&to=poti&avoid=RU,IR,CN";
/** Large pictures are drawn without a graphics card here. */
const patience = 240_000;

describe("pictures", () => {
  test.each([
    ["PNG 1920 × 1080", 1920, 1080],
    ["PNG 3840 × 2160", 3840, 2160],
  ])(
    "%s: of its size, with a map, a title band and a legend",
    async (button, width, height) => {
      const opened = await openDownloads(question);
      const file = await take(opened.page, button);
      const bytes = await readFile(file.path);
      expect(file.name).toBe(`middle-corridor-${width}x${height}.png`);
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([width, height]);
      const coloursIn = await sample(opened.page, bytes);
      expect(coloursIn(0.15, 0.85)).toBeGreaterThan(30);
      expect(coloursIn(0.01, 0.09)).toBeGreaterThan(3);
      expect(coloursIn(0.89, 0.95)).toBeGreaterThan(8);
      expectNoTrouble(opened);
      await opened.close();
    },
    patience,
  );

  test(
    "SVG in Arabic: texts as text from the right, the map inside as a picture",
    async () => {
      const opened = await openDownloads(`${question}&lang=ar`);
      const { page } = opened;
      const file = await take(page, "SVG 1920 × 1080");
      const svg = await readFile(file.path, "utf8");
      const read = await page.evaluate(async (text) => {
        const root = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
        const image = root.querySelector("image")?.getAttribute("href") ?? "";
        const picture = new Image();
        picture.src = image;
        await picture.decode();
        return {
          root: root.localName,
          size: [root.getAttribute("width"), root.getAttribute("height")],
          direction: root.getAttribute("direction"),
          texts: [...root.querySelectorAll("text")].map((node) => node.textContent ?? ""),
          map: [picture.naturalWidth, picture.naturalHeight],
        };
      }, svg);
      expect(read.root).toBe("svg");
      expect(read.size).toEqual(["1920", "1080"]);
      expect(read.direction).toBe("rtl");
      expect(read.texts[0]).toMatch(/بافلودار.* ← ميناء بوتي$/);
      expect(read.texts.join("\n")).toContain("Natural Earth");
      expect(read.map[0]).toBe(1920);
      expect(read.map[1]).toBeGreaterThan(700);
      expectNoTrouble(opened);
      await opened.close();
    },
    patience,
  );
});

describe("the route as a file", () => {
  test("four formats, each read back by the browser", async () => {
    const opened = await openDownloads(question);
    const { page } = opened;
    const text = async (button: string) => readFile((await take(page, button)).path, "utf8");
    const legs = await page.locator("[data-leg-id]").count();
    const rides = await page.locator(".itinerary > .ride").count();
    const transfers = await page.locator(".itinerary > .transfer").count();
    expect(JSON.parse(await text("GeoJSON")).features).toHaveLength(legs);
    expect((await text("CSV")).trim().split("\n")).toHaveLength(1 + legs + transfers);
    const gpx = await text("GPX");
    expect(await countIn(page, gpx, ["trk", "wpt", "parsererror"])).toEqual([rides, transfers + 2, 0]);
    const kml = await text("KML");
    expect(await countIn(page, kml, ["LineString", "Point", "parsererror"])).toEqual([
      rides,
      transfers + 2,
      0,
    ]);
    expectNoTrouble(opened);
    await opened.close();
  });

  test("without a route only pictures are offered, and the way to the layers' files", async () => {
    const opened = await openDownloads("");
    await opened.page.getByText("Ask for a route first").waitFor();
    expect(await opened.page.getByRole("button", { name: "GPX", exact: true }).count()).toBe(0);
    expect(await opened.page.getByRole("button", { name: /^PNG/ }).count()).toBe(3);
    await opened.page.getByRole("link", { name: /^Open the tables/ }).click();
    await opened.page.locator("[data-page-id=tables]").getByRole("button", { name: "KML" }).waitFor();
    await opened.close();
  });
});

test("paper: map, totals, every leg with its sources, and nothing to press", async () => {
  const opened = await visit(question);
  const { page } = opened;
  await page.waitForSelector("[data-proof=ok]");
  // Looked at while it is printed, after the page has laid it.
  await page.evaluate(() => {
    addEventListener("beforeprint", () => {
      const canvas = document.querySelector<HTMLCanvasElement>(".map-paper");
      const { width = 0, height = 0 } = canvas ?? {};
      const data = canvas?.getContext("2d")?.getImageData(0, 0, width, height).data ?? [];
      const colours = new Set(Array.from(data).filter((_, index) => index % 397 === 0)).size;
      document.documentElement.dataset["paper"] = `${colours}`;
    });
  });
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  expect(largestImage(pdf)).toBeGreaterThan(200_000);
  const paper = Number(await page.locator("html").getAttribute("data-paper"));
  expect(paper).toBeGreaterThan(20);
  await page.emulateMedia({ media: "print" });
  const text = await page.locator("body").innerText();
  for (const words of [
    "Pavlodar aluminium",
    "Cost per FEU",
    "Port of Baku",
    "Aktau port → ",
    "0 km in Russia",
  ]) {
    expect(text).toContain(words);
  }
  for (const words of ["Find a route", "Explore further", "Share"]) expect(text).not.toContain(words);
  for (const leg of await page.locator("[data-leg-id]").all()) expect(await leg.isVisible()).toBe(true);
  expect(await page.locator(".answer .sources").first().isVisible()).toBe(true);
  expect(await page.locator("select:visible, input:visible").count()).toBe(0);
  await opened.close();
});

test(
  "paper by its own key or button: a picture made for the sheet, dark on white whatever the page's colours",
  async () => {
    const opened = await visit(`${question}&theme=dark`, { viewport: sizes.phone }, (page) =>
      page.addInitScript(() => {
        // The dialogue of the browser cannot be answered here.
        window.print = () => {
          document.documentElement.dataset["printed"] = "1";
        };
      }),
    );
    const { page } = opened;
    await page.waitForSelector("[data-proof=ok]");
    await page.locator("canvas").focus();
    await page.keyboard.press("Control+p");
    await page.waitForSelector("html[data-printed]", { state: "attached", timeout: 60_000 });
    await page.emulateMedia({ media: "print" });
    const sheet = page.locator("body > .sheet");
    expect(await sheet.isVisible()).toBe(true);
    expect(await page.locator(".map-area").isVisible()).toBe(false);
    const { corner, shape } = await sheet.evaluate((image: HTMLImageElement) => {
      const pen = Object.assign(document.createElement("canvas"), { width: 4, height: 4 }).getContext("2d");
      pen?.drawImage(image, 0, 0);
      return { corner: [...(pen?.getImageData(1, 1, 1, 1).data ?? [])], shape: image.naturalWidth / 182 };
    });
    expect(corner).toEqual([255, 255, 255, 255]);
    // Dots for each millimetre.
    expect(shape).toBeGreaterThan(7);
    const paper = await page
      .locator("[data-proof=ok]")
      .evaluate((proof) => getComputedStyle(proof).backgroundColor);
    expect(paper).toBe("rgb(230, 243, 235)");
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    expect(await sheet.count()).toBe(0);
    expectNoTrouble(opened);
    await opened.close();
  },
  patience,
);

describe("sharing", () => {
  test(
    "every option changes the snippet and the preview",
    async () => {
      const opened = await openShare(question, "For a slide or page");
      const { page } = opened;
      const snippet = page.locator(".share .copy textarea").last();
      const preview = page.locator(".preview iframe");
      await preview.waitFor();
      const shows = async (words: string) => {
        await expect.poll(() => snippet.inputValue(), { timeout: 20_000 }).toContain(words);
        await expect.poll(() => preview.getAttribute("src"), { timeout: 20_000 }).toContain(words);
      };
      await page
        .frameLocator(".preview iframe")
        .locator("html[data-state=ready]")
        .waitFor({ timeout: 60_000 });
      expect(await snippet.inputValue()).toMatch(
        /^<iframe src="http.*year=2026&amp;embed=1.*width="800" height="450"/,
      );
      await page.locator(".embed-options").getByLabel("Legend").selectOption("1");
      await shows("legend=1");
      await page.getByLabel("Search", { exact: true }).check();
      await shows("search=1");
      await page.getByLabel("Zoom buttons").uncheck();
      await shows("zoomControls=0");
      await page.getByLabel("Scale bar").uncheck();
      await shows("scaleBar=0");
      await page.getByLabel("Button to the full page").check();
      await shows("share=1");
      await page.getByLabel("The reader can move the map").uncheck();
      await shows("interactive=0");
      await page.getByLabel("Zoom only with Ctrl").uncheck();
      await shows("cooperativeGestures=0");
      const options = page.locator(".embed-options");
      await options.getByLabel(/^Panel/).selectOption("open");
      await shows("panels=open");
      await page.getByLabel("Question in the panel").uncheck();
      await shows("search=0");
      await options.getByLabel("Colours").selectOption("dark");
      await shows("theme=dark");
      await options.getByLabel("Language").selectOption("ja");
      await shows("lang=ja");
      await options.getByLabel("Width").fill("1000");
      await expect.poll(() => snippet.inputValue(), { timeout: 20_000 }).toContain('width="1000"');
      expect(await preview.getAttribute("width")).toBe("1000");
      const inside = page.frameLocator(".preview iframe").locator("html[lang=ja][data-theme=dark]");
      await inside.waitFor({ timeout: 60_000 });
      expectNoTrouble(opened);
      await opened.close();
    },
    patience,
  );

  test("a way for each program", async () => {
    const opened = await openShare(question, "For a slide or page");
    const { page } = opened;
    const snippet = page.locator(".share .copy textarea").last();
    for (const [program, words] of [
      ["reveal.js", "data-preload"],
      ["Slidev", "layout: iframe"],
      ["PowerPoint", /^http/],
      ["Google Slides", /^http/],
      ["Notion", /^http/],
      ["WordPress", "<iframe"],
      ["HTML", "<iframe"],
    ] as const) {
      await page.getByLabel("Program").selectOption(program);
      expect(await snippet.inputValue()).toMatch(words);
    }
    await opened.close();
  });

  test("the code is drawn on the spot", async () => {
    const opened = await openShare(question, "Code for a phone");
    const path = await opened.page.locator(".qr path").getAttribute("d");
    expect(path?.match(/M/g)?.length).toBeGreaterThan(300);
    expectNoTrouble(opened);
    await opened.close();
  });
});

async function openShare(search: string, part: string): Promise<Visit> {
  const opened = await visit(search, { viewport: { width: 900, height: 600 } });
  const { page } = opened;
  await page.locator("summary", { hasText: /^(?:Share|شارك|المشاركة|مشاركة)$/ }).click();
  await page.locator(".share summary", { hasText: part }).click();
  await ready(page);
  // The preview is a second map on the same processor.
  page.setDefaultTimeout(45_000);
  return opened;
}

function openDownloads(search: string): Promise<Visit> {
  return openShare(search, search.includes("lang=ar") ? "التنزيل أو الطباعة" : "Download or print");
}

async function take(page: Page, button: string): Promise<{ name: string; path: string }> {
  const [download] = await Promise.all([
    page.waitForEvent("download", { timeout: patience }),
    page.getByRole("button", { name: button, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), path: await download.path() };
}

/** Counts colours in the rows between two shares of a picture's height. */
async function sample(page: Page, bytes: Buffer) {
  const rows = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const pen = canvas.getContext("2d");
    pen?.drawImage(image, 0, 0);
    const { data } = pen?.getImageData(0, 0, image.width, image.height) ?? { data: [] };
    return Array.from({ length: 100 }, (_, row) => {
      const start = Math.floor((row / 100) * image.height) * image.width * 4;
      const pixels = Array.from({ length: image.width / 3 }, (_, index) => start + index * 12);
      return pixels.map((at) => `${data[at]},${data[at + 1]},${data[at + 2]}`);
    });
  }, bytes.toString("base64"));
  return (from: number, to: number) => new Set(rows.slice(from * 100, to * 100).flat()).size;
}

function countIn(page: Page, xml: string, names: readonly string[]): Promise<number[]> {
  return page.evaluate(
    ([text, wanted]) => {
      const parsed = new DOMParser().parseFromString(text, "application/xml");
      return wanted.map((name) => parsed.getElementsByTagNameNS("*", name).length);
    },
    [xml, names] as const,
  );
}

/** The most bytes that a picture of a PDF file unpacks to. */
function largestImage(pdf: Buffer): number {
  const text = pdf.toString("latin1");
  const sizes = [...text.matchAll(/\/Subtype \/Image[\s\S]*?\/Length (\d+)[\s\S]*?stream\r?\n/g)].map(
    (match) => {
      const start = match.index + match[0].length;
      const packed = pdf.subarray(start, start + Number(match[1]));
      return match[0].includes("FlateDecode") ? inflateSync(packed).length : packed.length;
    },
  );
  return Math.max(0, ...sizes);
}
