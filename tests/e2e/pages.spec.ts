import { readFile } from "node:fs/promises";
import AxeBuilder from "axe-core";
import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { expectNoTrouble, openBrowser, ready, sizes, visit } from "./browser.ts";

openBrowser();

const search = (page: Page) => page.locator(".title input[role=combobox]");
const file = (name: string, text: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
/** The pages do not need the map; without it they are open at once. */
const visitPages = (link: string, options: BrowserContextOptions = {}) =>
  visit(link, options, (page) =>
    page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    }),
  );
const chooseFile = (page: Page, ...files: ReturnType<typeof file>[]) =>
  page.locator("input[type=file][data-import]").setInputFiles(files);

describe("the search over everything", () => {
  test.each([
    ["gallium", "en"],
    ["غاليوم", "ar"],
    ["ガリウム", "ja"],
    ["غاليوم", "en"],
  ])("%s in %s: the mineral, its site and the contract; Enter opens", async (word, lang) => {
    const opened = await visitPages(`?lang=${lang}`);
    const { page } = opened;
    await search(page).fill(word);
    await page.locator(".title [role=option]").first().waitFor();
    const found = await page.locator(".title [role=option]").count();
    expect(found).toBeGreaterThan(3);
    await search(page).press("Enter");
    await page.locator("[data-mineral-id=gallium]").waitFor();
    expect(new URL(page.url()).search).toContain("page=minerals");
    const area = page.locator(".page-area");
    expect(await area.locator("[data-record-id=pavlodar-alumina]").count()).toBe(1);
    expect(await area.locator("[data-record-id=p-gallium]").count()).toBe(1);
    expectNoTrouble(opened);
    await opened.close();
  });

  test("from the mineral to the site, the deal, the route to Yokohama, and the link opens the same", async () => {
    const opened = await visitPages("?page=minerals&mineral=gallium&lang=en");
    const { page } = opened;
    const area = page.locator(".page-area");
    await area.locator("[data-record-id=pavlodar-alumina] button").click();
    await page.locator(".record[data-record-id=pavlodar-alumina]").waitFor();
    expect(await area.locator("[data-record-id=p-gallium]").textContent()).toContain("Mitsubishi");
    await area.locator("[data-record-id=p-gallium] button").click();
    expect(page.url()).toContain("feature=p-gallium");
    await area.locator("[data-record-id=pavlodar-alumina] button").click();
    await area.locator("[data-route-to=yokohama] button").click();
    await page.locator("[data-route-status=found]").waitFor();
    await ready(page);
    const totals = await page.locator(".totals").first().textContent();
    const legs = await page.locator("[data-leg-id]").count();
    const link = new URL(page.url()).search;
    expect(link).toContain("from=pavlodar-alumina&to=yokohama");

    const elsewhere = await visitPages(link);
    await elsewhere.page.locator("[data-mineral-id=gallium]").waitFor();
    expect(await elsewhere.page.locator(".totals").first().textContent()).toBe(totals);
    expect(await elsewhere.page.locator("[data-leg-id]").count()).toBe(legs);
    expect(await elsewhere.page.locator(".notices").count()).toBe(0);
    expectNoTrouble(elsewhere);
    await elsewhere.close();
    expectNoTrouble(opened);
    await opened.close();
  });
});

describe("a page beside the map", () => {
  test("takes the focus from a click, gives it back on Escape, and back leads to it again", async () => {
    const opened = await visitPages("?lang=en");
    const { page } = opened;
    const link = page.locator(".title nav").getByRole("link", { name: "Timeline" });
    await link.click();
    await page.locator("[data-page-id=timeline]").waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("page-title");
    await page.keyboard.press("Escape");
    await page.locator(".page-area").waitFor({ state: "detached" });
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.goBack();
    await page.locator("[data-page-id=timeline]").waitFor();
    expectNoTrouble(opened);
    await opened.close();
  });

  test("opened by a link leaves the focus where it is, and fills a phone", async () => {
    const opened = await visitPages("?page=facts&item=b10&lang=ar", { viewport: sizes.phone });
    const { page } = opened;
    await page.locator("[data-page-id=facts]").waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("BODY");
    expect(await page.locator(".page-area").boundingBox()).toMatchObject({ x: 0, y: 0, ...sizes.phone });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await opened.close();
  });

  test("an event sets the year and stays open in the link", async () => {
    const opened = await visitPages("?page=timeline&item=controls&lang=en");
    const { page } = opened;
    const events = page.locator(".timeline [data-record-id]");
    await events.first().waitFor();
    expect(await events.count()).toBe(8);
    await page.locator("[data-record-id=ev-20261127] button").click();
    expect(new URL(page.url()).search).toContain("year=2026");
    expect(new URL(page.url()).search).toContain("feature=ev-20261127");
    expect(await page.locator("[data-record-id=ev-20261127] .planned").count()).toBe(1);
    await opened.close();
  });

  test("all 74 founding facts are there with verdict, records and sources", async () => {
    const opened = await visitPages("?page=facts&lang=en");
    const facts = opened.page.locator(".entries > li");
    await facts.first().waitFor();
    expect(await facts.count()).toBe(74);
    expect(await facts.locator("[data-verdict]").count()).toBe(74);
    expect(await facts.filter({ has: opened.page.locator(".inline button") }).count()).toBe(74);
    await opened.page.locator("[data-source-id]").first().waitFor();
    expect(await facts.filter({ has: opened.page.locator("[data-source-id]") }).count()).toBe(74);
    await opened.close();
  });

  test("from a figure's source to its entry and to the records that rest on it", async () => {
    const opened = await visitPages("?page=minerals&mineral=gallium&lang=en");
    const { page } = opened;
    await page.locator("[data-source-id=vc_control]").getByRole("link").last().click();
    const entry = page.locator("[data-page-id=sources] [data-source-id=vc_control]");
    await entry.waitFor();
    expect(await entry.getAttribute("data-open")).toBe("true");
    expect(await entry.isVisible()).toBe(true);
    await entry.getByRole("link", { name: "gallium", exact: true }).click();
    await page.locator("[data-mineral-id=gallium]").waitFor();
    expectNoTrouble(opened);
    await opened.close();
  });
});

describe("tables", () => {
  test("sort by keyboard, narrow, page and open a record", async () => {
    const opened = await visitPages("?page=tables&item=legs&lang=en");
    const { page } = opened;
    const rows = page.locator(".data-table tbody tr");
    await rows.first().waitFor();
    expect(await rows.count()).toBe(50);
    const header = page.getByRole("columnheader", { name: /Length/ });
    await header.getByRole("button").focus();
    await page.keyboard.press("Enter");
    const order = await header.getAttribute("aria-sort");
    const lengths = await rows.locator("td[data-kind=number]:nth-of-type(3)").allTextContents();
    const numbers = lengths.map((text) => Number(text.replaceAll(",", "")));
    const sorted = [...numbers].sort((a, b) => (order === "descending" ? b - a : a - b));
    expect(numbers.length).toBe(50);
    expect(numbers).toEqual(sorted);
    await page.getByRole("button", { name: "Next" }).click();
    expect(await page.locator(".data-table nav").textContent()).toContain("2 of 24");
    await page.locator(".data-table input[type=search]").fill("Aktau port → Port of Baku");
    const opener = rows.first().getByRole("button");
    const id = await rows.first().getAttribute("data-record-id");
    await opener.click();
    expect(page.url()).toContain(`feature=${id}`);
    expectNoTrouble(opened);
    await opened.close();
  });

  test("obey every key of the filter, as the map does; the network stays whole", async () => {
    const opened = await visitPages("?page=tables&item=commitments&filter=giver:JP,stage:signed&lang=en");
    const { page } = opened;
    const rows = page.locator(".data-table tbody tr");
    await rows.first().waitFor();
    const ids = await rows.evaluateAll((all) => all.map((row) => row.getAttribute("data-record-id")));
    expect(ids.toSorted()).toEqual(["c-kz-jp", "c-mufg-kars", "c-uz-jp"]);
    await page.locator(".kinds").getByRole("link", { name: "Legs" }).click();
    await page.locator(".data-table nav").getByText("1 of 24").waitFor();
    expectNoTrouble(opened);
    await opened.close();
  });

  test("what is shown is what is saved, as CSV and as GeoJSON", async () => {
    const opened = await visitPages("?page=tables&item=deposits&mineral=gallium&lang=ar");
    const { page } = opened;
    await page.locator(".data-table tbody tr").first().waitFor();
    expect(await page.locator(".data-table tbody tr").count()).toBe(2);
    const csv = await readFile((await save(page, "CSV")).path, "utf8");
    expect(csv.startsWith("\ufeffid,")).toBe(true);
    expect(csv.trim().split("\n").length).toBe(3);
    const geojson = JSON.parse(await readFile((await save(page, "GeoJSON")).path, "utf8"));
    expect(geojson.features.map(({ properties }: { properties: { id: string } }) => properties.id)).toContain(
      "pavlodar-alumina",
    );
    await opened.close();
  });

  test("GPX and KML hold what has a place under the filter, and the map takes them back as layers", async () => {
    const opened = await visitPages("?page=tables&item=commitments&filter=giver:JP&lang=en");
    const { page } = opened;
    await page.locator(".data-table tbody tr").first().waitFor();
    const { features }: { features: Feature[] } = JSON.parse(
      await readFile((await save(page, "GeoJSON")).path, "utf8"),
    );
    const placed = features.filter(({ geometry }) => geometry !== null);
    const placeless = await page.locator("[data-placeless]").textContent();
    expect(placeless).toContain(`${features.length - placed.length} entries have no place`);
    const gpx = await save(page, "GPX");
    const kml = await save(page, "KML");
    expect([gpx.name, kml.name]).toEqual(["commitments.gpx", "commitments.kml"]);

    const read = await page.evaluate(
      ([gpx, kml]) => {
        const parse = (text: string) => new DOMParser().parseFromString(text, "text/xml");
        const waypoints = [...parse(gpx).getElementsByTagName("wpt")];
        const placemarks = [...parse(kml).getElementsByTagName("Placemark")];
        return {
          waypoints: waypoints.map((one) => [
            Number(one.getAttribute("lon")),
            Number(one.getAttribute("lat")),
          ]),
          links: waypoints.filter((one) => one.querySelector("link[href^=http]")).length,
          names: placemarks.map((one) => one.querySelector("name")?.textContent),
        };
      },
      [await readFile(gpx.path, "utf8"), await readFile(kml.path, "utf8")] as const,
    );
    const positions = placed.flatMap(({ geometry }) => geometry?.coordinates ?? []);
    expect(read.waypoints).toEqual(positions);
    expect(read.links).toBe(positions.length);
    expect(read.names).toEqual(placed.map(({ properties }) => properties["Name"]));

    await page.locator("input[type=file][data-import]").setInputFiles([
      { name: gpx.name, mimeType: "text/xml", buffer: await readFile(gpx.path) },
      { name: kml.name, mimeType: "text/xml", buffer: await readFile(kml.path) },
    ]);
    const layers = page.locator("[data-import-id]");
    await layers.nth(1).waitFor();
    await page.locator(".kinds").getByRole("link", { name: "commitments.kml" }).click();
    const title = page.locator(".page-area h3").filter({ hasText: "commitments.kml" });
    await title.waitFor();
    expect(await page.locator(".data-table tbody tr").count()).toBe(placed.length);
    expectNoTrouble(opened);
    await opened.close();
  });
});

interface Feature {
  readonly properties: Readonly<Record<string, string>>;
  readonly geometry: { readonly coordinates: readonly (readonly number[])[] } | null;
}

async function save(page: Page, name: string): Promise<{ name: string; path: string }> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator(".data-table").getByRole("button", { name, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), path: await download.path() };
}

describe("files of the reader's own", () => {
  const kml = `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><name>Mine</name>
    <Point><coordinates>77,52,0</coordinates></Point></Placemark></kml>`;
  const gpx = `<?xml version="1.0"?><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><trk><name>Way</name>
    <trkseg><trkpt lat="43" lon="51"/><trkpt lat="44" lon="52"/></trkseg></trk></gpx>`;
  const geojson = JSON.stringify({
    type: "FeatureCollection",
    features: [
      {
        type: "Feature",
        properties: { name: "Depot", tons: 5 },
        geometry: { type: "Point", coordinates: [60, 45] },
      },
    ],
  });

  test("each good file is a layer on the map and a table; a bad one is named and loses nothing", async () => {
    const opened = await visit("?from=aktau&to=poti&lang=en", { viewport: sizes.slide });
    const { page } = opened;
    const totals = await page.locator(".totals").first().textContent();
    await chooseFile(
      page,
      file("depots.geojson", geojson),
      file("bad.geojson", geojson.replace("45]", "450]")),
      file("mines.kml", kml),
      file("way.gpx", gpx),
      file("places.csv", "name,lat,lng\nA,43,51\nB,44,52\n"),
    );
    const layers = page.locator("[data-import-id]");
    await layers.nth(3).waitFor();
    expect(await layers.count()).toBe(4);
    expect(await page.locator(".own-files").textContent()).toContain("not part of the link");
    const notice = await page.locator("[role=alert]").textContent();
    expect(notice).toContain("bad.geojson");
    expect(notice).toContain("entry 1");
    expect(notice).toContain("60, 450");
    // Four flights of the camera on a machine without a graphics card.
    await page.locator("html[data-state=ready]").waitFor({ state: "attached", timeout: 40_000 });
    expect(await page.locator(".totals").first().textContent()).toBe(totals);
    expect(page.url()).not.toContain("own-");
    await layers.first().getByRole("link", { name: "Table" }).click();
    await page.locator(".data-table").getByText("Depot").waitFor();
    await layers.first().getByRole("button", { name: "Remove" }).click();
    expect(await layers.count()).toBe(3);
    expectNoTrouble(opened);
    await opened.close();
  });

  test.each([
    ["rubbish.geojson", "{", "no valid JSON"],
    ["rubbish.kml", "<kml><Placemark>", "no valid XML"],
    ["rubbish.exe", "MZ", "not known"],
    ["no-places.csv", "a,b\n1,2", "no columns of coordinates"],
  ])("%s is refused with the remedy", async (name, text, expected) => {
    const opened = await visitPages("?lang=en");
    await chooseFile(opened.page, file(name, text));
    await opened.page.locator("[role=alert]").filter({ hasText: expected }).waitFor();
    expect(await opened.page.locator("[data-import-id]").count()).toBe(0);
    // Chromium styles its own report of broken XML and tells that the page's policy forbids it.
    expect(opened.troubles.filter((trouble) => !trouble.includes("style-src"))).toEqual([]);
    await opened.close();
  });

  test("a file above the limit is not opened, and a file can be dropped on the page", async () => {
    const opened = await visitPages("?lang=en");
    const { page } = opened;
    const drop = (name: string, size: number, text: string) =>
      page.evaluate(
        ([name, size, text]) => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([text.padEnd(size)], name));
          document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true }));
        },
        [name, size, text] as const,
      );
    await drop("large.csv", 21 * 2 ** 20, "lat,lng");
    await page.locator("[role=alert]").filter({ hasText: "larger than 20 MB" }).waitFor();
    await drop("small.csv", 0, "lat,lng\n43,51");
    await page.locator("[data-import-id]").waitFor();
    expectNoTrouble(opened);
    await opened.close();
  });
});

test.each([
  ["minerals&mineral=gallium", "en", "light"],
  ["timeline&feature=aktau", "ar", "dark"],
  ["facts", "ja", "light"],
  ["sources&item=vc_control", "en", "dark"],
  ["tables&item=projects", "ar", "light"],
])("no serious accessibility fault on the page %s, %s, %s", async (target, lang, theme) => {
  const opened = await visitPages(`?page=${target}&lang=${lang}&theme=${theme}`);
  const { page } = opened;
  await page.locator(".page-area .hint").first().waitFor();
  await page.locator(".page-area").locator("li, tr").first().waitFor();
  await page.evaluate(AxeBuilder.source);
  const faults = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(
          parts: unknown,
        ): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
      };
    };
    const { violations } = await axe.run({ include: [[".page-area"], [".title"], [".own-files"]] });
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
  });
  expect(faults).toEqual([]);
  await opened.close();
});
