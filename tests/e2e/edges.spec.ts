import AxeBuilder from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { expectNoTrouble, openBrowser, ready, sizes, visit, visitFramed } from "./browser.ts";

openBrowser();

const withoutWebgl = (page: Page) =>
  page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });

describe("in a frame of another page", () => {
  test("the map stands alone, says it is ready and takes no focus", async () => {
    const opened = await visitFramed("?embed=1&from=aktau&to=constanta&lang=ar");
    const { page } = opened;
    const frame = page.frameLocator("iframe");
    await frame.locator("html[data-state=ready]").waitFor({ timeout: 30_000 });
    expect(await frame.locator(".panel").count()).toBe(0);
    expect(await frame.locator("[data-route-status=found]").count()).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("own");
    const before = await page.evaluate(() => history.length);
    await frame.locator(".map-canvas canvas").click({ position: { x: 400, y: 200 } });
    expect(await page.evaluate(() => history.length)).toBe(before);
    expectNoTrouble(opened);
    await opened.close();
  });

  test("panels=open brings the panel, and the wheel alone does not zoom", async () => {
    const opened = await visitFramed("?embed=1&panels=open&from=aktau&to=poti");
    const { page } = opened;
    const frame = page.frameLocator("iframe");
    await frame.locator("html[data-state=ready]").waitFor({ timeout: 30_000 });
    expect(await frame.locator("[data-leg-id]").count()).toBeGreaterThan(1);
    const box = await frame.locator(".map-canvas canvas").boundingBox();
    if (!box) throw new Error("the map has no size");
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.wheel(0, -600);
    await frame.locator("html[data-state=ready]").waitFor();
    const inner = page.frames().find((candidate) => candidate.url().startsWith(inject("page")));
    expect(inner?.url()).not.toContain("view=");
    await opened.close();
  });
});

describe("what bad input gets", () => {
  test.each(
    [
      ["?from=atlantis&to=poti", "atlantis"],
      ["?from=__proto__&to=poti", "__proto__"],
      ["?from=200,95&to=poti", "200,95"],
      ["?from=NaN,43&to=poti", "NaN,43"],
      ["?criterion=beauty", "beauty"],
      ["?year=1066", "1066"],
      ["?view=99/99/999", "99/99/999"],
      ["?lang=__proto__", "__proto__"],
      [`?from=${"x".repeat(5000)}`, "2000"],
    ].map(([link = "", value = ""]) => [link.slice(0, 30), link, value] as const),
  )("%s: a notice names it and the page opens", async (_, link, value) => {
    const opened = await visit(link);
    const { page } = opened;
    expect(await page.locator(".notices").textContent()).toContain(value);
    expect(await page.locator("[data-route-status=idle]").count()).toBe(1);
    await page.locator(".notices").getByRole("button").first().click();
    expect(await page.locator(".notices").count()).toBe(0);
    expectNoTrouble(opened);
    await opened.close();
  });

  test("without WebGL the route and the lists still work, with a message", async () => {
    const opened = await visit("?from=aktau&to=poti", {}, withoutWebgl);
    const { page } = opened;
    expect(await page.locator(".map-problem").textContent()).toContain("WebGL");
    expect(await page.locator("[data-leg-id]").count()).toBeGreaterThan(1);
    expect(await page.getByRole("button", { name: /^Choose .* on the map$/ }).count()).toBe(0);
    // The route is drawn all the same, by rail and by sea, with its ends named.
    for (const mode of ["rail", "sea"]) {
      const line = page.locator(`.map-sketch path[data-mode=${mode}]`).last();
      expect(await line.getAttribute("d")).toContain("M");
    }
    const names = await page.locator(".map-sketch text").allTextContents();
    expect(names).toEqual(expect.arrayContaining(["Aktau port", "Poti port"]));
    await opened.close();
  });

  test("without WebGL a frame offers the lists it had put away", async () => {
    const opened = await visit("?embed=1&from=aktau&to=poti", {}, withoutWebgl);
    const { page } = opened;
    expect(await page.locator(".panel").count()).toBe(0);
    await page.getByRole("button", { name: "Show the panel" }).click();
    expect(await page.locator("[data-leg-id]").count()).toBeGreaterThan(1);
    const offer = page.locator(".map-problem").getByRole("button", { name: "Show the panel" });
    expect(await offer.count()).toBe(0);
    await opened.close();
  });

  test("without data the page says so in the reader's language", async () => {
    const withoutLegs = (page: Page) => page.route("**/data/network.json", (route) => route.abort());
    const opened = await visit("?lang=en", {}, withoutLegs, "error");
    expect(await opened.page.getByRole("alert").textContent()).toContain("could not be loaded");
    await opened.close();
  });

  test("a lost graphics context is reported and the map comes back", async () => {
    const opened = await visit("?from=aktau&to=poti");
    const { page } = opened;
    await page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>(".map-canvas canvas");
      canvas?.getContext("webgl2")?.getExtension("WEBGL_lose_context")?.loseContext();
    });
    await page.locator(".map-problem").waitFor();
    await page.locator(".map-problem button").click();
    await page.locator(".map-problem").waitFor({ state: "detached" });
    await ready(page);
    await opened.close();
  });
});

describe("for everybody", () => {
  test.each([
    ["en", "light"],
    ["ar", "dark"],
    ["ja", "light"],
  ])("no serious accessibility fault in %s, %s", async (lang, theme) => {
    const opened = await visit(`?from=aktau&to=poti&feature=alat&lang=${lang}&theme=${theme}`);
    const { page } = opened;
    await page.evaluate(AxeBuilder.source);
    const faults = await page.evaluate(async () => {
      const axe = (
        globalThis as unknown as {
          axe: {
            run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
          };
        }
      ).axe;
      const { violations } = await axe.run();
      return violations
        .filter(({ impact }) => impact === "serious" || impact === "critical")
        .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
    });
    expect(faults).toEqual([]);
    await opened.close();
  });

  test("the page reflows at 320 pixels", async () => {
    const opened = await visit("?from=aktau&to=poti", { viewport: { ...sizes.phone, width: 320 } });
    expect(await opened.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await opened.close();
  });
});
