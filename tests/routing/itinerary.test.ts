import { describe, expect, test } from "vitest";
import { factorsWith, leg, network, node, query } from "../fixtures/networks.ts";
import { askRoute, transfersOf } from "./ask.ts";

describe("steps", () => {
  test("legs are told in travel order and say when they are travelled backwards", () => {
    // a ═══ b ═══ c, the second drawn from c to b
    const found = askRoute(network([leg("a", "b"), leg("c", "b")]), query("a", "c"));
    expect(found.steps).toMatchObject([
      { id: "a-b", from: "a", to: "b", reversed: false },
      { id: "c-b", from: "b", to: "c", reversed: true },
    ]);
  });

  test("the border follows its leg, and the change of gauge the border", () => {
    // a(KZ) ══1520══ b(CN) ══1435══ c(CN)
    const world = network(
      [leg("a", "b"), leg("b", "c", "rail", { gauge: 1435 })],
      [
        node("a", "border", { country: "KZ" }),
        node("b", "border", { country: "CN", gauges: [1435, 1520] }),
        node("c", "station", { country: "CN" }),
      ],
    );
    expect(transfersOf(askRoute(world, query("a", "c")))).toEqual([
      "border at b: KZ to CN",
      "gauge at b: 1520 to 1435",
    ]);
    expect(transfersOf(askRoute(world, query("c", "a")))).toEqual([
      "gauge at b: 1435 to 1520",
      "border at a: CN to KZ",
    ]);
  });

  test("each step names the factors it was computed with", () => {
    const world = network(
      [leg("a", "b")],
      [node("a", "border", { country: "KZ" }), node("b", "border", { country: "CN" })],
    );
    expect(askRoute(world, query("a", "b")).steps.map(({ factors }) => factors)).toEqual([
      ["speed.rail", "price.rail", "co2.rail.electric"],
      ["time.border", "price.border"],
    ]);
  });
});

describe("totals", () => {
  test("are the sums of the steps, bound by bound", () => {
    const world = network(
      [leg("a", "p"), leg("p", "q", "sea")],
      [node("p", "seaport"), node("q", "seaport")],
    );
    const { totals } = askRoute(world, query("a", "q"));
    expect(totals).toEqual({
      distanceKm: 200,
      durationH: { min: 5 + 2.5 + 5, typical: 10 + 5 + 10, max: 20 + 10 + 20 },
      costUsdPerFeu: { min: 50 + 25 + 50, typical: 100 + 50 + 100, max: 200 + 100 + 200 },
      // 100 km x 20 t x 10 and 20 g, and 3 kg of handling
      emissionsKgCo2ePerFeu: { min: 10 + 1.5 + 20, typical: 20 + 3 + 40, max: 40 + 6 + 80 },
      transfers: 1,
      borders: 0,
      gaugeChanges: 0,
    });
  });

  test("states are summed, longest first, and land under foreign control stands apart", () => {
    const countries = (km: number) => [
      { code: "UA", km, controlledBy: "RU" },
      { code: "UA", km: 90 - km },
      { code: "MD", km: 10 },
    ];
    const world = network([
      leg("a", "b", "rail", { countries: countries(30) }),
      leg("b", "c", "rail", { countries: countries(40) }),
    ]);
    const found = askRoute(world, query("a", "c"));
    expect(found.countries).toEqual([
      { code: "UA", km: 110 },
      { code: "UA", km: 70, controlledBy: "RU" },
      { code: "MD", km: 20 },
    ]);
  });
});

describe("borders", () => {
  const at = (id: string, country: string) => node(id, "seaport", { country });

  test("each leg over land between two states is one", () => {
    // a(AA) ═ b(BB) ═ c(CC) ═ d(CC)
    const world = network(
      [leg("a", "b"), leg("b", "c"), leg("c", "d")],
      [at("a", "AA"), at("b", "BB"), at("c", "CC"), at("d", "CC")],
    );
    expect(askRoute(world, query("a", "d")).totals.borders).toBe(2);
  });

  test("a voyage between two states is one, whatever waters and ports it passes", () => {
    // a(AA) ~~ w ~~ m(BB) ~~ w2 ~~ c(CC)
    const world = network(
      [leg("a", "w", "sea"), leg("w", "m", "sea"), leg("m", "w2", "sea"), leg("w2", "c", "sea")],
      [at("a", "AA"), node("w", "waypoint"), at("m", "BB"), node("w2", "waypoint"), at("c", "CC")],
    );
    expect(askRoute(world, query("a", "c")).totals.borders).toBe(1);
  });

  test("a voyage within one state is none", () => {
    const world = network(
      [leg("a", "b", "sea"), leg("b", "c")],
      [at("a", "AA"), at("b", "AA"), at("c", "AA")],
    );
    expect(askRoute(world, query("a", "c")).totals.borders).toBe(0);
  });

  test("two voyages with a call between them are two", () => {
    // a(AA) ~ferry~ b(BB) ~sea~ c(AA)
    const world = network(
      [leg("a", "b", "ferry"), leg("b", "c", "sea")],
      [at("a", "AA"), at("b", "BB"), at("c", "AA")],
    );
    expect(askRoute(world, query("a", "c")).totals.borders).toBe(2);
  });

  test("inside a customs union a border takes the union's time and no fee", () => {
    // a(KZ) ═══ b(KG), a(KZ) ═══ c(CN)
    const world = network(
      [leg("a", "b"), leg("a", "c")],
      [
        node("a", "border", { country: "KZ" }),
        node("b", "border", { country: "KG" }),
        node("c", "border", { country: "CN" }),
      ],
    );
    const factors = factorsWith({ "time.border": 40, "time.border.union": 4, "price.border": 200 });
    expect(askRoute(world, query("a", "b"), factors).totals).toMatchObject({
      borders: 1,
      durationH: { typical: 14 },
      costUsdPerFeu: { typical: 100 },
    });
    expect(askRoute(world, query("a", "c"), factors).totals).toMatchObject({
      borders: 1,
      durationH: { typical: 50 },
      costUsdPerFeu: { typical: 300 },
    });
  });
});
