import FlatQueue from "flatqueue";
import { type FlowEdges, layResidual, sendAlong } from "./residual.ts";

/**
 * Of all flows of a value the shortest: the one with the least sum of each edge's length times what goes on it. Sends one
 * shortest way after another, found by Dijkstra's method on lengths that potentials keep from going below zero
 * (J. Edmonds and R. M. Karp, "Theoretical improvements in algorithmic efficiency for network flow problems", 1972).
 * @param lengths of the edges, whole and not negative
 * @param value not more than the largest flow
 * @returns what goes on each edge
 */
export function findShortestFlow(edges: FlowEdges, lengths: readonly number[], value: number): Float64Array {
  const { size, source, sink } = edges;
  const residual = layResidual(edges);
  const { left, target, first, next } = residual;
  const potentials = new Float64Array(size);
  const distances = new Float64Array(size);
  const arrivals = new Int32Array(size);
  const queue = new FlatQueue();

  /** Measures how far every vertex is that is nearer than the sink; whether the sink can be reached. */
  const measure = (): boolean => {
    distances.fill(Number.POSITIVE_INFINITY);
    arrivals.fill(-1);
    distances[source] = 0;
    queue.clear();
    queue.push(source, 0);
    while (queue.length > 0) {
      const travelled = queue.peekValue() as number;
      const vertex = queue.pop() as number;
      if (vertex === sink) return true;
      if (travelled > (distances[vertex] as number)) continue;
      for (let entry = first[vertex] as number; entry !== -1; entry = next[entry] as number) {
        if ((left[entry] as number) <= 0) continue;
        const head = target[entry] as number;
        const length = lengths[entry >>> 1] as number;
        const way =
          travelled +
          ((entry & 1) === 0 ? length : -length) +
          (potentials[vertex] as number) -
          (potentials[head] as number);
        if (way >= (distances[head] as number)) continue;
        distances[head] = way;
        arrivals[head] = entry;
        queue.push(head, way);
      }
    }
    return false;
  };

  for (let rest = value; rest > 0 && measure(); ) {
    const farthest = distances[sink] as number;
    for (let vertex = 0; vertex < size; vertex++) {
      potentials[vertex] = (potentials[vertex] as number) + Math.min(distances[vertex] as number, farthest);
    }
    let amount = rest;
    for (const entry of wayBack()) amount = Math.min(amount, left[entry] as number);
    for (const entry of wayBack()) sendAlong(residual, entry, amount);
    rest -= amount;
  }
  return residual.flows;

  /** The entries of the way just found, from the sink back. */
  function* wayBack(): Generator<number> {
    for (let vertex = sink; vertex !== source; ) {
      const entry = arrivals[vertex] as number;
      yield entry;
      vertex = target[entry ^ 1] as number;
    }
  }
}
