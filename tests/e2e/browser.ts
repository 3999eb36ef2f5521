import { existsSync } from "node:fs";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "playwright-core";
import { afterAll, beforeAll, expect, inject } from "vitest";

const wellKnown = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:/Program Files/Google/Chrome/Application/chrome.exe",
];

export const sizes = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
  slide: { width: 800, height: 450 },
} as const;

/** Where the size does not matter: maps are drawn by software, whose time goes with the number of pixels. */
const usual = { width: 1200, height: 720 } as const;

let browser: Browser;

/** One browser for a file of journeys. Call it at the top of the file. */
export function openBrowser(): void {
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());
}

async function launch(): Promise<Browser> {
  const path = process.env["CHROME_PATH"] ?? wellKnown.find((candidate) => existsSync(candidate));
  const args = [
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  ];
  try {
    return await chromium.launch(path ? { executablePath: path, args } : { channel: "chrome", args });
  } catch (error) {
    throw new Error(
      `No Chromium found for the browser tests: install Chromium or Chrome, or set CHROME_PATH (${String(error).split("\n")[0]})`,
    );
  }
}

/**
 * A reader who has never been here and wants no motion, which takes time to draw. Nothing is kept for use without a
 * network unless `serviceWorkers` allows it.
 */
export function newReader(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  return browser.newContext({
    viewport: usual,
    locale: "en",
    reducedMotion: "reduce",
    serviceWorkers: "block",
    ...options,
  });
}

export interface Visit {
  readonly page: Page;
  /** Everything that went wrong in the page: errors, console errors, requests to another host. */
  readonly troubles: readonly string[];
  close(): Promise<void>;
}

/** Opens the built page with a link and waits until its picture is up to date. */
export async function visit(
  search = "",
  options: BrowserContextOptions = {},
  prepare?: (page: Page) => Promise<unknown>,
  state: "ready" | "error" = "ready",
): Promise<Visit> {
  const context = await newReader(options);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const troubles = watch(page);
  await prepare?.(page);
  await page.goto(`${inject("page")}${search}`);
  await reached(page, state);
  return { page, troubles, close: () => context.close() };
}

/** Waits until data, route and map are up to date. */
export function ready(page: Page): Promise<void> {
  return reached(page, "ready");
}

async function reached(page: Page, state: string): Promise<void> {
  await page.locator(`html[data-state=${state}]`).waitFor({ state: "attached", timeout: 20_000 });
}

/** Opens an empty page of another origin that frames ours. */
export function visitFramed(search: string): Promise<Visit> {
  const address = `${inject("host")}?src=${encodeURIComponent(inject("page") + search)}`;
  return visitPage(address);
}

/** Opens a page that is not ours, such as a deck with a map in it. */
export async function visitPage(
  address: string,
  options: BrowserContextOptions = { viewport: { width: 1000, height: 700 } },
): Promise<Visit> {
  const context = await newReader(options);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const troubles = watch(page, address);
  await page.goto(address);
  return { page, troubles, close: () => context.close() };
}

function watch(page: Page, host = inject("host")): string[] {
  const troubles: string[] = [];
  const own = [inject("page"), host, "data:", "blob:"].map((address) => address.split("/any/")[0] ?? "");
  page.on("pageerror", (error) => troubles.push(`page error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") troubles.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    if (!own.some((origin) => request.url().startsWith(origin)))
      troubles.push(`foreign request: ${request.url()}`);
  });
  return troubles;
}

/** The number of different colours in a coarse sample of the map, to tell a picture from an empty canvas. */
export async function countColours(page: Page): Promise<number> {
  const picture = await page.locator(".map-canvas canvas").screenshot();
  return page.evaluate(
    async (bytes) => {
      const image = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext("2d");
      context?.drawImage(image, 0, 0);
      const { data } = context?.getImageData(0, 0, image.width, image.height) ?? { data: [] };
      const colours = new Set<number>();
      for (let index = 0; index < data.length; index += 4 * 97) {
        colours.add((data[index] ?? 0) * 65536 + (data[index + 1] ?? 0) * 256 + (data[index + 2] ?? 0));
      }
      return colours.size;
    },
    [...picture],
  );
}

export function expectNoTrouble({ troubles }: Visit): void {
  expect(troubles).toEqual([]);
}
