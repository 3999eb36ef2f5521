import { describe, expect, test } from "vitest";
import { readDataset } from "../../src/cli/readData.ts";
import { costsOf, promisesOf, totalsBy, totalsByStage } from "../../src/data/money.ts";
import { buildRecordBook, type RecordKind } from "../../src/data/records/book.ts";
import { isShown, type Narrowing, shownIds } from "../../src/data/records/filter.ts";
import { recordsOnRoute } from "../../src/data/records/onRoute.ts";
import { defaultScenario } from "../../src/model/view.ts";
import { buildGraph, route } from "../../src/routing/index.ts";
import { readRecordFiles } from "../fixtures/records.ts";

const files = readRecordFiles();
const book = buildRecordBook(files);
const dataset = readDataset();
const graph = buildGraph(dataset.network, dataset.factors, dataset.manifest.networkYear);
const routeOf = (from: string, to: string, avoid = ["RU"]) => {
  const state = route(graph, { ...defaultScenario, from, to, avoid, year: dataset.manifest.networkYear });
  if (state.status !== "found") throw new Error(`no route from ${from} to ${to}`);
  return state.route;
};
const idsOf = (found: readonly { readonly record: { readonly id: string } }[]) =>
  found.map(({ record }) => record.id);
const item = (id: string) => {
  const found = book.byId.get(id);
  if (!found) throw new Error(`no record ${id}`);
  return found;
};

describe("the book", () => {
  test("gives each record once, by its id", () => {
    expect(book.items).toHaveLength(book.byId.size);
    expect(book.items).toHaveLength(73 + 36 + 89 + files.energy.features.length + 136 + 74);
  });

  test("links backwards: whatever names a record, a place or a line is found from it", () => {
    const naming = (id: string) => book.linksTo(id).map(({ record }) => record.id);
    expect(naming("p-gallium")).toContain("c-158");
    expect(naming("pavlodar-alumina")).toEqual(expect.arrayContaining(["p-gallium", "p-erg-jp"]));
    expect(naming("mointy-kyzylzhar")).toEqual(expect.arrayContaining(["p-mk", "c-wb-mk"]));
    expect(naming("p-jica-kg")).toContain("p-naryn-bridge");
    expect(naming("c-3tn")).toEqual(expect.arrayContaining(["b26"]));
    expect(naming("nowhere")).toEqual([]);
    for (const { record } of book.items) {
      for (const other of book.linksTo(record.id)) expect(JSON.stringify(other)).toContain(`"${record.id}"`);
    }
  });

  test("finds minerals through the places and projects of a record", () => {
    expect(book.mineralsOf(item("p-gallium"))).toContain("gallium");
    expect(book.mineralsOf(item("c-cove"))).toContain("tungsten");
    expect(book.mineralsOf(item("e-btc"))).toEqual(["oil"]);
  });

  test("totals by mineral: Cove's mines cost 1.1 bn, announced", () => {
    const costs = costsOf(book.projects, book.rates);
    const byMineral = totalsBy(costs, ({ record }) => book.mineralsOf(item(record)));
    // p-cove 1,100 m, p-traxys 1,000 m and p-uz76 2,600 m name tungsten mines; p-boguty's 300 m are spent.
    expect(byMineral.get("tungsten")).toEqual({ announced: 4_700_000_000, disbursed: 300_000_000 });
  });
});

describe("what a filter leaves", () => {
  const shown = (kind: RecordKind, narrowing: Narrowing) => shownIds(kind, narrowing, book);

  test("everything, where nothing is asked", () => {
    expect(book.items.every((one) => isShown(one, { filter: {} }, book))).toBe(true);
  });

  test("a word narrows the kinds that know it and leaves the others", () => {
    expect(shown("project", { filter: { type: "rail" } })).toEqual(
      files.projects.features
        .filter(({ properties }) => properties.type === "rail")
        .map(({ properties }) => properties.id),
    );
    expect(shown("energy", { filter: { type: "rail" } })).toHaveLength(files.energy.features.length);
    expect(shown("commitment", { filter: { stage: "committed" } })).toEqual(["c-wb-mk"]);
    expect(shown("deposit", { filter: { stage: "failed" } })).toEqual(["stepnogorsk"]);
    expect(shown("project", { filter: { type: "zeppelin" } })).toEqual([]);
  });

  test("mineral, giver, amount and years", () => {
    expect(shown("deposit", { mineral: "gallium", filter: {} }).toSorted()).toEqual(
      files.deposits.features
        .filter(({ properties }) => properties.commodities.includes("gallium"))
        .map(({ properties }) => properties.id)
        .sort(),
    );
    expect(shown("commitment", { filter: { giver: "JP", stage: "signed" } })).toEqual([
      "c-kz-jp",
      "c-mufg-kars",
      "c-uz-jp",
    ]);
    expect(shown("commitment", { filter: { least: "25000000000" } }).toSorted()).toEqual([
      "c-2015",
      "c-c5plus1",
      "c-uz-us",
    ]);
    expect(shown("commitment", { filter: { until: "2015" } }).toSorted()).toEqual(["c-2012", "c-2015"]);
  });
});

describe("on a route", () => {
  test("from Altynkol to Poti: what its places, its lines and the corridor are named by", () => {
    const found = recordsOnRoute(routeOf("altynkol", "poti"), book, dataset);
    expect(idsOf(found.projects)).toEqual(
      expect.arrayContaining(["p-aktau-xray", "p-aktau-hub", "p-poti", "p-az"]),
    );
    expect(idsOf(found.commitments)).toEqual(expect.arrayContaining(["tokyo-declaration", "c-titr-2022"]));
    expect(idsOf(found.projects)).not.toContain("p-cku");
    expect(found.projects.find(({ record }) => record.id === "p-poti")?.places).toEqual(["poti"]);
    expect(found.projects.find(({ record }) => record.id === "p-az")?.lines).toContain("altynkol-zhetygen");
  });

  test("the deposit a route starts from is on it; what speaks of the corridor is not on a route elsewhere", () => {
    const found = recordsOnRoute(routeOf("pavlodar-alumina", "yokohama"), book, dataset);
    expect(idsOf(found.projects)).toContain("p-gallium");
    const elsewhere = recordsOnRoute(routeOf("xian", "lianyungang"), book, dataset);
    expect(elsewhere.commitments.filter(({ corridor }) => corridor)).toEqual([]);
  });

  test("totals keep promises and costs apart, by stage", () => {
    const found = recordsOnRoute(routeOf("altynkol", "poti"), book, dataset);
    const costs = totalsByStage(
      costsOf(
        found.projects.map(({ record }) => record),
        book.rates,
      ),
    );
    const promises = totalsByStage(
      promisesOf(
        found.commitments.map(({ record }) => record),
        book.rates,
      ),
    );
    // The X-ray grants of 719 and 1,341 m yen; the guarantees for Moyynty–Kyzylzhar stand on both sides, as a cost and as a promise.
    expect(costs.signed).toBeCloseTo((719e6 + 1_341e6) * 0.00642137, -1);
    // p-naryn-bridge 20.5, whose whole is not on the route; p-aktau-hub 20.7 bn tenge; p-poti 200; p-green 2.
    expect(costs.announced).toBeCloseTo(20.5e6 + 20.7e9 * 0.00183575 + 200e6 + 2e6, -3);
    expect(costs.committed).toBe(1_410_000_000);
    // c-eu-tash; what was promised for Semey's hospitals is not on the way.
    expect(promises).toEqual({ announced: 10e6 * 1.1712, committed: 1_410_000_000 });
  });
});
