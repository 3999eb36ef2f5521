import { readdirSync, readFileSync } from "node:fs";
import AxeBuilder from "axe-core";
import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import type { Story } from "../../src/model/story.ts";
import { expectNoTrouble, openBrowser, ready, sizes, visit, visitFramed } from "./browser.ts";

openBrowser();

const folder = new URL("../../public/stories/", import.meta.url);
const storyOf = (id: string) => JSON.parse(readFileSync(new URL(`${id}.json`, folder), "utf8")) as Story;
const storyIds = readdirSync(folder).flatMap((file) =>
  file === "index.json" ? [] : file.replace(".json", ""),
);
const aktau = storyOf("when-aktau-closes");

/** What needs no picture runs without one: drawing by software is slow, and a presentation must not wait for it. */
const withoutMap = (page: Page) =>
  page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
const visitWords = (search: string, options: BrowserContextOptions = {}) =>
  visit(search, options, withoutMap);

const card = (page: Page, step: number) => page.locator(`.story[data-step="${step}"]`);
const title = (page: Page) => page.locator(".story h2").textContent();

describe("a presentation", () => {
  test("starts by its link and is stepped by keys, in one entry of the history", async () => {
    const opened = await visit("?story=when-aktau-closes", { viewport: sizes.slide });
    const { page } = opened;
    await card(page, 0).waitFor();
    expect(await page.locator("[data-route-status=found]").count()).toBe(1);
    const before = await page.evaluate(() => history.length);
    await page.keyboard.press("PageDown");
    await card(page, 1).waitFor();
    expect(await title(page)).toBe(aktau.steps[1]?.title["en"]);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Space");
    await card(page, 3).waitFor();
    expect(new URL(page.url()).search).toBe("?story=when-aktau-closes&step=3");
    await page.keyboard.press("End");
    await card(page, aktau.steps.length - 1).waitFor();
    await page.keyboard.press("PageDown");
    await page.keyboard.press("PageUp");
    await card(page, aktau.steps.length - 2).waitFor();
    await page.keyboard.press("Home");
    await card(page, 0).waitFor();
    expect(await page.evaluate(() => history.length)).toBe(before);
    await page.keyboard.press("Escape");
    await page.locator(".story").waitFor({ state: "detached" });
    expect(page.url()).not.toContain("story=");
    expect(page.url()).toContain("from=pavlodar-alumina");
    expect(await page.locator(".panel").isVisible()).toBe(true);
    expectNoTrouble(opened);
    await opened.close();
  });

  test.each(storyIds)("%s is read from its first step to its last and back without a fault", async (id) => {
    const opened = await visitWords(`?story=${id}`);
    const { page } = opened;
    await card(page, 0).waitFor();
    const last = storyOf(id).steps.length - 1;
    for (let step = 1; step <= last; step++) {
      await page.keyboard.press("PageDown");
      await card(page, step).waitFor();
      // Analyses and pages of a step come later than its words.
      await page.waitForLoadState("networkidle");
    }
    for (let step = last - 1; step >= 0; step--) {
      await page.keyboard.press("PageUp");
      await card(page, step).waitFor();
    }
    expectNoTrouble(opened);
    await opened.close();
  });

  test("is chosen in the panel, and back leaves it", async () => {
    const opened = await visitWords("?from=aktau&to=poti");
    const { page } = opened;
    await page.locator("summary", { hasText: "Presentations" }).click();
    await page.getByRole("button", { name: /When Aktau closes/ }).click();
    await card(page, 0).waitFor();
    expect(page.url()).toContain("?story=when-aktau-closes");
    await page.getByRole("button", { name: "Next step" }).click();
    await card(page, 1).waitFor();
    await page.goBack();
    await page.locator(".story").waitFor({ state: "detached" });
    expect(page.url()).toContain("from=aktau&to=poti");
    await page.goForward();
    await card(page, 1).waitFor();
    expectNoTrouble(opened);
    await opened.close();
  });

  test("reads from right to left in Arabic, where the arrows turn round", async () => {
    const opened = await visitWords("?story=when-aktau-closes&step=1&lang=ar");
    const { page } = opened;
    await card(page, 1).waitFor();
    expect(await title(page)).toBe(aktau.steps[1]?.title["ar"]);
    expect(
      await page
        .locator(".story-text p")
        .first()
        .evaluate((p) => getComputedStyle(p).direction),
    ).toBe("rtl");
    const [text, map] = await Promise.all(
      [".story", ".map-canvas"].map((part) => page.locator(part).boundingBox()),
    );
    expect(text?.x).toBeGreaterThan(map?.x ?? Number.POSITIVE_INFINITY);
    await page.keyboard.press("ArrowLeft");
    await card(page, 2).waitFor();
    await page.keyboard.press("ArrowRight");
    await card(page, 1).waitFor();
    expectNoTrouble(opened);
    await opened.close();
  });

  test.each([
    ["a slide", sizes.slide],
    ["a phone", sizes.phone],
    ["320 by 240", { width: 320, height: 240 }],
    ["4K", { width: 3840, height: 2160 }],
  ])("keeps its words off the map on %s", async (_, viewport) => {
    const opened = await visitWords("?embed=1&story=when-aktau-closes&step=6&lang=ja", { viewport });
    const { page } = opened;
    await card(page, 6).waitFor();
    const boxes = [".story", ".map-canvas"].map((part) => page.locator(part).boundingBox());
    const [text, map] = await Promise.all(boxes);
    if (!text || !map) throw new Error("a part has no size");
    const beside = text.x + text.width <= map.x || map.x + map.width <= text.x;
    const below = text.y + text.height <= map.y || map.y + map.height <= text.y;
    expect(beside || below).toBe(true);
    expect(map.width * map.height).toBeGreaterThan(0.4 * viewport.width * viewport.height);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    await opened.close();
  });

  test("on a large screen words and map grow alike", async () => {
    const sizeAt = async (width: number, height: number) => {
      const opened = await visitWords("?story=when-aktau-closes", { viewport: { width, height } });
      await card(opened.page, 0).waitFor();
      const measure = () =>
        opened.page.evaluate(() => {
          const heading = document.querySelector<HTMLElement>(".story h2");
          const card = document.querySelector<HTMLElement>(".story");
          const grown = (card?.getBoundingClientRect().width ?? 0) / (card?.offsetWidth ?? 1);
          return heading ? Number.parseFloat(getComputedStyle(heading).fontSize) * grown : 0;
        });
      await expect.poll(measure).toBeGreaterThan(0.02 * height);
      const size = await measure();
      await opened.close();
      return size;
    };
    expect((await sizeAt(3840, 2160)) / (await sizeAt(1600, 900))).toBeCloseTo(2.4, 1);
  });

  test("plays by itself, pauses, and begins anew with loop", async () => {
    const opened = await visit(
      "?story=when-aktau-closes&step=8&autoplay=1&loop=1&controls=0",
      {},
      async (page) => {
        await withoutMap(page);
        await page.route("**/stories/when-aktau-closes.json", (route) =>
          route.fulfill({
            json: { ...aktau, steps: aktau.steps.map((step) => ({ ...step, durationMs: 1500 })) },
          }),
        );
      },
    );
    const { page } = opened;
    await card(page, 0).waitFor();
    expect(await page.locator(".story-controls").count()).toBe(0);
    await card(page, 1).waitFor();
    await opened.close();
  });

  test("opens the speaker's window with notes, the next step and a clock, kept in step", async () => {
    const opened = await visitWords("?story=when-aktau-closes");
    const { page } = opened;
    await card(page, 0).waitFor();
    const popup = page.waitForEvent("popup");
    await page.keyboard.press("n");
    const notes = await popup;
    await notes.getByText(aktau.steps[0]?.notes?.["en"] ?? "?").waitFor();
    expect(await notes.locator("h2").textContent()).toContain(aktau.steps[1]?.title["en"]);
    expect(await notes.locator(".story-clock").textContent()).toMatch(/00:0\d/);
    await notes.keyboard.press("PageDown");
    await card(page, 1).waitFor();
    await notes.getByText(aktau.steps[1]?.notes?.["en"] ?? "?").waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => notes.isClosed()).toBe(true);
    expectNoTrouble(opened);
    await opened.close();
  });

  test("a finger drawn over the words steps on", async () => {
    const opened = await visitWords("?story=when-aktau-closes", { viewport: sizes.phone, hasTouch: true });
    const { page } = opened;
    await card(page, 0).waitFor();
    const draw = (from: number, to: number) =>
      page.locator(".story-text").evaluate(
        (element, [start, end]) => {
          for (const [type, clientX] of [
            ["pointerdown", start],
            ["pointerup", end],
          ] as const)
            element.dispatchEvent(
              new PointerEvent(type, { pointerType: "touch", clientX, clientY: 700, bubbles: true }),
            );
        },
        [from, to] as const,
      );
    await draw(300, 120);
    await card(page, 1).waitFor();
    await draw(120, 300);
    await card(page, 0).waitFor();
    await opened.close();
  });

  test("with readers who want less motion the camera jumps", async () => {
    const opened = await visit("?story=when-aktau-closes", {
      viewport: sizes.slide,
      reducedMotion: "reduce",
    });
    const { page } = opened;
    await card(page, 0).waitFor();
    await page.evaluate(() => {
      document.documentElement.dataset["state"] = "waiting";
    });
    const start = Date.now();
    await page.keyboard.press("PageDown");
    await ready(page);
    expect(page.url()).toContain("step=1");
    expect(Date.now() - start).toBeLessThan(10_000);
    await opened.close();
  });

  test("has no serious accessibility fault", async () => {
    const opened = await visitWords("?story=what-was-promised-in-tokyo&step=4");
    const { page } = opened;
    await card(page, 4).waitFor();
    await page.evaluate(AxeBuilder.source);
    const faults = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        axe: { run(): Promise<{ violations: { id: string; impact: string }[] }> };
      };
      const { violations } = await axe.run();
      return violations
        .filter(({ impact }) => impact === "serious" || impact === "critical")
        .map(({ id }) => id);
    });
    expect(faults).toEqual([]);
    await opened.close();
  });

  test.each([
    ["that is not there", undefined, "nowhere.json"],
    ["with a bad step", { ...aktau, steps: [{ ...aktau.steps[0], view: 7 }] }, "step 1 the field view"],
  ])("%s leaves the picture and says so", async (_, json, words) => {
    const opened = await visit("?story=nowhere&from=aktau&to=poti", {}, async (page) => {
      await withoutMap(page);
      await page.route("**/stories/nowhere.json", (route) =>
        json ? route.fulfill({ json }) : route.fulfill({ status: 404 }),
      );
    });
    const { page } = opened;
    await page.locator(".notices").getByText(words).waitFor();
    expect(await page.locator("[data-route-status=found]").count()).toBe(1);
    expect(await page.locator(".story").count()).toBe(0);
    expect(page.url()).not.toContain("story=");
    await opened.close();
  });

  test("in a frame it never adds to the host's history and takes no focus", async () => {
    const opened = await visitFramed("?embed=1&story=when-aktau-closes");
    const { page } = opened;
    const frame = page.frameLocator("iframe");
    await frame.locator("html[data-state=ready]").waitFor({ timeout: 30_000 });
    await frame.locator(".story").waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("own");
    const before = await page.evaluate(() => history.length);
    await frame.getByRole("button", { name: "Next step" }).click();
    await frame.locator('.story[data-step="1"]').waitFor();
    const inner = page.frames().find((candidate) => candidate.url().startsWith(inject("page")));
    expect(inner?.url()).toContain("step=1");
    expect(await page.evaluate(() => history.length)).toBe(before);
    expectNoTrouble(opened);
    await opened.close();
  });
});

describe("the editor", () => {
  test("takes two views as steps, keeps them over a reload, in a file and in a link", async () => {
    const opened = await visitWords("?from=aktau&to=poti&year=2026");
    const { page } = opened;
    const openEditor = async () => {
      await page.locator("summary", { hasText: "Presentations" }).click();
      await page.locator("summary", { hasText: "Make your own" }).click();
    };
    await openEditor();
    await page.getByRole("button", { name: "Take this view as a step" }).click();
    await page.locator("[data-step-id=step-1] summary").click();
    await page.getByRole("textbox", { name: "Title of the step" }).fill("By Aktau");
    await page.getByRole("textbox", { name: "Text", exact: true }).fill("The usual way.");
    await page.locator(".panel").getByRole("button", { name: "Swap start and destination" }).click();
    await page.getByRole("button", { name: "Take this view as a step" }).click();
    await page.getByRole("button", { name: "Earlier: Step 2" }).click();
    await page.getByRole("textbox", { name: "Title", exact: true }).fill("There and back");

    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save as a file" }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe("there-and-back.json");
    const saved = readFileSync((await file.path()) ?? "", "utf8");
    const story = JSON.parse(saved) as Story;
    expect(story.steps.map(({ title: words, view }) => [words["en"], view])).toEqual([
      ["Step 2", "from=poti&to=aktau&year=2026"],
      ["By Aktau", "from=aktau&to=poti&year=2026"],
    ]);

    await page.getByRole("button", { name: "Make a link" }).click();
    const link = await page
      .getByRole("textbox", { name: "The whole presentation is in this link:" })
      .inputValue();
    await page.reload();
    await ready(page);
    await openEditor();
    await page.locator("[data-step-id]").nth(1).waitFor();
    await page.getByRole("button", { name: "Begin anew" }).click();
    expect(await page.locator("[data-step-id]").count()).toBe(0);
    await page
      .locator(".story-editor input[type=file]")
      .setInputFiles({ name: "a.json", mimeType: "application/json", buffer: Buffer.from(saved) });
    await page.locator("[data-step-id]").nth(1).waitFor();
    const again = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save as a file" }).click();
    expect(readFileSync((await (await again).path()) ?? "", "utf8")).toBe(saved);
    await page
      .locator(".story-editor input[type=file]")
      .setInputFiles({ name: "b.json", mimeType: "application/json", buffer: Buffer.from('{"schema":1}') });
    await page.locator(".story-editor [role=alert]").getByText("b.json").waitFor();
    expect(await page.locator("[data-step-id]").count()).toBe(2);

    await page.goto(link);
    await ready(page);
    await card(page, 0).waitFor();
    await page.keyboard.press("PageDown");
    await card(page, 1).waitFor();
    expect(await title(page)).toBe("By Aktau");
    expectNoTrouble(opened);
    await opened.close();
  });

  test("previews the draft, which a reload finds again", async () => {
    const opened = await visitWords("?from=aktau&to=poti");
    const { page } = opened;
    await page.locator("summary", { hasText: "Presentations" }).click();
    await page.locator("summary", { hasText: "Make your own" }).click();
    await page.getByRole("button", { name: "Take this view as a step" }).click();
    await page.getByRole("button", { name: "Preview" }).click();
    await card(page, 0).waitFor();
    expect(page.url()).toContain("?story=draft");
    await page.reload();
    await card(page, 0).waitFor();
    expect(await page.locator("[data-route-status=found]").count()).toBe(1);
    expectNoTrouble(opened);
    await opened.close();
  });
});

test("a handout has a page with picture, title and words for each step, and leaves the step as it was", async () => {
  const steps = aktau.steps.slice(0, 2);
  const opened = await visit("?story=when-aktau-closes&step=1", { viewport: sizes.slide }, (page) =>
    page.route("**/stories/when-aktau-closes.json", (route) => route.fulfill({ json: { ...aktau, steps } })),
  );
  const { page } = opened;
  await card(page, 1).waitFor();
  await page.evaluate(() => {
    // The dialogue of the browser cannot be answered here; what it would print is looked at instead.
    window.print = () => {
      document.documentElement.dataset["printed"] = "1";
    };
  });
  await page.getByRole("button", { name: "All steps" }).click();
  await page.getByRole("button", { name: "Print as a handout" }).click();
  await page.waitForSelector("html[data-printed]", { state: "attached", timeout: 50_000 });
  expect(await page.locator(".handout h2").allTextContents()).toEqual(
    steps.map((step, index) => `${index + 1}. ${step.title["en"]}`),
  );
  const widths = await page
    .locator(".handout img")
    .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
  expect(widths).toEqual([1280, 1280]);
  await card(page, 1).waitFor();
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".handout section").first().isVisible()).toBe(true);
  expect(await page.locator("#root").isVisible()).toBe(false);
  expectNoTrouble(opened);
  await opened.close();
});
