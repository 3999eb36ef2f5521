import { describe, expect, test } from "vitest";
import type { Network } from "../../src/model/network.ts";
import { relaxationsOf } from "../../src/model/relaxations.ts";
import type { NoRoute, RouteQuery } from "../../src/model/route.ts";
import { allowedStatuses, criteria, modes } from "../../src/model/vocabulary.ts";
import { buildGraph, route } from "../../src/routing/index.ts";
import { chooser, networkYear, roundFactors, seededRandom } from "../fixtures/networks.ts";
import { randomNetwork, randomQuery } from "../fixtures/randomNetwork.ts";
import { createOracle } from "./oracle.ts";

const seeds = Array.from({ length: 250 }, (_, i) => i + 1);
const queriesPerNetwork = 4;
/** The largest sets that are tried one by one. */
const mostTried = 4;
/** How many sets of several are told. */
const told = 6;
const years = Array.from({ length: 12 }, (_, i) => i);

/** One constraint lifted: its name, and what becomes of the question. */
interface Lifting {
  readonly name: string;
  readonly lift: (question: RouteQuery) => RouteQuery;
}

/** A question that breaks many rules at once. */
function strictQuery(world: Network, seed: number): RouteQuery {
  const { below, one, some } = chooser(seededRandom(seed));
  const closable = [...world.nodes, ...world.legs].map(({ id }) => id);
  return {
    ...randomQuery(world, seed),
    avoid: some(["AA", "BB", "CC", "KZ", "RU"], below(4)),
    close: some(closable, below(6)),
    modes: some(modes, 1 + below(4)),
    criterion: one(criteria),
    status: one(allowedStatuses),
  };
}

function liftings(question: RouteQuery): readonly Lifting[] {
  return [
    ...question.avoid.map((code) => ({
      name: `allow-country ${code}`,
      lift: (other: RouteQuery) => ({ ...other, avoid: other.avoid.filter((avoided) => avoided !== code) }),
    })),
    ...question.close.map((id) => ({
      name: `reopen ${id}`,
      lift: (other: RouteQuery) => ({ ...other, close: other.close.filter((closed) => closed !== id) }),
    })),
    ...modes
      .filter((mode) => !question.modes.includes(mode))
      .map((mode) => ({
        name: `allow-modes ${mode}`,
        lift: (other: RouteQuery) => ({ ...other, modes: [...other.modes, mode] }),
      })),
  ];
}

/** All choices of some things. */
function choices<T>(things: readonly T[], count: number): readonly (readonly T[])[] {
  if (count === 0) return [[]];
  return things.flatMap((thing, i) =>
    choices(things.slice(i + 1), count - 1).map((others) => [thing, ...others]),
  );
}

/** The smallest sets that open a route, by trying one after another; undefined where they are larger than tried. */
function smallestSets(
  question: RouteQuery,
  opens: (other: RouteQuery) => boolean,
): readonly (readonly Lifting[])[] | undefined {
  for (let size = 1; size <= mostTried; size++) {
    const found: (readonly Lifting[])[] = choices(liftings(question), size).filter((set) =>
      opens(set.reduce((other, { lift }) => lift(other), question)),
    );
    for (const set of choices(liftings(question), size - 1)) {
      const lifted = set.reduce((other, { lift }) => lift(other), question);
      let earliest = Number.POSITIVE_INFINITY;
      for (const status of allowedStatuses.slice(allowedStatuses.indexOf(question.status))) {
        const year = years
          .map((wait) => question.year + wait)
          .find((later) => opens({ ...lifted, year: later, status }));
        if (year === undefined || year >= earliest) continue;
        earliest = year;
        const name = status === question.status ? `year ${year}` : `status ${status} ${year}`;
        found.push([...set, { name, lift: (other) => ({ ...other, year, status }) }]);
      }
    }
    if (found.length > 0) return found;
  }
  return undefined;
}

const namesOf = (opening: NoRoute["opens"][number], asked: number): readonly string[] =>
  relaxationsOf(opening).map(({ kind, value, year }) =>
    kind === "status" ? `status ${value} ${year ?? asked}` : `${kind} ${value}`,
  );

describe("the smallest sets of relaxations on random networks (the failing seed is in the message)", () => {
  test("are those found by trying every set, each with the figures of the route it opens", () => {
    /** How many questions had sets of each size: 0 where nothing opens a route, the last where they are larger than tried. */
    const counts: Record<number, number> = {};
    const count = (size: number) => {
      counts[size] = (counts[size] ?? 0) + 1;
    };
    for (const seed of seeds) {
      const world = randomNetwork(seed);
      const graph = buildGraph(world, roundFactors, networkYear);
      const oracle = createOracle(world, roundFactors, networkYear);
      for (let i = 0; i < queriesPerNetwork; i++) {
        const question = strictQuery(world, seed * 8000 + i);
        if ([...question.via, question.to].every((stop) => stop === question.from)) continue;
        const answer = route(graph, question);
        if (answer.status !== "none") continue;
        const message = `seed ${seed}, query ${i}: ${JSON.stringify(question)}`;
        const opens = answer.reason.opens;
        const expected = smallestSets(question, (other) => oracle(other) !== undefined);
        if (!expected) {
          const everything = liftings(question).reduce((other, { lift }) => lift(other), question);
          const times = years.map((wait) => ({ year: question.year + wait, status: "planned" as const }));
          const isJoined = [{}, ...times].some((time) => oracle({ ...everything, ...time }));
          const isLarger = opens.map((opening) => relaxationsOf(opening).length > mostTried);
          expect([...new Set(isLarger)], message).toEqual(isJoined ? [true] : []);
          count(isJoined ? mostTried + 1 : 0);
          continue;
        }
        const priced = expected.map((set) => {
          const opened = route(
            graph,
            set.reduce((other, { lift }) => lift(other), question),
          );
          if (opened.status !== "found") throw new Error(message);
          return { names: set.map(({ name }) => name), totals: opened.route.totals };
        });
        const figureOf = ({ totals }: (typeof priced)[number]) =>
          ({
            time: totals.durationH.typical,
            cost: totals.costUsdPerFeu.typical,
            distance: totals.distanceKm,
            emissions: totals.emissionsKgCo2ePerFeu.typical,
            transfers: totals.transfers,
          })[question.criterion];
        const size = expected[0]?.length ?? 0;
        const best = priced.map(figureOf).sort((a, b) => a - b);
        expect(opens.length, message).toBe(size === 1 ? best.length : Math.min(told, best.length));
        for (const [rank, opening] of opens.entries()) {
          const names = namesOf(opening, question.year);
          const same = priced.find((set) => set.names.join() === names.join());
          expect(same, `${message}: ${names}`).toBeDefined();
          expect(same && figureOf(same), message).toBe(best[rank]);
          expect(opening, message).toMatchObject({
            durationH: same?.totals.durationH.typical,
            costUsdPerFeu: same?.totals.costUsdPerFeu.typical,
            emissionsKgCo2ePerFeu: same?.totals.emissionsKgCo2ePerFeu.typical,
            distanceKm: same?.totals.distanceKm,
            transfers: same?.totals.transfers,
          });
        }
        const different = new Set(opens.map((opening) => namesOf(opening, question.year).join()));
        expect(different.size, message).toBe(opens.length);
        count(size);
      }
    }
    const least = { 0: 50, 1: 100, 2: 80, 3: 50, 4: 20, 5: 5 };
    for (const [size, questions] of Object.entries(least)) {
      expect(counts[Number(size)], `sets of ${size}`).toBeGreaterThanOrEqual(questions);
    }
  });
});
