import { describe, expect, test } from "vitest";
import { buildGraph, route } from "../../src/routing/index.ts";
import { deposit, leg, network, networkYear, node, query, roundFactors } from "../fixtures/networks.ts";
import { askReason, legsOf } from "./ask.ts";

describe("one place is the reason", () => {
  // mine ┄ a ═══ b(BB) ═══ c
  const world = network(
    [leg("mine", "a", "road", { access: true }), leg("a", "b"), leg("b", "c")],
    [node("b", "station", { country: "BB" }), node("w", "waypoint"), node("alone")],
    [deposit("mine"), deposit("gas-field", { routable: false })],
  );

  test.each(["nowhere", "__proto__", "toString", ""])("an unknown place: %s", (place) => {
    expect(askReason(world, query("a", place))).toEqual({ code: "unknown-place", place, opens: [] });
  });

  test("the same place twice", () => {
    expect(askReason(world, query("a", "a"))).toEqual({ code: "same-place", place: "a", opens: [] });
  });

  test("a field without a way to the network, and open water", () => {
    expect(askReason(world, query("gas-field", "a")).code).toBe("not-routable");
    expect(askReason(world, query("a", "w"))).toMatchObject({ code: "not-routable", place: "w" });
  });

  test("a place that no leg joins", () => {
    expect(askReason(world, query("a", "alone"))).toMatchObject({ code: "not-routable", place: "alone" });
  });

  test("a place in an avoided state, as an end or on the way, and what allowing it would open", () => {
    const reason = askReason(world, query("a", "b", { avoid: ["BB", "CC"] }));
    expect(reason).toMatchObject({ code: "endpoint-avoided", place: "b", country: "BB" });
    expect(reason.opens).toMatchObject([
      { kind: "allow-country", value: "BB", durationH: 15, distanceKm: 100 },
    ]);
    expect(askReason(world, query("a", "c", { via: ["b"], avoid: ["BB"] })).code).toBe("endpoint-avoided");
  });

  test("a closed place, and what reopening it would open", () => {
    const reason = askReason(world, query("mine", "c", { close: ["mine"] }));
    expect(reason).toMatchObject({ code: "endpoint-closed", place: "mine" });
    expect(reason.opens).toMatchObject([{ kind: "reopen", value: "mine" }]);
  });

  test("a point far from everything", () => {
    expect(askReason(world, query([90, 60], "a"))).toMatchObject({ code: "too-far", place: "90,60" });
  });
});

describe("a constraint is the reason", () => {
  // a ═ left(BB) ═ b    100 km each
  // a ═ right(CC) ═ b   200 km each
  const forked = network(
    [
      leg("a", "left"),
      leg("left", "b"),
      leg("a", "right", "rail", { lengthKm: 200, countries: [{ code: "CC", km: 200 }] }),
      leg("right", "b", "rail", { lengthKm: 200, countries: [{ code: "CC", km: 200 }] }),
    ],
    [node("left", "station", { country: "BB" }), node("right", "station", { country: "CC" })],
  );

  test("avoidance: each state that would open a route alone, the quickest first", () => {
    const reason = askReason(forked, query("a", "b", { avoid: ["CC", "BB", "DD"] }));
    expect(reason.code).toBe("avoidance");
    expect(reason.opens.map(({ kind, value }) => [kind, value])).toEqual([
      ["allow-country", "BB"],
      ["allow-country", "CC"],
    ]);
  });

  test("closure", () => {
    const reason = askReason(forked, query("a", "b", { close: ["left", "right"] }));
    expect(reason.code).toBe("closure");
    expect(reason.opens.map(({ value }) => value)).toEqual(["left", "right"]);
  });

  test("a constraint that closes the way in two places: every pair that opens one of them", () => {
    const reason = askReason(forked, query("a", "b", { close: ["left", "right", "a-left", "a-right"] }));
    expect(reason.code).toBe("closure");
    expect(reason.opens).toMatchObject([
      { kind: "reopen", value: "left", also: [{ kind: "reopen", value: "a-left" }], distanceKm: 200 },
      { kind: "reopen", value: "right", also: [{ kind: "reopen", value: "a-right" }], distanceKm: 400 },
    ]);
  });

  test("several constraints together", () => {
    const reason = askReason(forked, query("a", "b", { avoid: ["BB", "CC"], close: ["left", "right"] }));
    expect(reason.code).toBe("several");
    expect(reason.opens).toMatchObject([
      { kind: "allow-country", value: "BB", also: [{ kind: "reopen", value: "left" }] },
      { kind: "allow-country", value: "CC", also: [{ kind: "reopen", value: "right" }] },
    ]);
  });

  test("larger sets are not told where a single change is enough", () => {
    const reason = askReason(forked, query("a", "b", { avoid: ["BB", "CC"], close: ["left"] }));
    expect(reason.opens).toMatchObject([{ kind: "allow-country", value: "CC" }]);
    expect(reason.opens[0]).not.toHaveProperty("also");
  });

  test("a closed place and a destination in an avoided state, each told where the other needs it too", () => {
    const question = query("left", "right", { avoid: ["CC"], close: ["left", "a"] });
    const reason = askReason(forked, question);
    expect(reason).toMatchObject({ code: "endpoint-closed", place: "left" });
    expect(reason.opens).toMatchObject([
      { kind: "allow-country", value: "CC", also: [{ kind: "reopen", value: "left" }] },
    ]);
  });

  test("a closed place on the way and a mode that is not allowed", () => {
    const road = network([leg("a", "m", "road"), leg("m", "b", "rail")]);
    const question = query("a", "b", { via: ["m"], close: ["m"], modes: ["rail"] });
    expect(askReason(road, question).opens).toMatchObject([
      { kind: "reopen", value: "m", also: [{ kind: "allow-modes", value: "road" }] },
    ]);
  });

  test("what breaks the fewest rules as far as some place is not what breaks the fewest in all", () => {
    // a ═ short ═ m ═ b    the second half lies in BB and CC, and so does the long way to m
    // a ═══ long ═══ m
    const both = { countries: ["BB", "CC"].map((code) => ({ code, km: 50 })) };
    const world = network([
      leg("a", "short"),
      leg("short", "m"),
      leg("a", "long", "rail", both),
      leg("long", "m"),
      leg("m", "b", "rail", both),
    ]);
    expect(askReason(world, query("a", "b", { avoid: ["BB", "CC"], close: ["short"] })).opens).toMatchObject([
      { kind: "allow-country", value: "BB", also: [{ kind: "allow-country", value: "CC" }] },
    ]);
  });

  // p0 ═ up0 ═ p1 ═ up1 ═ p2 ...    every way from one to the next is closed in one place
  // p0 ═ low0 ═ p1 ═ low1 ═ p2 ...
  const ladder = (steps: number) => {
    const rungs = Array.from({ length: steps }, (_, i) => [`up${i}`, `low${i}`]);
    const world = network(
      rungs.flatMap((rung, i) => rung.flatMap((id) => [leg(`p${i}`, id), leg(id, `p${i + 1}`)])),
    );
    return askReason(world, query("p0", `p${steps}`, { close: rungs.flat() }));
  };

  test("of many sets the best few", () => {
    const { code, opens } = ladder(5);
    expect(code).toBe("closure");
    expect(opens.map(({ also }) => also?.length)).toEqual([4, 4, 4, 4, 4, 4]);
  });

  test("of 60 closures side by side, with a billion smallest sets, none is told", () => {
    expect(ladder(30)).toEqual({ code: "closure", opens: [] });
  });

  test("modes", () => {
    const road = network([leg("a", "m", "road"), leg("m", "b", "rail")]);
    const reason = askReason(road, query("a", "b", { modes: ["rail", "sea"] }));
    expect(reason.code).toBe("modes");
    expect(reason.opens).toMatchObject([{ kind: "allow-modes", value: "road" }]);
  });

  test("nothing helps where nothing leads", () => {
    const islands = network([leg("a", "b"), leg("c", "d")]);
    expect(askReason(islands, query("a", "d", { avoid: ["ZZ"] }))).toEqual({
      code: "not-connected",
      opens: [],
    });
  });

  test("what a reason promises comes true", () => {
    const graph = buildGraph(forked, roundFactors, networkYear);
    const question = query("a", "b", { avoid: ["BB", "CC"] });
    const [first] = askReason(forked, question).opens;
    const opened = route(graph, { ...question, avoid: ["CC"] });
    expect(opened.status === "found" && legsOf(opened.route)).toEqual(["a-left", "left-b"]);
    expect(opened.status === "found" && opened.route.totals.durationH.typical).toBe(first?.durationH);
  });
});

describe("time is the reason", () => {
  test("a promised line: the status it needs and the year it opens", () => {
    const world = network([leg("a", "b", "rail", { status: "construction", expected: 2029 })]);
    const reason = askReason(world, query("a", "b"));
    expect(reason.code).toBe("year");
    expect(reason.opens).toMatchObject([
      { kind: "status", value: "construction", year: 2030, lines: ["a-b"] },
    ]);
  });

  test("where the status already allows it, only the year", () => {
    const world = network([leg("a", "b", "rail", { status: "construction", expected: 2029 })]);
    const reason = askReason(world, query("a", "b", { status: "planned" }));
    expect(reason.opens).toMatchObject([{ kind: "year", value: "2030", year: 2030 }]);
  });

  test("where the year is late enough, only the status", () => {
    const world = network([leg("a", "b", "rail", { status: "planned", expected: 2029 })]);
    const [opening] = askReason(world, query("a", "b", { year: 2035 })).opens;
    expect(opening).toMatchObject({ kind: "status", value: "planned" });
    expect(opening).not.toHaveProperty("year");
  });

  test("a less certain status is named only where it opens a way sooner", () => {
    const world = network([
      leg("a", "b", "rail", { id: "building", status: "construction", expected: 2030 }),
      leg("a", "b", "rail", { id: "early-plan", status: "planned", expected: 2028 }),
      leg("a", "b", "rail", { id: "late-plan", status: "planned", expected: 2040 }),
    ]);
    const years = askReason(world, query("a", "b")).opens.map(({ value, year }) => [value, year]);
    expect(years).toEqual([
      ["construction", 2031],
      ["planned", 2029],
    ]);
  });

  test("a line that is promised, behind a closed place", () => {
    const world = network([leg("a", "b"), leg("b", "c", "rail", { status: "planned", expected: 2029 })]);
    const reason = askReason(world, query("a", "c", { close: ["b"] }));
    expect(reason.code).toBe("several");
    expect(reason.opens).toMatchObject([
      {
        kind: "reopen",
        value: "b",
        also: [{ kind: "status", value: "planned", year: 2030, lines: ["b-c"] }],
        distanceKm: 200,
      },
    ]);
  });

  test("a line that is closed for some years: the year it opens again", () => {
    const world = network([leg("a", "b", "rail", { closed: 2020, reopened: 2028 })]);
    expect(askReason(world, query("a", "b")).opens).toMatchObject([
      { kind: "year", value: "2028", year: 2028 },
    ]);
  });

  test("a year before any line of a place names the place", () => {
    const world = network([leg("a", "b"), leg("b", "c", "rail", { opened: 2015 })]);
    const question = query("a", "c", { year: 2010 });
    expect(askReason(world, question)).toMatchObject({
      code: "year",
      place: "c",
      opens: [{ kind: "year", value: "2015", lines: ["b-c"] }],
    });
    const beyond = network([
      leg("a", "b"),
      leg("b", "c", "rail", { opened: 2015 }),
      leg("c", "d", "rail", { opened: 2005 }),
    ]);
    expect(askReason(beyond, { ...question, to: "d" })).not.toHaveProperty("place");
  });
});
