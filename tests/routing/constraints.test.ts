import { describe, expect, test } from "vitest";
import { leg, network, node, query } from "../fixtures/networks.ts";
import { askReason, askRoute, legsOf } from "./ask.ts";

//      ┌── direct ──┐
//      a            b
//      └─ l ── m ─ r ┘   twice as long
const detour = (direct: Parameters<typeof leg>[3], nodes: Parameters<typeof network>[1] = []) =>
  network(
    [
      leg("a", "b", "rail", { id: "direct", line: "main-line", ...direct }),
      leg("a", "m", "rail", { id: "left" }),
      leg("m", "b", "rail", { id: "right" }),
    ],
    nodes,
  );

const direct = ["direct"];
const around = ["left", "right"];

describe("avoidance", () => {
  const foreign = detour({
    countries: [
      { code: "AA", km: 99 },
      { code: "BB", km: 1 },
    ],
  });

  test("one kilometre in an avoided state forbids a leg", () => {
    expect(legsOf(askRoute(foreign, query("a", "b")))).toEqual(direct);
    expect(legsOf(askRoute(foreign, query("a", "b", { avoid: ["BB"] })))).toEqual(around);
  });

  test("land under a state's control counts as its own, and as its owner's", () => {
    const occupied = detour({ countries: [{ code: "UA", km: 100, controlledBy: "RU" }] });
    expect(legsOf(askRoute(occupied, query("a", "b", { avoid: ["RU"] })))).toEqual(around);
    expect(legsOf(askRoute(occupied, query("a", "b", { avoid: ["UA"] })))).toEqual(around);
    expect(legsOf(askRoute(occupied, query("a", "b", { avoid: ["GE"] })))).toEqual(direct);
  });

  test("a ship does not even sail by a port of an avoided state", () => {
    // p ~~~ m(BB) ~~~ q
    const lanes = network(
      [leg("p", "m", "sea"), leg("m", "q", "sea")],
      [node("p", "seaport"), node("m", "seaport", { country: "BB" }), node("q", "seaport")],
    );
    expect(askReason(lanes, query("p", "q", { avoid: ["BB"] })).code).toBe("avoidance");
  });

  test("more than thirty-two avoided states are avoided as well", () => {
    const many = Array.from(
      { length: 40 },
      (_, i) => `${String.fromCharCode(66 + (i % 20))}${i < 20 ? "X" : "Y"}`,
    );
    const legs = many.map((code, i) =>
      leg("a", "b", "rail", { id: `leg-${i}`, countries: [{ code, km: 100 }] }),
    );
    const world = network([...legs, leg("a", "b", "rail", { id: "long", lengthKm: 500 })]);
    expect(legsOf(askRoute(world, query("a", "b", { avoid: many })))).toEqual(["long"]);
  });
});

describe("closures", () => {
  test.each([
    ["a leg", "direct"],
    ["a line", "main-line"],
    ["a strait", "bosphorus"],
  ])("%s", (_, id) => {
    const world = detour({ passes: ["bosphorus"] });
    expect(legsOf(askRoute(world, query("a", "b")))).toEqual(direct);
    expect(legsOf(askRoute(world, query("a", "b", { close: [id] })))).toEqual(around);
  });

  test("a closed node is touched by no leg", () => {
    const world = detour({ lengthKm: 500, countries: [{ code: "AA", km: 500 }] });
    expect(legsOf(askRoute(world, query("a", "b")))).toEqual(around);
    expect(legsOf(askRoute(world, query("a", "b", { close: ["m"] })))).toEqual(direct);
  });

  test("an id that nothing carries closes nothing, whatever it is called", () => {
    const close = ["nowhere", "__proto__", "constructor", ""];
    expect(legsOf(askRoute(detour({}), query("a", "b", { close })))).toEqual(direct);
  });
});

describe("modes", () => {
  test("a mode that is not allowed is not used", () => {
    const world = network([
      leg("a", "b", "road", { id: "direct" }),
      leg("a", "m", "rail", { id: "left" }),
      leg("m", "b", "rail", { id: "right" }),
    ]);
    expect(legsOf(askRoute(world, query("a", "b")))).toEqual(direct);
    expect(legsOf(askRoute(world, query("a", "b", { modes: ["rail", "sea"] })))).toEqual(around);
  });
});

describe("year and status", () => {
  const promised = detour({ status: "construction", expected: 2027 });

  test.each([
    [2026, "construction", around],
    [2027, "construction", around],
    [2028, "construction", direct],
    [2028, "operating", around],
    [2028, "planned", direct],
  ] as const)("a line promised for 2027, in %i, allowing %s", (year, status, legs) => {
    expect(legsOf(askRoute(promised, query("a", "b", { year, status })))).toEqual(legs);
  });

  test("a promise that passed unconfirmed opens nothing", () => {
    const late = detour({ status: "construction", expected: 2025 });
    expect(legsOf(askRoute(late, query("a", "b", { year: 2030, status: "planned" })))).toEqual(around);
  });

  test("a line is used from its opening to its closing", () => {
    const line = detour({ opened: 2017, closed: 2022, status: "suspended" });
    const legs = [2016, 2017, 2021, 2022].map((year) => legsOf(askRoute(line, query("a", "b", { year }))));
    expect(legs).toEqual([around, direct, direct, around]);
  });

  test("passenger lines carry no cargo", () => {
    expect(legsOf(askRoute(detour({ freight: false }), query("a", "b")))).toEqual(around);
  });
});

describe("via", () => {
  test("stops are passed in order", () => {
    // x ═ a ═ m ═ b ═ y, and a ═ b
    const found = askRoute(detour({}), query("a", "b", { via: ["m", "a"] }));
    expect(legsOf(found)).toEqual(["left", "left", "direct"]);
  });

  test("a train goes on through a stop without a transfer", () => {
    // a ═══ p ═══ b, and p is also a port
    const world = network(
      [leg("a", "p"), leg("p", "b"), leg("p", "q", "sea")],
      [node("p", "seaport"), node("q", "seaport")],
    );
    const found = askRoute(world, query("a", "b", { via: ["p"] }));
    expect(found.totals).toMatchObject({ transfers: 0, durationH: { typical: 20 } });
  });

  test("the best way to a stop is not always part of the best way through it", () => {
    // a ══rail 100══ p ══rail 300══ b      p is a port: by train to p in 10 h, by ship in 12 h,
    // a ~~sea 120~~~ p ~~sea 100~~~ b      but only the ship goes on quickly, and a change costs 5 h
    const world = network(
      [
        leg("a", "p", "rail", { id: "rail-1" }),
        leg("p", "b", "rail", { id: "rail-2", lengthKm: 300, countries: [{ code: "AA", km: 300 }] }),
        leg("a", "p", "sea", { id: "sea-1", lengthKm: 120 }),
        leg("p", "b", "sea", { id: "sea-2" }),
      ],
      [node("a", "seaport"), node("p", "seaport"), node("b", "seaport")],
    );
    const found = askRoute(world, query("a", "b", { via: ["p"] }));
    expect(legsOf(found)).toEqual(["sea-1", "sea-2"]);
    expect(found.totals.durationH.typical).toBe(22);
  });
});

describe("criteria", () => {
  // three ways from a to b: electric rail 300 km, sea 100 km with a slow port, road 200 km
  const world = network(
    [
      leg("a", "b", "rail", { id: "rail", lengthKm: 300, countries: [{ code: "AA", km: 300 }] }),
      leg("a", "p", "rail", { id: "to-port", lengthKm: 10, countries: [{ code: "AA", km: 10 }] }),
      leg("p", "b", "sea", { id: "sea", lengthKm: 100 }),
      leg("a", "b", "road", { id: "road", lengthKm: 200 }),
    ],
    [node("p", "seaport"), node("b", "seaport")],
  );
  test.each([
    ["time", ["to-port", "sea"]],
    ["distance", ["to-port", "sea"]],
    ["cost", ["to-port", "sea"]],
    ["emissions", ["to-port", "sea"]],
    ["transfers", ["road"]],
  ] as const)("by %s", (criterion, legs) => {
    expect(legsOf(askRoute(world, query("a", "b", { criterion })))).toEqual(legs);
  });

  test("of equally good ways the one with fewer handlings is taken", () => {
    // a ═ g ═ b with a gauge change on one side; by distance both are 200 km
    const tie = network(
      [
        leg("a", "g", "rail", { id: "a-1" }),
        leg("g", "b", "rail", { id: "a-2", gauge: 1435 }),
        leg("a", "h", "rail", { id: "z-1" }),
        leg("h", "b", "rail", { id: "z-2" }),
      ],
      [node("g", "station", { gauges: [1435, 1520] })],
    );
    expect(legsOf(askRoute(tie, query("a", "b", { criterion: "distance" })))).toEqual(["z-1", "z-2"]);
  });

  test("of wholly equal ways the one whose last different leg has the lower id is taken", () => {
    const twins = network([leg("a", "b", "rail", { id: "twin-2" }), leg("a", "b", "rail", { id: "twin-1" })]);
    expect(legsOf(askRoute(twins, query("a", "b")))).toEqual(["twin-1"]);
  });
});
