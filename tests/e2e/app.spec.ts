import { describe, expect, test } from "vitest";
import { journeys } from "../fixtures/journeys.ts";
import { countColours, expectNoTrouble, openBrowser, ready, sizes, visit } from "./browser.ts";

openBrowser();

describe("the page as it opens", () => {
  const languages = [
    { lang: "en", dir: "ltr", title: "Middle Corridor" },
    { lang: "ar", dir: "rtl", title: "الممر الأوسط" },
    { lang: "ja", dir: "ltr", title: "中央回廊" },
  ];
  const shapes = [
    { shape: "desktop", options: { viewport: sizes.desktop } },
    { shape: "phone", options: { viewport: sizes.phone, hasTouch: true, isMobile: true } },
  ];
  for (const { lang, dir, title } of languages) {
    test.each(shapes)(`in ${lang} on a $shape: whole, quiet and in its direction`, async ({ options }) => {
      const opened = await visit("", { ...options, locale: lang });
      const { page } = opened;
      expect(await page.locator("h1").textContent()).toContain(title);
      expect(await page.locator("html").getAttribute("dir")).toBe(dir);
      expect(await page.locator("[data-route-status]").getAttribute("data-route-status")).toBe("idle");
      expect(await countColours(page)).toBeGreaterThan(20);
      const beyond = await page.evaluate(() => {
        const { scrollWidth, scrollHeight } = document.documentElement;
        return [scrollWidth - innerWidth, scrollHeight - innerHeight];
      });
      expect(beyond).toEqual([0, 0]);
      expect(
        await page.evaluate(() => Object.keys(window).filter((key) => key === "middleCorridor")),
      ).toHaveLength(1);
      expectNoTrouble(opened);
      await opened.close();
    });
  }
});

describe("promised answers", () => {
  test.each(journeys)("$name", async ({ link, status, passes, misses, code, opens }) => {
    const opened = await visit(`?${link}`);
    const { page } = opened;
    expect(await page.locator("[data-route-status]").getAttribute("data-route-status")).toBe(status);
    const legs = (await page.locator("[data-leg-id]").all()).map((leg) => leg.getAttribute("data-leg-id"));
    const ids = (await Promise.all(legs)).join(" ");
    for (const group of passes ?? []) {
      expect(
        group.some((id) => ids.includes(id)),
        `none of ${group.join(", ")} in ${ids}`,
      ).toBe(true);
    }
    for (const id of misses ?? []) expect(` ${ids} `).not.toMatch(new RegExp(`[ -]${id}[ -]`));
    if (code) expect(await page.locator(".no-route p").first().textContent()).not.toBe("");
    for (const id of opens ?? []) expect(await page.locator(`[data-opens="${id}"]`).count()).toBe(1);
    if (status === "found") {
      await page.waitForSelector("[data-proof=ok]");
      const avoided = page.locator("[data-avoided]");
      for (const row of await avoided.all()) expect(await row.textContent()).toMatch(/^0 km in /);
    }
    expectNoTrouble(opened);
    await opened.close();
  });
});

describe("asking by hand", () => {
  test("by keyboard: type, choose, read the answer, go back", async () => {
    const opened = await visit();
    const { page } = opened;
    await page.getByRole("combobox", { name: "From" }).fill("pavlodar al");
    await page
      .getByRole("option", { name: /Pavlodar/ })
      .first()
      .waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("combobox", { name: "To", exact: true }).fill("GEPTI");
    await page.getByRole("option", { name: /Poti/ }).first().waitFor();
    await page.keyboard.press("Enter");
    await page.waitForSelector("[data-route-status=found]");
    await ready(page);
    expect(page.url()).toContain("from=pavlodar-alumina&to=poti");
    await page.goBack();
    await page.waitForSelector("[data-route-status=idle]");
    expect(page.url()).not.toContain("to=poti");
    await page.goForward();
    await page.waitForSelector("[data-route-status=found]");
    expectNoTrouble(opened);
    await opened.close();
  });

  test("Enter takes the first row when more letters leave the same rows", async () => {
    const opened = await visit("?from=aktau");
    const { page } = opened;
    await page.getByRole("combobox", { name: "To", exact: true }).pressSequentially("yokohama");
    await page.getByRole("option", { name: /Yokohama/ }).waitFor();
    await page.waitForSelector("[data-combobox-option-default]");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.search.includes("to=yokohama"));
    await opened.close();
  });

  test.each([
    ["ar", "أكتاو", "aktau"],
    ["ja", "アクタウ", "aktau"],
    ["en", "Актау", "aktau"],
  ])("in %s the search finds %s", async (lang, text, id) => {
    const opened = await visit(`?lang=${lang}`);
    const { page } = opened;
    const field = page.locator(".route-panel").getByRole("combobox").first();
    await field.fill(text);
    await page.locator(".combobox").getByRole("option").first().waitFor();
    await page.keyboard.press("Enter");
    await page.waitForFunction((wanted) => location.search.includes(`from=${wanted}`), id);
    await opened.close();
  });

  test("countries to avoid: add one from the list, take Russia away", async () => {
    const opened = await visit("?from=aktau&to=poti");
    const { page } = opened;
    await page.getByRole("combobox", { name: "Add a country" }).fill("belar");
    await page.getByRole("option", { name: /Belarus/ }).waitFor();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.search.includes("avoid=RU,BY"));
    await page.getByRole("button", { name: "Allow Russia" }).click();
    await page.waitForFunction(() => location.search.includes("avoid=BY"));
    expectNoTrouble(opened);
    await opened.close();
  });

  test("a click on the map opens a place, and the place can be the start", async () => {
    const opened = await visit("?view=9/43.6/51.2");
    const { page } = opened;
    const box = await page.locator(".map-canvas").boundingBox();
    if (!box) throw new Error("the map has no size");
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.waitForSelector("[data-record-id=aktau]");
    await page.getByRole("button", { name: /^From here/ }).click();
    await page.waitForFunction(() => location.search.includes("from=aktau"));
    await opened.close();
  });

  test("closing a port moves the route, reopening it brings it back", async () => {
    const opened = await visit("?from=pavlodar-alumina&to=constanta&avoid=RU,IR,CN&feature=aktau");
    const { page } = opened;
    const before = await page.locator("[data-leg-id]").count();
    await page.locator(".record").getByRole("button", { name: "Close it" }).click();
    await page.waitForFunction(() => location.search.includes("close=aktau"));
    await page.waitForSelector("[data-route-status=found]");
    await page.locator(".record").getByRole("button", { name: "Reopen it" }).click();
    await page.waitForFunction(() => !location.search.includes("close="));
    expect(await page.locator("[data-leg-id]").count()).toBe(before);
    await opened.close();
  });

  test("the language changes words, direction and the link", async () => {
    const opened = await visit("?from=aktau&to=poti");
    const { page } = opened;
    await page.getByRole("combobox", { name: "Language" }).selectOption("ar");
    await page.waitForSelector("html[dir=rtl]");
    await ready(page);
    expect(page.url()).toContain("lang=ar");
    expect(await page.locator("h1").textContent()).toContain("الممر الأوسط");
    expectNoTrouble(opened);
    await opened.close();
  });
});
