import FlatQueue from "flatqueue";
import type { Criterion } from "../model/vocabulary.ts";
import { choice, endOfLine } from "./chains.ts";
import type { LegBits } from "./constraints.ts";
import type { Graph } from "./graph.ts";
import { type Bound, boundTo } from "./landmarks.ts";

/** What one stage of a search knows of each vertex; an entry counts only where its mark is the present one. */
export interface Workspace {
  readonly distance: Float64Array;
  /** The arc a vertex was reached by, -1 where the stage starts. */
  readonly arrival: Int32Array;
  readonly seen: Uint32Array;
  readonly settled: Uint32Array;
  readonly queue: FlatQueue;
  mark: number;
}

/** A best journey: its arcs in travel order and the sum of their keys. */
export interface Journey {
  readonly arcs: readonly number[];
  readonly key: number;
}

/**
 * The best journey through some places, in travel order, or undefined where there is none.
 *
 * A* with landmark bounds (Goldberg & Harrelson, "Computing the Shortest Path: A* Search Meets Graph Theory", 2005),
 * one stage between each two stops. A stage starts at every vertex of its stop with the exact key carried over,
 * so a train that only passes a stop goes on without a transfer.
 *
 * Of journeys with equal keys the answer is always the same: reading backwards from the destination,
 * the one whose first different leg has the lower id. For that every vertex keeps the lowest of the legs
 * that reach it at its best key, and the search goes on until all vertices that could lie on an equally good
 * journey are settled.
 */
export function findJourney(
  graph: Graph,
  criterion: Criterion,
  closed: LegBits,
  places: readonly number[],
): Journey | undefined {
  const { firstVertex } = graph;
  const stops = places.filter((stop, index) => stop !== places[index - 1]);
  const stages: Workspace[] = [];
  for (let stage = 0; stage + 1 < stops.length; stage++) {
    const isLast = stage + 2 === stops.length;
    const workspace = openWorkspace(graph, stage);
    const start = stops[stage] as number;
    const goal = stops[stage + 1] as number;
    const bound = boundTo(graph, criterion, start, goal);
    const previous = stages[stage - 1];
    for (let vertex = firstVertex[start] as number; vertex < (firstVertex[start + 1] as number); vertex++) {
      if (!previous) enter(workspace, vertex, 0, bound);
      else if (previous.seen[vertex] === previous.mark) {
        enter(workspace, vertex, previous.distance[vertex] as number, bound);
      }
    }
    if (!runStage(graph, criterion, closed, workspace, goal, bound, isLast)) return undefined;
    stages.push(workspace);
  }
  return traceBack(graph, stages, stops);
}

function openWorkspace(graph: Graph, stage: number): Workspace {
  let workspace = graph.workspaces[stage];
  const size = graph.vehicles.length;
  if (!workspace) {
    workspace = {
      distance: new Float64Array(size),
      arrival: new Int32Array(size),
      seen: new Uint32Array(size),
      settled: new Uint32Array(size),
      queue: new FlatQueue(),
      mark: 0,
    };
    graph.workspaces[stage] = workspace;
  }
  workspace.queue.clear();
  // Marks are 32 bits wide: start afresh before one comes round again.
  if (workspace.mark === 0xffffffff) {
    workspace.seen.fill(0);
    workspace.settled.fill(0);
    workspace.mark = 0;
  }
  workspace.mark++;
  return workspace;
}

function enter(workspace: Workspace, vertex: number, distance: number, bound: Bound): void {
  workspace.seen[vertex] = workspace.mark;
  workspace.distance[vertex] = distance;
  workspace.arrival[vertex] = -1;
  workspace.queue.push(vertex, distance + bound(vertex));
}

/**
 * Settles vertices until the goal is reached for certain; false where it cannot be.
 * Where a journey has no choice it is led on at once, without a turn in the queue. Only a journey to a mine
 * looks at mines, and at every place on its way.
 */
function runStage(
  graph: Graph,
  criterion: Criterion,
  closed: LegBits,
  workspace: Workspace,
  goal: number,
  bound: Bound,
  isLast: boolean,
): boolean {
  const { firstArc, arcHead, arcLeg, onward, placeOfVertex, firstVertex, places } = graph;
  const keys = graph.arcKeys[criterion];
  const { distance, arrival, seen, settled, queue, mark } = workspace;
  const isToMine = places[goal]?.type === "deposit";
  const { mainEnd } = graph;
  // Where the journey goes on, every vehicle at the goal matters; at its end the best one does.
  let missing = isLast ? 1 : (firstVertex[goal + 1] as number) - (firstVertex[goal] as number);
  let limit = Number.POSITIVE_INFINITY;
  let reached = false;
  while (queue.length > 0 && (queue.peekValue() as number) <= limit) {
    const vertex = queue.pop() as number;
    if (settled[vertex] === mark) continue;
    settled[vertex] = mark;
    const place = placeOfVertex[vertex] as number;
    if (place === goal) {
      reached = true;
      missing--;
      if (missing === 0) limit = distance[vertex] as number;
      continue;
    }
    // A mine is no thoroughfare: what arrives there stays.
    if (isToMine && arrival[vertex] !== -1 && places[place]?.type === "deposit") continue;
    const end = (isToMine ? firstArc[vertex + 1] : mainEnd[vertex]) as number;
    for (let first = firstArc[vertex] as number; first < end; first++) {
      let arc = first;
      let travelled = distance[vertex] as number;
      for (;;) {
        const leg = arcLeg[arc] as number;
        if (((closed[leg >>> 5] as number) >>> (leg & 31)) & 1) break;
        const head = arcHead[arc] as number;
        travelled += keys[arc] as number;
        if (seen[head] === mark) {
          const known = distance[head] as number;
          if (travelled > known) break;
          if (travelled === known) {
            const before = arrival[head] as number;
            if (before !== -1 && leg < (arcLeg[before] as number)) arrival[head] = arc;
            break;
          }
        }
        seen[head] = mark;
        distance[head] = travelled;
        arrival[head] = arc;
        const next = onward[arc] as number;
        if (next === choice || isToMine || placeOfVertex[head] === goal) {
          const total = travelled + bound(head);
          if (total <= limit) queue.push(head, total);
          break;
        }
        if (next === endOfLine) break;
        arc = next;
      }
    }
  }
  return reached;
}

function traceBack(graph: Graph, stages: readonly Workspace[], stops: readonly number[]): Journey {
  const { firstVertex, arcTail } = graph;
  const last = stages.at(-1) as Workspace;
  const goal = stops.at(-1) as number;
  let vertex = -1;
  for (let other = firstVertex[goal] as number; other < (firstVertex[goal + 1] as number); other++) {
    if (last.seen[other] === last.mark && (vertex === -1 || isBetterEnd(graph, last, other, vertex))) {
      vertex = other;
    }
  }
  const key = last.distance[vertex] as number;
  const arcs: number[] = [];
  for (let stage = stages.length - 1; stage >= 0; stage--) {
    const { arrival } = stages[stage] as Workspace;
    for (let arc = arrival[vertex] as number; arc !== -1; arc = arrival[vertex] as number) {
      arcs.push(arc);
      vertex = arcTail[arc] as number;
    }
  }
  return { arcs: arcs.reverse(), key };
}

function isBetterEnd(graph: Graph, { distance, arrival }: Workspace, vertex: number, best: number): boolean {
  const difference = (distance[vertex] as number) - (distance[best] as number);
  if (difference !== 0) return difference < 0;
  return lastLeg(graph, arrival[vertex] as number) < lastLeg(graph, arrival[best] as number);
}

function lastLeg(graph: Graph, arc: number): number {
  return arc === -1 ? -1 : (graph.arcLeg[arc] as number);
}
