import FlatQueue from "flatqueue";
import { hasBit, type LegBits } from "./constraints.ts";
import type { Graph } from "./graph.ts";

/**
 * Ways from any vertex of a place to all vertices, but for closed legs; infinite where there is none.
 * @param before what it took to come to each vertex of the place; nothing unless told
 */
export function distancesFrom(
  graph: Graph,
  keys: Float64Array,
  closed: LegBits,
  place: number,
  before?: Float64Array,
): Float64Array {
  const { firstArc, arcHead, arcLeg } = graph;
  const relaxAll: RelaxAll = (vertex, relax) => {
    const end = firstArc[vertex + 1] as number;
    for (let arc = firstArc[vertex] as number; arc < end; arc++) {
      if (!hasBit(closed, arcLeg[arc] as number)) relax(arcHead[arc] as number, keys[arc] as number);
    }
  };
  return settleAll(graph, place, relaxAll, before);
}

/**
 * Ways from all vertices to any vertex of a place, but for closed legs; infinite where there is none.
 * @param beyond what is still to go from each vertex of the place; nothing unless told
 */
export function distancesTo(
  graph: Graph,
  keys: Float64Array,
  closed: LegBits,
  place: number,
  beyond?: Float64Array,
): Float64Array {
  const arriving: number[][] = graph.vehicles.map(() => []);
  graph.arcHead.forEach((head, arc) => {
    if (!hasBit(closed, graph.arcLeg[arc] as number)) arriving[head]?.push(arc);
  });
  const relaxAll: RelaxAll = (vertex, relax) => {
    for (const arc of arriving[vertex] as number[]) relax(graph.arcTail[arc] as number, keys[arc] as number);
  };
  return settleAll(graph, place, relaxAll, beyond);
}

/** Ways from the first of some stops through those passed so far to all vertices, by the number passed. */
export function distancesFromStops(
  graph: Graph,
  keys: Float64Array,
  closed: LegBits,
  stops: readonly number[],
): readonly Float64Array[] {
  const stages: Float64Array[] = [];
  for (const stop of stops.slice(0, -1)) {
    stages.push(distancesFrom(graph, keys, closed, stop, stages.at(-1)));
  }
  return stages;
}

/** Ways from all vertices through the stops still to pass to the last one, by the number passed. */
export function distancesToStops(
  graph: Graph,
  keys: Float64Array,
  closed: LegBits,
  stops: readonly number[],
): readonly Float64Array[] {
  const stages: Float64Array[] = [];
  for (const stop of stops.slice(1).reverse()) {
    stages.unshift(distancesTo(graph, keys, closed, stop, stages[0]));
  }
  return stages;
}

/** Tells every way on from a vertex. */
type RelaxAll = (vertex: number, relax: (next: number, key: number) => void) => void;

/**
 * Dijkstra's method from all vertices of a place, each with its own offset: the way to each vertex,
 * infinite where there is none.
 */
export function settleAll(
  { firstVertex, vehicles }: Graph,
  place: number,
  relaxAll: RelaxAll,
  offsets?: Float64Array,
): Float64Array {
  const distances = new Float64Array(vehicles.length).fill(Number.POSITIVE_INFINITY);
  const queue = new FlatQueue();
  const end = firstVertex[place + 1] as number;
  for (let vertex = firstVertex[place] as number; vertex < end; vertex++) {
    const start = offsets ? (offsets[vertex] as number) : 0;
    distances[vertex] = start;
    queue.push(vertex, start);
  }
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
