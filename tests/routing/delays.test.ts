import { expect, test } from "vitest";
import type { RouteQuery } from "../../src/model/route.ts";
import { buildGraph, route } from "../../src/routing/index.ts";
import { leg, network, networkYear, node, query, roundFactors } from "../fixtures/networks.ts";
import { randomNetwork, randomQuery } from "../fixtures/randomNetwork.ts";
import { askRoute, legsOf, transfersOf } from "./ask.ts";

/**
 * a --1-- m --2-- b, and a detour a --3-- b that is longer; the first two legs are one line, in the shares 1 to 3.
 */
const forked = network(
  [
    leg("a", "m", "rail", { id: "first", line: "straight", lengthKm: 100 }),
    leg("m", "b", "rail", { id: "second", line: "straight", lengthKm: 300 }),
    leg("a", "b", "rail", { id: "detour", lengthKm: 4000 }),
  ],
  [node("m", "junction")],
);
const hours = (question: RouteQuery) => askRoute(forked, question).totals.durationH.typical;
const usual = hours(query("a", "b"));

test("a slow leg adds its days once, as a wait of its own in the itinerary", () => {
  const found = askRoute(forked, query("a", "b", { slow: [{ id: "second", days: 1 }] }));
  expect(found.totals.durationH.typical).toBeCloseTo(usual + 24);
  expect(found.totals.durationH.min).toBeCloseTo(askRoute(forked, query("a", "b")).totals.durationH.min + 24);
  expect(transfersOf(found)).toEqual(["delay at b: second to second"]);
});

test("a slow line is slow by its length: a part of it by its share", () => {
  const slow = [{ id: "straight", days: 1 }];
  expect(hours(query("a", "b", { slow }))).toBeCloseTo(usual + 24);
  expect(hours(query("a", "m", { slow }))).toBeCloseTo(hours(query("a", "m")) + 6);
});

test("a slow place delays who starts, passes or arrives there, each once", () => {
  for (const id of ["a", "m", "b"]) {
    expect(hours(query("a", "b", { slow: [{ id, days: 2 }] })), id).toBeCloseTo(usual + 48);
  }
});

test("what is too slow is gone round", () => {
  const found = askRoute(forked, query("a", "b", { slow: [{ id: "m", days: 90 }] }));
  expect(legsOf(found)).toEqual(["detour"]);
});

test("a delay costs time only, and the price does not send the cargo another way", () => {
  const slow = [{ id: "m", days: 90 }];
  const cheapest = askRoute(forked, query("a", "b", { slow, criterion: "cost" }));
  expect(legsOf(cheapest)).toEqual(["first", "second"]);
  expect(cheapest.totals.costUsdPerFeu).toEqual(
    askRoute(forked, query("a", "b", { criterion: "cost" })).totals.costUsdPerFeu,
  );
});

test("a ship that waits at a strait is still on one voyage over one border", () => {
  const voyage = network(
    [
      leg("x", "w", "sea", { countries: [{ code: "AA", km: 100 }] }),
      leg("w", "y", "sea", { passes: ["bosphorus"], countries: [{ code: "BB", km: 100 }] }),
    ],
    [node("x", "seaport", { country: "AA" }), node("w", "waypoint"), node("y", "seaport", { country: "BB" })],
  );
  const found = askRoute(voyage, query("x", "y", { slow: [{ id: "bosphorus", days: 3 }] }));
  expect(found.totals.borders).toBe(1);
  expect(found.totals.durationH.typical).toBeCloseTo(
    askRoute(voyage, query("x", "y")).totals.durationH.typical + 72,
  );
});

test("on random networks a slow leg of the best route costs its days, or as much as going round it", () => {
  let wentRound = 0;
  for (let seed = 1; seed <= 300; seed++) {
    const world = randomNetwork(seed);
    const graph = buildGraph(world, roundFactors, networkYear);
    const question = { ...randomQuery(world, seed), via: [], criterion: "time" } as const;
    const usually = route(graph, question);
    if (usually.status !== "found") continue;
    for (const id of legsOf(usually.route)) {
      const slowed = route(graph, { ...question, slow: [{ id, days: 1 }] });
      const round = route(graph, { ...question, close: [...question.close, id] });
      const through = usually.route.totals.durationH.typical + 24;
      const around =
        round.status === "found" ? round.route.totals.durationH.typical : Number.POSITIVE_INFINITY;
      if (around < through) wentRound++;
      expect(slowed.status).toBe("found");
      if (slowed.status === "found") {
        const difference = slowed.route.totals.durationH.typical - Math.min(through, around);
        // A leg of no length still weighs a second in the search.
        expect(Math.abs(difference), `seed ${seed}, leg ${id}`).toBeLessThan(0.01);
      }
    }
  }
  expect(wentRound).toBeGreaterThan(20);
});
