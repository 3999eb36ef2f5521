import { describe, expect, test } from "vitest";
import type { Network } from "../../src/model/network.ts";
import type { Route, RouteQuery } from "../../src/model/route.ts";
import { buildGraph, route } from "../../src/routing/index.ts";
import { chooser, factorsWith, networkYear, roundFactors, seededRandom } from "../fixtures/networks.ts";
import { randomNetwork, randomQuery } from "../fixtures/randomNetwork.ts";
import { createOracle } from "./oracle.ts";

const seeds = Array.from({ length: 400 }, (_, i) => i + 1);
const queriesPerNetwork = 25;

/**
 * Handling times of their own for every kind, so that no transfer can stand in for another unnoticed,
 * and none that is longer than two others in its place: nobody moves cargo twice to save time.
 */
const factors = factorsWith({
  "time.port.caspian": 7,
  "time.port.short": 4,
  "time.port.deep": 11,
  "time.port.ferry": 3,
  "time.port.transshipment": 6,
  "time.gauge": 1,
  "time.border": 4,
  "time.border.union": 0,
  "time.road-rail": 5,
  "price.gauge": 0,
});

const legsOf = (found: Route): string[] =>
  found.steps.flatMap((step) => (step.kind === "leg" ? [step.id] : []));

function ask(world: Network, question: RouteQuery): Route | undefined {
  const answer = route(buildGraph(world, factors, networkYear), question);
  if (answer.status === "failed") throw new Error(answer.message);
  return answer.status === "found" ? answer.route : undefined;
}

/** The total a criterion optimises, in the whole units the search adds up. */
function costOf(found: Route, { criterion }: RouteQuery): number {
  const { totals } = found;
  return {
    time: totals.durationH.typical * 3600,
    cost: totals.costUsdPerFeu.typical * 100,
    distance: totals.distanceKm * 1000,
    emissions: totals.emissionsKgCo2ePerFeu.typical * 1000,
    transfers: totals.transfers,
  }[criterion];
}

/** A leg of no length still weighs one unit: a cent or a second each. */
const unitsPerJourney = 40;

describe("on random networks (the failing seed is in the message)", () => {
  test("answers equal the oracle's, leg by leg", () => {
    let found = 0;
    for (const seed of seeds) {
      const world = randomNetwork(seed);
      const graph = buildGraph(world, factors, networkYear);
      const oracle = createOracle(world, factors, networkYear);
      for (let i = 0; i < queriesPerNetwork; i++) {
        const question = randomQuery(world, seed * 1000 + i);
        if ([...question.via, question.to].every((stop) => stop === question.from)) continue;
        const answer = route(graph, question);
        const expected = oracle(question);
        const legs = answer.status === "found" ? legsOf(answer.route) : answer.status;
        expect(legs, `seed ${seed}, query ${i}: ${JSON.stringify(question)}`).toEqual(
          expected?.legs ?? "none",
        );
        if (expected) found++;
      }
    }
    expect(found).toBeGreaterThan(2000);
  });

  test("a journey passes its stops in order", () => {
    for (const seed of seeds) {
      const world = randomNetwork(seed);
      for (let i = 0; i < 3; i++) {
        const question = randomQuery(world, seed * 2000 + i);
        const found = ask(world, question);
        if (!found) continue;
        const legs = found.steps.filter((step) => step.kind === "leg");
        const passed = [legs[0]?.from, ...legs.map(({ to }) => to)];
        let position = 0;
        for (const stop of [question.from, ...question.via, question.to]) {
          position = passed.indexOf(stop as string, position);
          expect(position, `seed ${seed}, query ${i}: ${stop}`).not.toBe(-1);
        }
        expect(passed.at(-1), `seed ${seed}, query ${i}`).toBe(question.to);
        for (const [index, leg] of legs.entries()) {
          if (index > 0) expect(leg.from, `seed ${seed}, query ${i}`).toBe(legs[index - 1]?.to);
        }
      }
    }
  });

  test("no kilometre lies in an avoided state, and no closed thing is touched", () => {
    for (const seed of seeds) {
      const world = randomNetwork(seed);
      for (let i = 0; i < 3; i++) {
        const question = randomQuery(world, seed * 3000 + i);
        const found = ask(world, question);
        if (!found) continue;
        const message = `seed ${seed}, query ${i}`;
        for (const { code, controlledBy } of found.countries) {
          expect(question.avoid, message).not.toContain(code);
          expect(question.avoid, message).not.toContain(controlledBy);
        }
        for (const step of found.steps) {
          const touched = step.kind === "leg" ? [step.id, step.line, step.from, step.to] : [step.at];
          for (const id of touched) expect(question.close, message).not.toContain(id);
        }
      }
    }
  });

  test("a tighter question never has a better answer", () => {
    for (const seed of seeds) {
      const world = randomNetwork(seed);
      const { one } = chooser(seededRandom(seed));
      const loose = randomQuery(world, seed * 4000);
      const free = ask(world, loose);
      const tighter: RouteQuery[] = [
        { ...loose, avoid: [...loose.avoid, one(["AA", "BB", "CC", "KZ", "RU"])] },
        { ...loose, close: [...loose.close, one(world.legs).id] },
        { ...loose, close: [...loose.close, one(world.nodes).id] },
        { ...loose, modes: loose.modes.slice(1) },
        { ...loose, via: [...loose.via, one(world.nodes).id] },
        { ...loose, status: "operating" },
      ];
      for (const question of tighter) {
        const found = ask(world, question);
        const message = `seed ${seed}: ${JSON.stringify(question)}`;
        if (loose.from === loose.to) continue;
        if (!free) expect(found, message).toBeUndefined();
        else if (found) {
          expect(costOf(found, loose), message).toBeGreaterThanOrEqual(costOf(free, loose) - unitsPerJourney);
        }
      }
    }
  });

  test("the order of the input changes nothing", () => {
    for (const seed of seeds) {
      const world = randomNetwork(seed);
      const { shuffled } = chooser(seededRandom(seed));
      const other: Network = {
        nodes: shuffled(world.nodes),
        legs: shuffled(world.legs),
        deposits: shuffled(world.deposits),
      };
      for (let i = 0; i < 3; i++) {
        const question = randomQuery(world, seed * 5000 + i);
        expect(ask(other, question), `seed ${seed}, query ${i}`).toEqual(ask(world, question));
      }
    }
  });

  test("a way back costs what the way there costs", () => {
    for (const seed of seeds) {
      const world = randomNetwork(seed);
      const question = randomQuery(world, seed * 6000);
      const there = ask(world, question);
      const back = ask(world, {
        ...question,
        from: question.to,
        to: question.from,
        via: question.via.toReversed(),
      });
      const cost = (found: Route | undefined) => found && Math.round(costOf(found, question));
      expect(Math.abs((cost(there) ?? 0) - (cost(back) ?? 0)), `seed ${seed}`).toBeLessThanOrEqual(
        unitsPerJourney,
      );
      expect(back === undefined, `seed ${seed}`).toBe(there === undefined);
    }
  });

  test("asking changes nothing: the same graph gives the same answer again", () => {
    const world = randomNetwork(7);
    const graph = buildGraph(world, roundFactors, networkYear);
    const questions = Array.from({ length: 50 }, (_, i) => randomQuery(world, i));
    const once = questions.map((question) => route(graph, question));
    const again = questions.toReversed().map((question) => route(graph, question));
    expect(again.reverse()).toEqual(once);
  });

  test("bounds sharpened for states that are avoided again and again change no answer", () => {
    for (const seed of seeds.slice(0, 100)) {
      const world = randomNetwork(seed);
      const graph = buildGraph(world, factors, networkYear);
      const oracle = createOracle(world, factors, networkYear);
      for (let i = 0; i < 20; i++) {
        const question = {
          ...randomQuery(world, seed * 7000 + i),
          avoid: ["RU"],
          criterion: "time",
        } as const;
        if ([...question.via, question.to].every((stop) => stop === question.from)) continue;
        const answer = route(graph, question);
        const legs = answer.status === "found" ? legsOf(answer.route) : answer.status;
        expect(legs, `seed ${seed}, query ${i}`).toEqual(oracle(question)?.legs ?? "none");
      }
    }
  });
});
