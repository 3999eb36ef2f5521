import type { RouteQuery } from "../model/route.ts";
import type { Criterion } from "../model/vocabulary.ts";
import { type LegBits, legsOfStates } from "./constraints.ts";
import { distancesFrom, distancesTo } from "./distances.ts";
import type { Graph } from "./graph.ts";

/** Few enough to measure in milliseconds; more of them sharpened the bounds little on the real network. */
const landmarkCount = 8;

/** How many potentials a search looks at: the best ones where it starts. More cost more time than they save. */
const activeCount = 4;

/**
 * Potentials: numbers on the vertices that fall along an arc by no more than its key, so that the difference
 * between a vertex and the goal is a lower bound of the way between them. Two for each landmark: the way to it,
 * and less the way from it; 0 where there is no way, since such vertices cannot reach the goal anyway.
 */
export interface Potentials {
  /** Potentials per vertex. */
  readonly width: number;
  /** Entry `vertex * width + potential`. */
  readonly values: Float64Array;
}

/** A lower bound of the way from a vertex to the goal. */
export type Bound = (vertex: number) => number;

/** How often a set of avoided states is asked for before it gets potentials of its own. */
const sharpenAfter = 8;

/** How many sets of potentials are kept; those of the real network take some 150 KiB each. */
const keptCount = 24;

/** Potentials for a criterion and a set of avoided states, and how often they were asked for. */
export interface BoundStore {
  asked: number;
  potentials: Potentials | undefined;
}

/**
 * The potentials for a criterion and some avoided states. Those of the whole network serve every query;
 * where the same states are avoided again and again, potentials without their legs are measured once,
 * since they bound the ways around those states more sharply.
 */
function potentialsFor(graph: Graph, criterion: Criterion, avoid: readonly string[]): Potentials {
  const key = avoid.length === 0 ? criterion : `${criterion} ${avoid.join(" ")}`;
  let store = graph.bounds.get(key);
  if (!store) {
    store = { asked: 0, potentials: undefined };
    graph.bounds.set(key, store);
    const [oldest] = graph.bounds.keys();
    if (graph.bounds.size > keptCount && oldest !== undefined) graph.bounds.delete(oldest);
  }
  store.asked++;
  if (!store.potentials && (avoid.length === 0 || store.asked >= sharpenAfter)) {
    store.potentials = measurePotentials(graph, graph.arcKeys[criterion], legsOfStates(graph.legSets, avoid));
  }
  return store.potentials ?? potentialsFor(graph, criterion, []);
}

/**
 * Bounds towards a place, by the triangle inequality: the way to a landmark is never longer than
 * the way to the goal and on to the landmark. Of several vertices at the goal the nearest bound counts.
 * The distances are those of a network with at least the legs of the query; closing legs only makes ways longer,
 * so the bounds hold. They are consistent: along an arc they fall by no more than its key.
 */
export function boundTo(
  graph: Graph,
  { criterion, avoid }: Pick<RouteQuery, "criterion" | "avoid">,
  start: number,
  goal: number,
): Bound {
  const { width, values } = potentialsFor(graph, criterion, avoid);
  const from = (graph.firstVertex[start] as number) * width;
  const count = Math.min(activeCount, width);
  const columns: number[] = [];
  const levels: number[] = [];
  const gaps: number[] = [];
  const end = graph.firstVertex[goal + 1] as number;
  for (let vertex = graph.firstVertex[goal] as number; vertex < end; vertex++) {
    const to = vertex * width;
    const first = columns.length;
    for (let column = 0; column < width; column++) {
      const gap = (values[from + column] as number) - (values[to + column] as number);
      // The widest so far, in falling order: a narrower one makes room for this.
      let place = Math.min(first + count, gaps.length);
      while (place > first && gap > (gaps[place - 1] as number)) place--;
      if (place === first + count) continue;
      for (let at = Math.min(first + count - 1, gaps.length); at > place; at--) {
        gaps[at] = gaps[at - 1] as number;
        columns[at] = columns[at - 1] as number;
      }
      gaps[place] = gap;
      columns[place] = column;
    }
    for (let at = first; at < columns.length; at++)
      levels.push(values[to + (columns[at] as number)] as number);
  }
  const size = columns.length;
  return (vertex) => {
    const row = vertex * width;
    let nearest = size === 0 ? 0 : Number.POSITIVE_INFINITY;
    for (let index = 0; index < size; ) {
      let farthest = 0;
      for (const end = index + count; index < end; index++) {
        const bound = (values[row + (columns[index] as number)] as number) - (levels[index] as number);
        if (bound > farthest) farthest = bound;
      }
      if (farthest < nearest) nearest = farthest;
    }
    return nearest;
  };
}

/** Each landmark is the place farthest from those before it, within the largest connected part. */
function measurePotentials(graph: Graph, keys: Float64Array, closed: LegBits): Potentials {
  const size = graph.vehicles.length;
  const potentials: Float64Array[] = [];
  // The first row is only the place to start from: the largest part's first vertex.
  const nearest = distancesFrom(graph, keys, closed, firstOfLargestPart(graph, keys, closed));
  for (let turn = 0; turn < landmarkCount; turn++) {
    const vertex = farthestOf(nearest);
    if (vertex === -1) break;
    const place = graph.placeOfVertex[vertex] as number;
    const from = distancesFrom(graph, keys, closed, place);
    const to = distancesTo(graph, keys, closed, place);
    const finite = (way: number) => (way === Number.POSITIVE_INFINITY ? 0 : way);
    potentials.push(
      to.map(finite),
      from.map((way) => -finite(way)),
    );
    for (let other = 0; other < size; other++) {
      const way = from[other] as number;
      const known = nearest[other] as number;
      nearest[other] = turn === 0 || way < known ? way : known;
    }
  }
  const width = potentials.length;
  const values = new Float64Array(size * width);
  potentials.forEach((potential, column) => {
    potential.forEach((value, vertex) => {
      values[vertex * width + column] = value;
    });
  });
  return { width, values };
}

function farthestOf(distances: Float64Array): number {
  let best = -1;
  distances.forEach((distance, vertex) => {
    if (distance === Number.POSITIVE_INFINITY || distance === 0) return;
    if (best === -1 || distance > (distances[best] as number)) best = vertex;
  });
  return best;
}

function firstOfLargestPart(graph: Graph, keys: Float64Array, closed: LegBits): number {
  const size = graph.vehicles.length;
  const known = new Uint8Array(size);
  let best = { place: 0, reached: 0 };
  for (let vertex = 0; vertex < size && best.reached * 2 < size; vertex++) {
    if (known[vertex]) continue;
    const place = graph.placeOfVertex[vertex] as number;
    let reached = 0;
    distancesFrom(graph, keys, closed, place).forEach((distance, other) => {
      if (distance === Number.POSITIVE_INFINITY) return;
      known[other] = 1;
      reached++;
    });
    if (reached > best.reached) best = { place, reached };
  }
  return best.place;
}
