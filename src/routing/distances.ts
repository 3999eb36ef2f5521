import FlatQueue from "flatqueue";
import { hasBit, type LegBits } from "./constraints.ts";
import type { Graph } from "./graph.ts";

/** Ways from any vertex of a place to all vertices, but for closed legs; infinite where there is none. */
export function distancesFrom(
  graph: Graph,
  keys: Float64Array,
  closed: LegBits,
  place: number,
): Float64Array {
  const { firstArc, arcHead, arcLeg } = graph;
  return settleAll(graph, place, (vertex, relax) => {
    const end = firstArc[vertex + 1] as number;
    for (let arc = firstArc[vertex] as number; arc < end; arc++) {
      if (!hasBit(closed, arcLeg[arc] as number)) relax(arcHead[arc] as number, keys[arc] as number);
    }
  });
}

/** Ways from all vertices to any vertex of a place, but for closed legs; infinite where there is none. */
export function distancesTo(graph: Graph, keys: Float64Array, closed: LegBits, place: number): Float64Array {
  const arriving: number[][] = graph.vehicles.map(() => []);
  graph.arcHead.forEach((head, arc) => {
    if (!hasBit(closed, graph.arcLeg[arc] as number)) arriving[head]?.push(arc);
  });
  return settleAll(graph, place, (vertex, relax) => {
    for (const arc of arriving[vertex] as number[]) relax(graph.arcTail[arc] as number, keys[arc] as number);
  });
}

/** Dijkstra's method from all vertices of a place: the way to each vertex, infinite where there is none. */
export function settleAll(
  { firstVertex, vehicles }: Graph,
  place: number,
  relaxAll: (vertex: number, relax: (next: number, key: number) => void) => void,
): Float64Array {
  const distances = new Float64Array(vehicles.length).fill(Number.POSITIVE_INFINITY);
  const queue = new FlatQueue();
  const first = firstVertex[place] as number;
  distances.fill(0, first, firstVertex[place + 1]);
  for (let vertex = first; vertex < (firstVertex[place + 1] as number); vertex++) queue.push(vertex, 0);
  while (queue.length > 0) {
    const travelled = queue.peekValue() as number;
    const vertex = queue.pop() as number;
    if (travelled > (distances[vertex] as number)) continue;
    relaxAll(vertex, (next, key) => {
      if (travelled + key >= (distances[next] as number)) return;
      distances[next] = travelled + key;
      queue.push(next, travelled + key);
    });
  }
  return distances;
}
