import { describe, expect, test } from "vitest";
import { readDataset } from "../../src/cli/readData.ts";
import type { Leg, Network } from "../../src/model/network.ts";
import type { Route, RouteQuery } from "../../src/model/route.ts";
import { modes } from "../../src/model/vocabulary.ts";
import { paretoRoutes } from "../../src/routing/analysis.ts";
import { buildGraph, route } from "../../src/routing/index.ts";
import {
  chooser,
  factorsWith,
  leg,
  network,
  networkYear,
  query,
  roundFactors,
  seededRandom,
} from "../fixtures/networks.ts";
import { randomNetwork, randomQuery } from "../fixtures/randomNetwork.ts";
import { legsOf } from "./ask.ts";
import { createParetoOracle, isNowhereWorse, type Vector } from "./paretoOracle.ts";

const seeds = Array.from({ length: 300 }, (_, i) => i + 1);
const queriesPerNetwork = 10;

/** Figures of their own for everything that time, price and emissions could disagree about. */
const factors = factorsWith({
  "speed.road": 25,
  "speed.sea.deep": 4,
  "speed.ferry": 15,
  "price.road": 3,
  "price.sea.deep": 0.3,
  "price.ferry": 2,
  "co2.road": 60,
  "co2.sea.deep": 3,
  "time.port.caspian": 7,
  "time.port.short": 4,
  "time.port.deep": 11,
  "time.port.ferry": 3,
  "time.port.transshipment": 6,
  "time.gauge": 1,
  "time.border.union": 0,
  "price.gauge": 20,
});

/** A random network where every leg has a rival: shorter or longer, dirtier, by ship instead of by ferry. */
function rivalNetwork(seed: number): Network {
  const world = randomNetwork(seed);
  const { one } = chooser(seededRandom(seed));
  const legs = world.legs.flatMap((original): Leg[] => [
    original,
    {
      ...original,
      id: `${original.id}-rival`,
      status: "operating",
      lengthKm: one([30, 60, 90, 120, 180]),
      ...(original.mode === "rail" && { traction: one(["electric", "diesel"] as const) }),
      ...(original.mode === "ferry" && { mode: "sea", sea: "short" }),
      ...(original.mode === "sea" && { mode: "ferry" }),
    },
  ]);
  return { ...world, legs };
}

/** What a route takes in the whole units that are compared; a leg takes at least one of each. */
function vectorOf({ steps }: Route): Vector {
  const sum = (figure: (step: Route["steps"][number]) => number): number =>
    steps.reduce((total, step) => total + Math.max(step.kind === "leg" ? 1 : 0, Math.round(figure(step))), 0);
  return [
    sum(({ durationH }) => durationH.typical * 3600),
    sum(({ costUsdPerFeu }) => costUsdPerFeu.typical * 100),
    sum(({ emissionsKgCo2ePerFeu }) => emissionsKgCo2ePerFeu.typical * 1000),
  ];
}

const sorted = (vectors: readonly Vector[]): readonly Vector[] =>
  [...vectors].sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);

const isRoundTrip = ({ from, via, to }: RouteQuery): boolean => [...via, to].every((stop) => stop === from);

function frontierOf(world: Network, question: RouteQuery): readonly Vector[] {
  return paretoRoutes(buildGraph(world, factors, networkYear), question).map(vectorOf);
}

describe("on random networks (the failing seed is in the message)", () => {
  test("the set equals the oracle's", () => {
    let several = 0;
    for (const seed of seeds) {
      const world = rivalNetwork(seed);
      const graph = buildGraph(world, factors, networkYear);
      const oracle = createParetoOracle(world, factors, networkYear);
      for (let i = 0; i < queriesPerNetwork; i++) {
        const tight = randomQuery(world, seed * 1000 + i);
        const question = i % 2 === 0 ? tight : { ...tight, avoid: [], close: [], modes };
        if (isRoundTrip(question)) continue;
        const expected = oracle(question);
        expect(
          sorted(paretoRoutes(graph, question).map(vectorOf)),
          `seed ${seed}, query ${i}: ${JSON.stringify(question)}`,
        ).toEqual(sorted(expected));
        if (expected.length > 2) several++;
      }
    }
    expect(several).toBeGreaterThan(200);
  });

  test("the best route by time, by cost and by emissions is as good as the best of the set", () => {
    for (const seed of seeds) {
      const world = rivalNetwork(seed);
      const graph = buildGraph(world, factors, networkYear);
      const question = randomQuery(world, seed * 2000);
      const vectors = paretoRoutes(graph, question).map(vectorOf);
      for (const [axis, criterion] of (["time", "cost", "emissions"] as const).entries()) {
        const best = route(graph, { ...question, criterion });
        const least = best.status === "found" ? vectorOf(best.route)[axis] : Number.POSITIVE_INFINITY;
        expect(Math.min(...vectors.map((vector) => vector[axis] as number)), `seed ${seed}`).toBe(least);
      }
    }
  });

  test("none beats or equals another", () => {
    for (const seed of seeds) {
      const world = rivalNetwork(seed);
      const vectors = frontierOf(world, randomQuery(world, seed * 3000));
      for (const vector of vectors) {
        expect(
          vectors.filter((other) => isNowhereWorse(other, vector)),
          `seed ${seed}`,
        ).toEqual([vector]);
      }
    }
  });

  test("a tighter question adds nothing that beats a route of the looser one", () => {
    for (const seed of seeds) {
      const world = rivalNetwork(seed);
      const { one } = chooser(seededRandom(seed));
      const loose = randomQuery(world, seed * 4000);
      const before = frontierOf(world, loose);
      for (const tighter of [
        { ...loose, avoid: [...loose.avoid, one(["AA", "BB", "CC", "KZ", "RU"])] },
        { ...loose, close: [...loose.close, one(world.legs).id] },
        { ...loose, modes: loose.modes.slice(1) },
      ]) {
        for (const vector of frontierOf(world, tighter)) {
          expect(
            before.some((other) => isNowhereWorse(other, vector)),
            `seed ${seed}`,
          ).toBe(true);
        }
      }
    }
  });

  test("every route is one: its legs join, pass the stops in order and touch nothing closed or avoided", () => {
    for (const seed of seeds) {
      const world = rivalNetwork(seed);
      const question = randomQuery(world, seed * 5000);
      for (const { steps, countries } of paretoRoutes(buildGraph(world, factors, networkYear), question)) {
        const legs = steps.filter((step) => step.kind === "leg");
        const passed = [legs[0]?.from, ...legs.map(({ to }) => to)];
        expect(
          legs.slice(1).map(({ from }) => from),
          `seed ${seed}`,
        ).toEqual(passed.slice(1, -1));
        let position = 0;
        for (const stop of [question.from, ...question.via, question.to]) {
          position = passed.indexOf(stop as string, position);
          expect(position, `seed ${seed}: ${stop}`).not.toBe(-1);
        }
        expect(passed.at(-1), `seed ${seed}`).toBe(question.to);
        const touched = [...passed, ...legs.flatMap(({ id, line }) => [id, line])];
        expect(
          question.close.filter((id) => touched.includes(id)),
          `seed ${seed}`,
        ).toEqual([]);
        const entered = countries.flatMap(({ code, controlledBy = code }) => [code, controlledBy]);
        expect(
          question.avoid.filter((code) => entered.includes(code)),
          `seed ${seed}`,
        ).toEqual([]);
      }
    }
  });

  test("neither the order of the input nor an earlier question changes an answer", () => {
    for (const seed of seeds.slice(0, 100)) {
      const world = rivalNetwork(seed);
      const { shuffled } = chooser(seededRandom(seed));
      const other: Network = {
        nodes: shuffled(world.nodes),
        legs: shuffled(world.legs),
        deposits: shuffled(world.deposits),
      };
      const question = randomQuery(world, seed * 6000);
      const graph = buildGraph(world, factors, networkYear);
      const once = paretoRoutes(graph, question);
      expect(paretoRoutes(graph, question), `seed ${seed}`).toEqual(once);
      expect(paretoRoutes(buildGraph(other, factors, networkYear), question), `seed ${seed}`).toEqual(once);
    }
  });
});

describe("on the real network", () => {
  const { network: world, factors: realFactors, manifest } = readDataset();
  const graph = buildGraph(world, realFactors, manifest.networkYear);

  test("the sets of journeys near and far equal the oracle's", () => {
    const oracle = createParetoOracle(world, realFactors, manifest.networkYear);
    const questions = [
      query("pavlodar-alumina", "constanta", { avoid: ["RU"] }),
      query("pavlodar-alumina", "yokohama", { avoid: ["RU"] }),
      query("pavlodar-alumina", "yokohama", { avoid: ["CN", "IR", "RU"] }),
      query("tashkent", "rotterdam", { via: ["baku"], avoid: ["RU"] }),
      query("aktau", "istanbul", { close: ["alat"] }),
      query("trieste", "bishkek", { avoid: ["IR", "RU"], modes: ["rail", "ferry"] }),
    ].map((question) => ({ ...question, year: manifest.networkYear }));
    for (const question of questions) {
      const vectors = paretoRoutes(graph, question).map(vectorOf);
      expect(vectors.length, JSON.stringify(question)).toBeGreaterThan(0);
      expect(sorted(vectors), JSON.stringify(question)).toEqual(sorted(oracle(question)));
    }
  });
});

describe("on a network of three parallel lines", () => {
  const world = network([
    leg("a", "b", "rail", { id: "electric", lengthKm: 120 }),
    leg("a", "b", "rail", { id: "diesel", lengthKm: 110, traction: "diesel" }),
    leg("a", "b", "rail", { id: "long", lengthKm: 130 }),
  ]);
  const graph = buildGraph(world, roundFactors, networkYear);

  test("what is worse in everything is not in the set; what is better in one thing is", () => {
    expect(paretoRoutes(graph, query("a", "b")).map(legsOf)).toEqual([["diesel"], ["electric"]]);
  });

  test("the criterion decides the order and nothing else", () => {
    const byEmissions = paretoRoutes(graph, query("a", "b", { criterion: "emissions" }));
    expect(byEmissions.map(legsOf)).toEqual([["electric"], ["diesel"]]);
  });

  test("of equal routes one is there, the one with fewer handlings", () => {
    const free = factorsWith({ "time.gauge": 0, "price.gauge": 0, "co2.handling": 0 });
    const changing = network(
      [
        leg("a", "m", "rail", { id: "a-m" }),
        leg("m", "b", "rail", { id: "m-b", gauge: 1435 }),
        leg("a", "b", "rail", { id: "through", lengthKm: 200 }),
      ],
      [],
    );
    const withChange: Network = {
      ...changing,
      nodes: changing.nodes.map((place) => (place.id === "m" ? { ...place, gauges: [1435, 1520] } : place)),
    };
    const routes = paretoRoutes(buildGraph(withChange, free, networkYear), query("a", "b"));
    expect(routes.map(legsOf)).toEqual([["through"]]);
  });

  test("a refused question and one without a way have no routes", () => {
    expect(paretoRoutes(graph, query("a", "nowhere"))).toEqual([]);
    expect(paretoRoutes(graph, query("a", "a"))).toEqual([]);
    expect(paretoRoutes(graph, query("a", "b", { avoid: ["AA"] }))).toEqual([]);
    expect(paretoRoutes(graph, query("a", "b", { modes: ["sea"] }))).toEqual([]);
  });
});
