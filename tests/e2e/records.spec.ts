import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { expectNoTrouble, openBrowser, ready, visit } from "./browser.ts";

openBrowser();

const open = (page: Page, title: string) => page.locator("summary", { hasText: title }).click();
const count = (page: Page, kind: string) => page.locator(`[data-count=${kind}] dd`).textContent();

describe("a record opened by its link", () => {
  test("the gallium deal in Arabic leads to its plant, the plant to Yokohama, and the link says it all", async () => {
    const opened = await visit("?feature=p-gallium&lang=ar");
    const { page } = opened;
    const card = page.locator("[data-record-id=p-gallium]");
    await card.waitFor();
    expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
    expect(await card.locator("h2").textContent()).toContain("الغاليوم");
    expect(await card.locator("[data-source-id] a").count()).toBeGreaterThan(0);
    await card.locator("[data-place=pavlodar-alumina]").click();

    const plant = page.locator(".record[data-record-id=pavlodar-alumina]");
    await plant.locator("[data-record-link=p-gallium]").waitFor();
    await plant.getByRole("button", { name: /^من هنا/ }).click();
    const to = page.locator(".end-fields input").nth(1);
    await to.fill("يوكوهاما");
    await page
      .getByRole("option", { name: /يوكوهاما/ })
      .first()
      .click();
    await ready(page);
    expect(await page.locator("[data-route-status=found]").count()).toBe(1);
    const legs = await page
      .locator("[data-leg-id]")
      .evaluateAll((items) => items.map((item) => item.getAttribute("data-leg-id")));
    expect(legs.length).toBeGreaterThan(3);
    const link = new URL(page.url()).search;
    expect(link).toContain("from=pavlodar-alumina");
    expect(link).toContain("to=yokohama");
    expectNoTrouble(opened);
    await opened.close();

    const again = await visit(link);
    expect(
      await again.page
        .locator("[data-leg-id]")
        .evaluateAll((items) => items.map((item) => item.getAttribute("data-leg-id"))),
    ).toEqual(legs);
    await again.page.locator(".record[data-record-id=pavlodar-alumina]").waitFor();
    expectNoTrouble(again);
    await again.close();
  });

  test.each([
    ["c-wb-mk", "846"],
    ["e-btc", "Ceyhan"],
    ["ev-20251220", "2025"],
    ["b26", "yen"],
    ["stepnogorsk", "SARECO"],
  ])("%s shows its card with what it is named for", async (id, text) => {
    const opened = await visit(`?feature=${id}`);
    const card = opened.page.locator(`.record[data-record-id="${id}"]`);
    await card.waitFor();
    await opened.page.waitForFunction(
      ([selector, words]) => document.querySelector(selector ?? "")?.textContent?.includes(words ?? ""),
      [`.record[data-record-id="${id}"]`, text],
    );
    expect(await card.locator("a[data-permanent]").getAttribute("href")).toContain(`feature=${id}`);
    expectNoTrouble(opened);
    await opened.close();
  });

  test("an id of no record: a notice names it, and the page opens", async () => {
    const opened = await visit("?feature=p-atlantis");
    const notice = opened.page.locator(".notices");
    await notice.waitFor();
    expect(await notice.textContent()).toContain("p-atlantis");
    expect(await opened.page.locator(".record").count()).toBe(0);
    expect(opened.page.url()).not.toContain("atlantis");
    await opened.close();
  });
});

describe("what a line changes", () => {
  test("Moyynty–Kyzylzhar: two rows of figures, and a link that compares both", async () => {
    const opened = await visit("?feature=p-mk&from=dostyk&to=aktau");
    const { page } = opened;
    await page.locator("[data-record-id=p-mk]").waitFor();
    await open(page, "What does this change?");
    const table = page.locator("[data-change=differs]");
    await table.waitFor();
    const cells = await table.locator("[data-row='answer.time'] td").allTextContents();
    expect(cells[0]).not.toBe(cells[1]);
    await table.locator("a").click();
    await page.locator("[data-row='answer.distance']").waitFor();
    expect(page.url()).toContain("compare=");
    expect(decodeURIComponent(page.url())).toContain("close=mointy-kyzylzhar");
    expectNoTrouble(opened);
    await opened.close();
  });

  test("extra days at a port are in the link and in the answer", async () => {
    const opened = await visit("?from=dostyk&to=poti&feature=alat");
    const { page } = opened;
    const field = page.locator(".slow-field input");
    await field.fill("3");
    await field.press("Enter");
    await ready(page);
    expect(page.url()).toContain("slow=alat:3");
    await opened.close();
  });
});

describe("on the map and in the panel", () => {
  test("overlays go on and off, the legend follows, filters count and stay in the link", async () => {
    const opened = await visit();
    const { page } = opened;
    await page.locator(".legend summary").click();
    await page.locator("[data-sign='sign.port']").waitFor();
    expect(await page.locator("[data-sign='sign.project.sea']").count()).toBe(0);
    await open(page, "Layers");
    await page.getByLabel("Projects", { exact: true }).check();
    await page.getByLabel("Pipelines and cables").check();
    await ready(page);
    expect(page.url()).toContain("layers=network,ports,deposits,places,projects,energy");
    expect(await page.locator("[data-sign='sign.project.sea']").count()).toBe(1);
    expect(await page.locator("[data-sign='sign.energy.russia']").count()).toBe(1);
    await page.getByLabel("Pipelines and cables").uncheck();
    expect(await page.locator("[data-sign='sign.energy.russia']").count()).toBe(0);

    expect(await count(page, "project")).toBe("73 of 73");
    await open(page, "Filter the records");
    await page.locator("[data-filter=type]").selectOption("rail");
    const rails = await count(page, "project");
    expect(rails).toMatch(/^\d+ of 73$/);
    expect(Number.parseInt(rails ?? "", 10)).toBeLessThan(73);
    expect(await count(page, "commitment")).toBe("36 of 36");
    await page.locator("[data-filter=mineral]").selectOption("gallium");
    expect(await count(page, "deposit")).toBe("2 of 136");
    await ready(page);
    expect(page.url()).toContain("mineral=gallium");
    expect(page.url()).toContain("filter=type:rail");
    await page.getByRole("button", { name: "Clear the filter" }).click();
    expect(await count(page, "project")).toBe("73 of 73");
    expectNoTrouble(opened);
    await opened.close();
  });

  test("a route lists what was promised along it, by stage and never in one sum", async () => {
    const opened = await visit("?from=altynkol&to=poti");
    const { page } = opened;
    await open(page, "Promises and projects on this route");
    const section = page.locator(".on-route");
    await section.waitFor();
    expect(await section.locator("[data-record-id=p-poti]").textContent()).toContain("Poti");
    expect(await section.locator("[data-totals=promises] [data-stage=committed] dd").textContent()).toContain(
      "1.4",
    );
    expect(await section.locator("[data-totals=costs] [data-stage=announced] dd").textContent()).toContain(
      "260.5",
    );
    expect(await section.locator("[data-record-id=p-cku]").count()).toBe(0);
    expectNoTrouble(opened);
    await opened.close();
  });
});
