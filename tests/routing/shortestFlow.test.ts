import { expect, test } from "vitest";
import { findMaximumFlow } from "../../src/routing/maximumFlow.ts";
import type { FlowEdges } from "../../src/routing/residual.ts";
import { findShortestFlow } from "../../src/routing/shortestFlow.ts";
import { chooser, seededRandom } from "../fixtures/networks.ts";

/** A random network of up to seven vertices, with lengths and small capacities. */
function randomEdges(seed: number): { edges: FlowEdges; lengths: number[] } {
  const { below } = chooser(seededRandom(seed));
  const size = 4 + below(4);
  const ends = Array.from({ length: 6 + below(12) }, () => [below(size), below(size)] as const).filter(
    ([tail, head]) => tail !== head,
  );
  return {
    edges: {
      size,
      source: 0,
      sink: 1,
      tails: ends.map(([tail]) => tail),
      heads: ends.map(([, head]) => head),
      capacities: ends.map(() => below(5)),
    },
    lengths: ends.map(() => below(9)),
  };
}

/** Whether some round trip of what could still be sent or taken back would make the flow shorter (Bellman and Ford). */
function canBeShortened(
  { size, tails, heads, capacities }: FlowEdges,
  lengths: number[],
  flows: Float64Array,
) {
  const open = tails.flatMap((tail, edge) => {
    const [head, length] = [heads[edge] as number, lengths[edge] as number];
    const flow = flows[edge] as number;
    return [
      ...(flow < (capacities[edge] as number) ? [{ from: tail, to: head, length }] : []),
      ...(flow > 0 ? [{ from: head, to: tail, length: -length }] : []),
    ];
  });
  const distances = new Array<number>(size).fill(0);
  for (let round = 0; round < size; round++) {
    for (const { from, to, length } of open)
      distances[to] = Math.min(distances[to] as number, (distances[from] as number) + length);
  }
  return open.some(
    ({ from, to, length }) => (distances[from] as number) + length < (distances[to] as number),
  );
}

test("on random networks the flow keeps to the capacities, loses nothing on its way and cannot be shortened", () => {
  let flowing = 0;
  for (let seed = 1; seed <= 600; seed++) {
    const { edges, lengths } = randomEdges(seed);
    const { value } = findMaximumFlow(edges);
    for (const wanted of new Set([value, Math.floor(value / 2)])) {
      const flows = findShortestFlow(edges, lengths, wanted);
      const surplus = new Array<number>(edges.size).fill(0);
      flows.forEach((flow, edge) => {
        expect(flow, `seed ${seed}`).toBeGreaterThanOrEqual(0);
        expect(flow, `seed ${seed}`).toBeLessThanOrEqual(edges.capacities[edge] as number);
        surplus[edges.tails[edge] as number] = (surplus[edges.tails[edge] as number] as number) - flow;
        surplus[edges.heads[edge] as number] = (surplus[edges.heads[edge] as number] as number) + flow;
      });
      expect(surplus, `seed ${seed}`).toEqual(
        surplus.map((_, vertex) => (vertex === 0 ? 0 - wanted : vertex === 1 ? wanted : 0)),
      );
      expect(canBeShortened(edges, lengths, flows), `seed ${seed}`).toBe(false);
    }
    if (value > 1) flowing++;
  }
  expect(flowing).toBeGreaterThan(200);
});
