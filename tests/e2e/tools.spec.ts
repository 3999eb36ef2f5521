import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { expectNoTrouble, openBrowser, ready, sizes, visit } from "./browser.ts";

openBrowser();

const plant = "from=pavlodar-alumina&to=constanta&avoid=RU,IR,CN&year=2026";

/** The command line's answer to the same question. */
function ask(link: string, ...words: readonly string[]) {
  const options = [...new URLSearchParams(link)].map(([name, value]) => `--${name}=${value}`);
  const { stdout } = spawnSync(
    process.execPath,
    ["--import", "tsx", "src/cli/route.ts", ...options, ...words, "--format=json"],
    { cwd: fileURLToPath(new URL("../../", import.meta.url)), encoding: "utf8" },
  );
  return JSON.parse(stdout);
}

const legsOn = (page: Page) =>
  page.locator("[data-leg-id]").evaluateAll((legs) => legs.map((leg) => leg.getAttribute("data-leg-id")));
const linkOf = (page: Page) => page.evaluate(() => location.search);

test("a comparison's link opens in a fresh browser with the same two routes and the same table", async () => {
  const opened = await visit("?from=xian&to=duisburg&avoid=RU,IR&year=2026&tool=compare");
  await opened.page
    .getByRole("button", { name: "Corridor against the northern route through Russia" })
    .click();
  await ready(opened.page);
  const table = await opened.page.locator(".compared").innerText();
  const legs = await legsOn(opened.page);
  const link = await linkOf(opened.page);
  expect(table).toMatch(/Russia/);
  const fresh = await visit(link);
  expect(await fresh.page.locator(".compared").innerText()).toBe(table);
  expect(await legsOn(fresh.page)).toEqual(legs);
  const asked = new URLSearchParams(link);
  asked.delete("tool");
  const { differences } = ask(`${asked}`);
  const days = Math.round(Math.abs(differences.durationH) / 24);
  expect(await fresh.page.locator("[data-row='answer.time'] td").last().innerText()).toContain(
    `${days} days`,
  );
  expectNoTrouble(fresh);
  await fresh.close();
  await opened.close();
});

test("Aktau is closed from its card, the route moves, and one click takes it back", async () => {
  const opened = await visit(`?${plant}&feature=aktau`);
  const { page } = opened;
  const before = await legsOn(page);
  await page.getByRole("button", { name: "Close it", exact: true }).click();
  await ready(page);
  const around = await legsOn(page);
  expect(around).not.toEqual(before);
  expect(around.join(" ")).not.toMatch(/aktau/);
  await page.getByRole("button", { name: "Undo the last change" }).click();
  await ready(page);
  expect(await legsOn(page)).toEqual(before);
  expectNoTrouble(opened);
  await opened.close();
});

test("the years play, and a promised line opens and takes the route", async () => {
  const opened = await visit("?from=kashgar&to=andijan&year=2029&status=planned");
  const { page } = opened;
  const before = await legsOn(page);
  await page.getByRole("button", { name: "Play the years" }).click();
  await page.waitForFunction(() => new URLSearchParams(location.search).get("year") === "2032", undefined, {
    timeout: 15_000,
  });
  await page.getByRole("button", { name: "Stop the years" }).click();
  await ready(page);
  const after = await legsOn(page);
  expect(after).not.toEqual(before);
  expect(after.join(" ")).toMatch(/torugart|makmal/);
  expect(await page.locator(".itinerary").textContent()).toMatch(/promised/i);
  expectNoTrouble(opened);
  await opened.close();
});

test("the trade-offs are a row of radio buttons: an arrow key draws the next route and the link opens it again", async () => {
  const opened = await visit(`?${plant}&tool=tradeoffs`);
  const { page } = opened;
  const points = page.locator(".tradeoff-chart input");
  const { pareto } = ask(plant, "--pareto");
  expect(await points.count()).toBe(Math.min(24, pareto.length));
  await points.first().focus();
  await page.keyboard.press("Space");
  for (let step = 0; step < 3; step++) await page.keyboard.press("ArrowRight");
  await ready(page);
  const chosen = await page.locator(".tradeoff-chart input:checked").getAttribute("value");
  expect(await linkOf(page)).toContain(`choice=${chosen}`);
  const legs = await legsOn(page);
  expect([...new Set(legs)]).toEqual(pareto.find(({ key }: { key: string }) => key === chosen).legs);
  const fresh = await visit(await linkOf(page));
  expect(await legsOn(fresh.page)).toEqual(legs);
  expectNoTrouble(fresh);
  await fresh.close();
  await opened.close();
});

describe("figures of the page are those of the command line", () => {
  test("capacity", async () => {
    const link = "avoid=RU,IR,CN&year=2026&flowFrom=kazakh-origins&flowTo=black-sea-ports";
    const opened = await visit(`?${link}&tool=capacity`);
    const { page } = opened;
    const { perYear, cut, lifts } = ask(link, "--capacity");
    expect(Number(await page.locator("[data-ceiling]").getAttribute("data-ceiling"))).toBe(perYear);
    expect(cut.reduce((sum: number, { capacity }: { capacity: number }) => sum + capacity, 0)).toBe(perYear);
    const ids = (selector: string, name: string) =>
      page.locator(selector).evaluateAll((items, key) => items.map((item) => item.getAttribute(key)), name);
    expect(await ids("[data-cut]", "data-cut")).toEqual(cut.map(({ id }: { id: string }) => id));
    expect(await ids("[data-lift]", "data-lift")).toEqual(lifts.map(({ id }: { id: string }) => id));
    expectNoTrouble(opened);
    await opened.close();
  });

  test("alternatives, each with a name", async () => {
    const opened = await visit(`?${plant}&tool=tradeoffs`);
    const { alternatives } = ask(plant, "--alternatives");
    expect(alternatives.length).toBeGreaterThan(2);
    const shown = await opened.page.locator(".findings [data-choice] button").allInnerTexts();
    expect(shown).toEqual(alternatives.map(({ name }: { name: string }) => name));
    await opened.close();
  });

  test("reach, in Arabic on a phone", async () => {
    const opened = await visit("?from=aktau&tool=reach&within=6&year=2026&lang=ar", {
      viewport: sizes.phone,
      hasTouch: true,
      isMobile: true,
    });
    const { places } = ask("from=aktau&year=2026", "--reach=6");
    const { page } = opened;
    for (const summary of await page.locator(".tool summary").all()) await summary.click();
    await expect.poll(() => page.locator("[data-reached]").count()).toBe(places.length);
    expect(await page.locator(".picture-legend").innerText()).toMatch(/أيام/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    expectNoTrouble(opened);
    await opened.close();
  });

  test("criticality", async () => {
    const opened = await visit(`?${plant}&tool=criticality`);
    const { losses } = ask(plant, "--criticality");
    const first = opened.page.locator("[data-loss]").first();
    expect(await first.getAttribute("data-loss")).toBe(losses[0].id);
    expectNoTrouble(opened);
    await opened.close();
  });
});

test("a disturbance is a switch: it changes the question, and off again it leaves no trace", async () => {
  const opened = await visit(`?${plant}&tool=whatif`);
  const { page } = opened;
  const before = await linkOf(page);
  const storms = page.locator("[data-preset=aktau-storms] input");
  await storms.check();
  await ready(page);
  expect(await linkOf(page)).toMatch(/slow=aktau:/);
  await storms.uncheck();
  await ready(page);
  expect(await linkOf(page)).toBe(before);
  expectNoTrouble(opened);
  await opened.close();
});

test("where the legend of a picture cannot be loaded the page says so and goes on", async () => {
  const opened = await visit("?from=aktau&tool=reach&within=6&year=2026&lang=en", {}, async (page) => {
    await page.route(/\/PictureLegend-[^/]*\.js$/, (route) => route.abort());
    // The legend does not need the map; without it the page is open at once.
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
  });
  const { page } = opened;
  await page.locator(".legends > [role=alert]").filter({ hasText: "could not be loaded" }).waitFor();
  await page.locator(".legend summary").click();
  await page.locator(".legend [data-sign]").first().waitFor();
  await page.locator(".tool summary").first().click();
  await page.locator("[data-reached]").first().waitFor();
  expect(opened.troubles.filter((trouble) => trouble.startsWith("page error"))).toEqual([]);
  await opened.close();
});
