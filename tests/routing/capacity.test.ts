import { describe, expect, test } from "vitest";
import type { Capacity } from "../../src/model/capacity.ts";
import type { Network } from "../../src/model/network.ts";
import { modes } from "../../src/model/vocabulary.ts";
import { type FlowQuestion, liftsOf, maxFlow } from "../../src/routing/analysis.ts";
import { buildGraph } from "../../src/routing/index.ts";
import {
  chooser,
  deposit,
  leg,
  network,
  networkYear,
  node,
  query,
  roundFactors,
  seededRandom,
} from "../fixtures/networks.ts";
import { randomNetwork } from "../fixtures/randomNetwork.ts";
import { createOracle } from "./oracle.ts";

function capacity(on: string, value: number, fields: Partial<Capacity> = {}): Capacity {
  return { id: `of-${on}`, on: [on], measure: "t", value, source: "", confidence: "official", ...fields };
}

function asking(from: string[], to: string[], fields: Partial<FlowQuestion> = {}): FlowQuestion {
  return {
    from,
    to,
    avoid: [],
    close: [],
    modes,
    year: networkYear,
    status: "operating",
    unit: "t",
    tonnesPerTrain: 1000,
    ...fields,
  };
}

const flowOn = (world: Network, question: FlowQuestion, capacities: Capacity[]) =>
  maxFlow(buildGraph(world, roundFactors, networkYear), question, capacities);

const ceilingOn = (world: Network, question: FlowQuestion, capacities: Capacity[]) =>
  flowOn(world, question, capacities).perYear;

/** A random network, a question of up to two places to two others, and capacities of seven things on it. */
function randomCase(seed: number) {
  const world = randomNetwork(seed);
  const { below, one, some } = chooser(seededRandom(seed));
  const places = [...world.nodes.filter(({ type }) => type !== "waypoint"), ...world.deposits];
  const ends = some(places, 4).map(({ id }) => id);
  const question = asking(ends.slice(2), ends.slice(0, 2), {
    status: one(["operating", "planned"] as const),
  });
  const things = [...some(world.legs, 5), ...some(places, 2)].map(({ id }) => id);
  const capacities = things.map((id) => capacity(id, 1 + below(9)));
  return { world, question, capacities };
}

/** Whether any way is left, by the slow search. */
function createWays(world: Network, { from, to, avoid, status }: FlowQuestion) {
  const answer = createOracle(world, roundFactors, networkYear);
  return (close: readonly string[]) =>
    from.some((start) => to.some((end) => answer(query(start, end, { avoid, status, close }))));
}

describe("on random networks", () => {
  test("the ceiling is the cheapest set of things whose loss leaves no way, tried one set after another", () => {
    const seen = { none: 0, limited: 0, unlimited: 0 };
    for (let seed = 1; seed <= 150; seed++) {
      const { world, question, capacities } = randomCase(seed);
      const hasWay = createWays(world, question);
      let cheapest = Number.POSITIVE_INFINITY;
      for (let set = 0; set < 2 ** capacities.length; set++) {
        const lost = capacities.filter((_, i) => (set >> i) & 1);
        const sum = lost.reduce((total, { value }) => total + value, 0);
        if (sum < cheapest && !hasWay(lost.flatMap(({ on }) => on))) cheapest = sum;
      }
      expect(ceilingOn(world, question, capacities), `seed ${seed}`).toBe(cheapest);
      seen[cheapest === 0 ? "none" : cheapest < Number.POSITIVE_INFINITY ? "limited" : "unlimited"]++;
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(10);
  });

  test("the cut sums to the flow and leaves no way; no leg carries more than it can", () => {
    let cuts = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const { world, question, capacities } = randomCase(seed);
      const { perYear, cut, flows } = flowOn(world, question, capacities);
      if (perYear === Number.POSITIVE_INFINITY) continue;
      const sum = cut.reduce((total, item) => total + item.capacity, 0);
      expect(sum, `seed ${seed}`).toBe(perYear);
      expect(createWays(world, question)(cut.map(({ id }) => id)), `seed ${seed}`).toBe(false);
      for (const flow of flows) {
        const limit = capacities.find(({ on }) => on.includes(flow.leg))?.value ?? Number.POSITIVE_INFINITY;
        expect(flow.perYear, `seed ${seed}: ${flow.leg}`).toBeLessThanOrEqual(limit);
      }
      if (cut.length > 0) cuts++;
    }
    expect(cuts).toBeGreaterThan(50);
  });

  test("closing, avoiding and reducing never raise the ceiling, and projects never lower it", () => {
    for (let seed = 1; seed <= 200; seed++) {
      const { world, question, capacities } = randomCase(seed);
      const { one } = chooser(seededRandom(seed));
      const ceiling = ceilingOn(world, question, capacities);
      const tighter: Partial<FlowQuestion>[] = [
        { close: [one([...world.legs, ...world.nodes]).id] },
        { avoid: [one(["AA", "BB", "CC", "KZ", "RU"])] },
        { modes: modes.slice(1) },
        { reduced: new Map([[one(capacities).on[0] as string, one([0, 0.5])]]) },
      ];
      for (const change of tighter) {
        const other = ceilingOn(world, { ...question, ...change }, capacities);
        expect(other, `seed ${seed}: ${JSON.stringify(change)}`).toBeLessThanOrEqual(ceiling);
      }
      const brought = capacity(one(capacities).on[0] as string, 5, { id: "brought", project: "p" });
      const more = ceilingOn(world, question, [...capacities, brought]);
      expect(more, `seed ${seed}`).toBeGreaterThanOrEqual(ceiling);
    }
  });
});

/*
 *   a == b -- c     two lines from a to b, one from b to c; m is a mine at a
 */
const world = network(
  [
    leg("a", "b", "rail", { id: "upper", line: "north" }),
    leg("a", "b", "rail", { id: "lower" }),
    leg("b", "c"),
    leg("m", "a", "road", { access: true }),
  ],
  [],
  [deposit("m")],
);

describe("the bottleneck", () => {
  test("is named with the capacity that says so, and the flow with its legs", () => {
    const known = [capacity("north", 3), capacity("lower", 4), capacity("b-c", 9)];
    expect(flowOn(world, asking(["a"], ["c"]), known)).toEqual({
      perYear: 7,
      cut: [
        { id: "lower", kind: "leg", capacity: 4, capacityId: "of-lower" },
        { id: "upper", kind: "leg", capacity: 3, capacityId: "of-north" },
      ],
      flows: [
        { leg: "b-c", perYear: 7 },
        { leg: "lower", perYear: 4 },
        { leg: "upper", perYear: 3 },
      ],
      unknown: ["a", "b", "c"],
    });
  });

  test("can be a place, for whatever passes it or is handled there", () => {
    const known = [capacity("b", 5)];
    const isB = [{ id: "b", kind: "node", capacity: 5, capacityId: "of-b" }];
    expect(flowOn(world, asking(["m"], ["c"]), known).cut).toEqual(isB);
    expect(flowOn(world, asking(["b"], ["c"]), known).cut).toEqual(isB);
    expect(flowOn(world, asking(["a"], ["b"]), known).cut).toEqual(isB);
  });

  test("a place's capacity is one for all vehicles that meet there", () => {
    const port = network(
      [leg("a", "b"), leg("a", "b", "road", { id: "road" }), leg("b", "c", "sea")],
      [node("b", "seaport"), node("c", "seaport")],
    );
    expect(ceilingOn(port, asking(["a"], ["c"]), [capacity("b", 5)])).toBe(5);
  });

  test("counts for each vehicle alone where the place does not change the one to the other", () => {
    const gauges = [1435, 1520].flatMap((gauge) => [
      leg("a", "b", "rail", { id: `a-b-${gauge}`, gauge }),
      leg("b", "c", "rail", { id: `b-c-${gauge}`, gauge }),
    ]);
    expect(ceilingOn(network(gauges), asking(["a"], ["c"]), [capacity("b", 5)])).toBe(10);
  });

  test("without any known capacity on a way nothing limits, and the way is named", () => {
    const { perYear, cut, unknown } = flowOn(world, asking(["a"], ["c"]), [capacity("north", 3)]);
    expect([perYear, cut, unknown]).toEqual([Number.POSITIVE_INFINITY, [], ["a", "b", "b-c", "c", "lower"]]);
  });

  test.each([
    ["from nowhere", asking(["nowhere"], ["c"])],
    ["to a closed place", asking(["a"], ["c"], { close: ["c"] })],
    ["where start and end are one", asking(["a"], ["a"])],
    ["where no way leads", asking(["a"], ["c"], { modes: ["sea"] })],
  ])("nothing goes %s", (_, question) => {
    expect(flowOn(world, question, [])).toEqual({ perYear: 0, cut: [], flows: [], unknown: [] });
  });
});

describe("of several capacities of one thing", () => {
  const later = (value: number, fields: Partial<Capacity>) => capacity("b-c", value, fields);
  test.each<[string, Capacity[], Partial<FlowQuestion>, number]>([
    ["one TEU is 10 t", [later(3, { measure: "TEU" })], {}, 30],
    ["and back", [later(30, {})], { unit: "TEU" }, 3],
    ["trains a day run all year", [later(2, { measure: "trains" })], {}, 730_000],
    ["the unit asked for goes first", [later(3, { measure: "TEU" }), later(7, {})], {}, 7],
    ["the later holds", [later(9, {}), later(7, { from: 2020 })], {}, 7],
    ["from its year on", [later(9, {}), later(7, { from: 2030 })], {}, 9],
    ["until its year", [later(9, {}), later(7, { from: 2020, until: 2026 })], {}, 7],
    ["and no longer", [later(9, {}), later(7, { from: 2020, until: 2025 })], {}, 9],
    ["the larger of equals", [later(7, {}), later(9, {})], {}, 9],
    ["a project brings more", [later(9, {}), later(12, { project: "p" })], {}, 12],
    ["but never less", [later(9, {}), later(7, { project: "p", from: 2020 })], {}, 9],
    ["if counted on", [later(9, {}), later(12, { project: "p" })], { projects: ["q"] }, 9],
    ["in its year", [later(9, {}), later(12, { project: "p", from: 2028 })], {}, 9],
    ["a promise waits to be allowed", [later(9, {}), later(12, { project: "p", status: "planned" })], {}, 9],
    [
      "and is",
      [later(9, {}), later(12, { project: "p", status: "construction" })],
      { status: "planned" },
      12,
    ],
    ["a share is left", [later(9, {})], { reduced: new Map([["b-c", 1 / 3]]) }, 3],
    ["or none", [later(9, {})], { reduced: new Map([["b", 0]]) }, 0],
  ])("%s", (_, known, changes, ceiling) => {
    expect(ceilingOn(world, asking(["a"], ["c"], changes), known)).toBe(ceiling);
  });
});

test("a project lifts by its capacities and by its lines, whatever year they are promised for", () => {
  const planned = { status: "planned", expected: 2033 } as const;
  const other = network([...world.legs, leg("a", "c", "rail", { line: "new", ...planned })]);
  const known = [
    capacity("b-c", 9),
    capacity("b-c", 14, { id: "wider", project: "widening", status: "planned", from: 2030 }),
    capacity("new", 4, { project: "line", status: "planned", from: 2034 }),
  ];
  const projects = [
    { id: "line", lines: ["new"] },
    { id: "other", lines: [] },
    { id: "widening", lines: [] },
  ];
  const graph = buildGraph(other, roundFactors, networkYear);
  expect(liftsOf(graph, asking(["a"], ["c"]), known, projects)).toEqual([
    { id: "widening", perYear: 14, more: 5 },
    { id: "line", perYear: 13, more: 4 },
    { id: "other", perYear: 9, more: 0 },
  ]);
});
