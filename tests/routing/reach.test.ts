import { expect, test } from "vitest";
import type { Leg } from "../../src/model/network.ts";
import { reachFrom } from "../../src/routing/analysis.ts";
import { buildGraph, route } from "../../src/routing/index.ts";
import { deposit, leg, network, networkYear, node, query, roundFactors } from "../fixtures/networks.ts";
import { randomNetwork, randomQuery } from "../fixtures/randomNetwork.ts";

test("on random networks a place's hours are those of the quickest route to it, and no place is missed", () => {
  let reached = 0;
  for (let seed = 1; seed <= 200; seed++) {
    const world = randomNetwork(seed);
    const graph = buildGraph(world, roundFactors, networkYear);
    const question = { ...randomQuery(world, seed), via: [], criterion: "time" as const };
    const reach = reachFrom(graph, question, 60);
    const quickest = new Map<string, number>();
    for (const { id } of [...world.nodes, ...world.deposits]) {
      const answer = route(graph, { ...question, to: id });
      if (answer.status === "found") quickest.set(id, answer.route.totals.durationH.typical);
    }
    const expected = new Map([...quickest].filter(([, hours]) => hours <= 60));
    const message = `seed ${seed}: ${JSON.stringify(question)}`;
    expect((reach?.places ?? []).map(({ id }) => id).sort(), message).toEqual([...expected.keys()].sort());
    for (const { id, hours } of reach?.places ?? []) {
      expect(hours, `${message} to ${id}`).toBeCloseTo(expected.get(id) as number, 2);
    }
    const legById = new Map(world.legs.map((item) => [item.id, item]));
    for (const { id, fromH, toH } of reach?.legs ?? []) {
      const { from, to } = legById.get(id) as Leg;
      const notBefore = (place: string) => (quickest.get(place) ?? 0) - 0.01;
      expect(fromH, `${message} at ${from} for ${id}`).toBeGreaterThanOrEqual(notBefore(from));
      expect(toH, `${message} at ${to} for ${id}`).toBeGreaterThanOrEqual(notBefore(to));
      expect(Math.min(fromH, toH), `${message} for ${id}`).toBeLessThanOrEqual(60);
    }
    const covered = new Set(reach?.legs.flatMap(({ id }) => [legById.get(id)?.from, legById.get(id)?.to]));
    for (const id of expected.keys()) expect(covered, `${message} to ${id}`).toContain(id);
    reached += expected.size;
  }
  expect(reached).toBeGreaterThan(300);
});

/* a -- b ~~ w ~~ c, 100 km each: 10 h, then 5 h in the port, 10 h and 10 h at sea; m is a mine at b. */
const world = network(
  [
    leg("b", "a"),
    leg("b", "w", "sea"),
    leg("w", "c", "sea"),
    leg("m", "b", "road", { lengthKm: 10, access: true }),
  ],
  [node("b", "seaport"), node("w", "waypoint"), node("c", "seaport")],
  [deposit("m")],
);
const graph = buildGraph(world, roundFactors, networkYear);

test("places are listed nearest first, without the start and waypoints", () => {
  expect(reachFrom(graph, query("a", ""), 35)?.places).toEqual([
    { id: "b", hours: 10 },
    { id: "m", hours: 16 },
    { id: "c", hours: 35 },
  ]);
});

test("legs carry the hours at their stored ends; the far one may lie beyond the limit", () => {
  expect(reachFrom(graph, query("a", ""), 15)?.legs).toEqual([
    { id: "b-a", fromH: 10, toH: 0 },
    { id: "b-w", fromH: 15, toH: 25 },
    { id: "m-b", fromH: 16, toH: 15 },
  ]);
});

test.each([
  ["an unknown place", query("nowhere", "")],
  ["a closed place", query("a", "", { close: ["a"] })],
  ["a place in an avoided state", query("a", "", { avoid: ["AA"] })],
  ["a waypoint", query("w", "")],
])("nothing is reached from %s", (_, question) => {
  expect(reachFrom(graph, question, 100)).toBeUndefined();
});
