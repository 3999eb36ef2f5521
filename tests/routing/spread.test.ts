import { expect, test } from "vitest";
import type { Range } from "../../src/model/factors.ts";
import type { Route } from "../../src/model/route.ts";
import { spread } from "../../src/routing/analysis.ts";
import { query } from "../fixtures/networks.ts";

const exact = (figure: number): Range => ({ min: figure, typical: figure, max: figure });

/** A route that takes so many hours, dollars and kilograms. */
const taking = (time: number, cost: number, emissions: number): Route => ({
  query: query("a", "b"),
  totals: {
    durationH: exact(time),
    costUsdPerFeu: exact(cost),
    emissionsKgCo2ePerFeu: exact(emissions),
    distanceKm: 0,
    transfers: 0,
    borders: 0,
    gaugeChanges: 0,
  },
  countries: [],
  steps: [],
});

const first = taking(20, 200, 50);
const quickest = taking(10, 900, 90);
const cheapest = taking(90, 100, 60);
const cleanest = taking(60, 600, 10);
const nearFirst = taking(21, 199, 50);
const between = taking(45, 400, 40);
const all = [first, nearFirst, quickest, between, cleanest, cheapest];

test("the first, the quickest, the cheapest and the cleanest stand for all, in the order given", () => {
  expect(spread(all, 4)).toEqual([first, quickest, cleanest, cheapest]);
});

test("then the one that differs most from those taken", () => {
  expect(spread(all, 5)).toEqual([first, quickest, between, cleanest, cheapest]);
  expect(spread(all, 6)).toEqual(all);
});

test("figures count by their range, not by their unit", () => {
  const scaled = all.map(({ totals: { durationH, costUsdPerFeu, emissionsKgCo2ePerFeu } }) =>
    taking(durationH.typical, costUsdPerFeu.typical / 1000, emissionsKgCo2ePerFeu.typical * 1000),
  );
  expect(spread(scaled, 5)).toEqual(scaled.filter((_, index) => index !== 1));
});

test("no more than there are, and no more than asked for", () => {
  expect(spread(all, 99)).toEqual(all);
  expect(spread(all, 2)).toEqual([first, quickest]);
  expect(spread(all, 0)).toEqual([]);
  expect(spread([], 3)).toEqual([]);
  expect(spread([first], 3)).toEqual([first]);
});

test("where all are alike the earlier ones are taken", () => {
  const twins = [taking(1, 1, 1), taking(1, 1, 1), taking(1, 1, 1)];
  expect(spread(twins, 2)).toEqual(twins.slice(0, 2));
});
