import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { withStory } from "../../src/export/singleFile.ts";
import { countColours, newReader, openBrowser, ready, sizes } from "./browser.ts";
import { folderServer, listen } from "./folder.ts";

openBrowser();

/** A page opens several times in these journeys. */
const longMs = 180_000;
const question = "from=pavlodar-alumina&to=constanta&avoid=RU,IR,CN";

describe("the page as one file, from a disk without a network", { timeout: longMs }, () => {
  test("map, route and proof, in every language", async () => {
    const { page, troubles, context } = await openFile(`?${question}`);
    expect(await page.locator("[data-route-status]").getAttribute("data-route-status")).toBe("found");
    expect(await page.locator("[data-leg-id]").count()).toBeGreaterThan(2);
    expect(await countColours(page)).toBeGreaterThan(20);
    await page.waitForSelector("[data-proof=ok]");
    for (const { lang, direction, title } of [
      { lang: "ar", direction: "rtl", title: "الممر الأوسط" },
      { lang: "ja", direction: "ltr", title: "中央回廊" },
      { lang: "en", direction: "ltr", title: "Middle Corridor" },
    ]) {
      await page.locator("select:has(option[value=ja])").selectOption(lang);
      await page.locator("h1", { hasText: title }).waitFor();
      await page.waitForSelector(`html[dir=${direction}]`);
      await ready(page);
    }
    expect(troubles).toEqual([]);
    await context.close();
  });

  test("search, analyses, link, data files and a copy of itself", async () => {
    const { page, troubles, context } = await openFile("?from=poti");
    await page.getByRole("combobox", { name: "To", exact: true }).fill("アクタウ");
    await page.getByRole("option", { name: /Aktau/ }).first().waitFor();
    await page.keyboard.press("Enter");
    await page.waitForSelector("[data-route-status=found]");
    await page.locator(".tool-bar button").first().click();
    await page.locator(".tool-bar + *").waitFor();
    await page.getByText("Share", { exact: true }).click();
    expect(await page.locator(".share textarea").first().inputValue()).toMatch(
      /^file:.*middle-corridor\.html\?from=poti&to=aktau/,
    );
    await page.locator(".share summary", { hasText: /^Download as one file$/ }).click();
    const copied = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download as one file" }).click();
    const copy = join(newFolder(), "copy.html");
    await (await copied).saveAs(copy);
    await page.getByText("About, sources and licences").click();
    const saved = page.waitForEvent("download");
    await page.getByRole("link", { name: "nodes.geojson" }).click();
    const download = await saved;
    expect(download.suggestedFilename()).toBe("nodes.geojson");
    const served = readFileSync(join(inject("dist"), "data/nodes.geojson"), "utf8");
    expect(JSON.parse(readFileSync(await download.path(), "utf8"))).toEqual(JSON.parse(served));
    expect(troubles).toEqual([]);
    await context.close();

    const again = await openFile(`?${question}&lang=ja`, copy);
    expect(await again.page.locator("[data-leg-id]").count()).toBeGreaterThan(2);
    expect(again.troubles).toEqual([]);
    await again.context.close();
  });

  test("it opens with a reader's own story inside", async () => {
    const story = { id: "own", title: { en: "</script><script>throw 1</script> & “$&”" } };
    const text = withStory(readFileSync(singleFile(), "utf8"), JSON.stringify(story));
    const path = join(newFolder(), "talk.html");
    writeFileSync(path, text);
    const { page, troubles, context } = await openFile("", path);
    expect(JSON.parse((await page.locator("#own-story").textContent()) ?? "")).toEqual(story);
    expect(troubles).toEqual([]);
    await context.close();
  });
});

describe("the hosted page", { timeout: longMs }, () => {
  test("after one visit other links open with the server stopped", async () => {
    const { server, address } = await startServer();
    const context = await keepingReader();
    const first = await open(context, address);
    await kept(first.page);
    await first.page.close();
    await stop(server);
    for (const link of [
      `?${question}&lang=ar`,
      "?from=aktau&to=poti&tool=tradeoffs",
      "?embed=1&from=aktau&to=poti&lang=ja",
    ]) {
      const { page, errors } = await open(context, address + link);
      await page.waitForSelector("[data-route-status=found]");
      expect(await countColours(page)).toBeGreaterThan(20);
      expect(errors).toEqual([]);
      await page.close();
    }
    await context.close();
  });

  test("a newer version is told, taken when the reader wants it, and leaves frames and slides alone", async () => {
    const added: Record<string, string> = {};
    const { server, address } = await startServer(added);
    const context = await keepingReader();
    const first = await open(context, address);
    await kept(first.page);
    await first.page.close();
    const slide = await open(context, `${address}?embed=1&from=aktau&to=poti`);
    const reading = await open(context, `${address}?from=aktau&to=poti`);
    for (const { page } of [slide, reading]) await page.evaluate(() => Object.assign(window, { same: true }));

    added["sw.js"] = "\n// newer";
    await reading.page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    const notice = reading.page.locator(".notices", { hasText: "newer version" });
    await notice.waitFor();
    expect(await isSame(reading.page)).toBe(true);
    expect(await slide.page.locator(".notices").count()).toBe(0);

    const reloaded = reading.page.waitForEvent("load");
    await notice.getByRole("button", { name: "Reload" }).click();
    await reloaded;
    await ready(reading.page);
    expect(await isSame(reading.page)).toBe(false);
    expect(await reading.page.locator(".notices").count()).toBe(0);
    expect(await isSame(slide.page)).toBe(true);
    expect([...slide.errors, ...reading.errors]).toEqual([]);
    await context.close();
    await stop(server);
  });

  test("it gives itself as one file, and says where that fails", async () => {
    const { server, address } = await startServer();
    const context = await keepingReader();
    const { page, errors } = await open(context, `${address}?from=aktau&to=poti`);
    await page.getByText("Share", { exact: true }).click();
    await page.locator(".share summary", { hasText: /^Download as one file$/ }).click();
    const button = page.getByRole("button", { name: "Download as one file" });
    const saved = page.waitForEvent("download");
    await button.click();
    const copy = readFileSync(await (await saved).path());
    expect(copy.equals(readFileSync(singleFile()))).toBe(true);
    await stop(server);
    await button.click();
    await page.getByText("The file could not be fetched").waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });

  test("it can be installed", async () => {
    const { server, address } = await startServer();
    const context = await keepingReader();
    const { page } = await open(context, address);
    const devtools = await context.newCDPSession(page);
    const manifest = await devtools.send("Page.getAppManifest");
    expect(manifest.errors).toEqual([]);
    expect(JSON.parse(manifest.data ?? "").name_localized.ar.value).toBe("الممر الأوسط");
    const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
    expect(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito")).toEqual([]);
    await context.close();
    await stop(server);
  });

  test("where nothing can be kept, in a sandboxed frame, the map works as ever", async () => {
    const { server, address } = await startServer();
    const context = await keepingReader();
    const page = await context.newPage();
    const errors = errorsOf(page);
    await page.setContent(
      `<iframe sandbox="allow-scripts" width="800" height="450" src="${address}?embed=1&amp;from=aktau&amp;to=poti"></iframe>`,
    );
    const frame = page.frameLocator("iframe");
    await frame.locator("html[data-state=ready]").waitFor({ state: "attached", timeout: 20_000 });
    await frame.locator("[data-route-status=found]").waitFor({ state: "attached" });
    expect(await frame.locator(".notices").count()).toBe(0);
    expect(errors).toEqual([]);
    await context.close();
    await stop(server);
  });
});

/** A reader whose browser keeps pages for use without a network. */
function keepingReader(): Promise<BrowserContext> {
  return newReader({ serviceWorkers: "allow", viewport: sizes.slide });
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), "corridor-"));
}

function singleFile(): string {
  return join(inject("dist"), "middle-corridor.html");
}

/** Opens a one-file page without a network; `troubles` are errors and requests for anything but the file itself. */
async function openFile(search: string, path = singleFile()) {
  const context = await newReader({ viewport: sizes.slide });
  const troubles: string[] = [];
  const address = pathToFileURL(path).href;
  await context.setOffline(true);
  await context.route(
    ({ href }) => !href.startsWith(address),
    (route) => {
      troubles.push(route.request().url());
      return route.abort();
    },
  );
  const page = await context.newPage();
  page.on("pageerror", ({ message }) => troubles.push(message));
  page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
  await page.goto(address + search);
  await ready(page);
  return { page, context, troubles };
}

async function open(context: BrowserContext, address: string) {
  const page = await context.newPage();
  const errors = errorsOf(page);
  await page.goto(address);
  await ready(page);
  return { page, errors };
}

function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  return errors;
}

/** Waits until all of the page is kept. */
async function kept(page: Page): Promise<void> {
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
}

/** Whether the page is still the one that was marked. */
function isSame(page: Page): Promise<boolean> {
  return page.evaluate(() => "same" in window);
}

async function startServer(added: Readonly<Record<string, string>> = {}) {
  const server = folderServer(inject("dist"), "/any/path/", { "Access-Control-Allow-Origin": "*" }, added);
  return { server, address: `${await listen(server)}/any/path/` };
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
