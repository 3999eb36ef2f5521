import FlatQueue from "flatqueue";
import type { RouteQuery } from "../model/route.ts";
import type { Criterion } from "../model/vocabulary.ts";
import { choice, endOfLine } from "./arcs.ts";
import type { LegBits } from "./constraints.ts";
import type { Graph } from "./graph.ts";
import { type Bound, boundTo } from "./landmarks.ts";

/** What one stage of a search knows of each vertex. */
export interface Workspace {
  readonly distance: Float64Array;
  /** The arc a vertex was reached by, -1 where the stage starts. */
  readonly arrival: Int32Array;
  /** `mark` where a vertex was reached in this stage, one more where it is settled, else a lower number. */
  readonly state: Uint32Array;
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
  query: Pick<RouteQuery, "criterion" | "avoid">,
  closed: LegBits,
  places: readonly number[],
): Journey | undefined {
  const stops = places.filter((stop, index) => stop !== places[index - 1]);
  const stages: Workspace[] = [];
  for (let stage = 0; stage + 1 < stops.length; stage++) {
    const start = stops[stage] as number;
    const goal = stops[stage + 1] as number;
    const isLast = stage + 2 === stops.length;
    const workspace = openWorkspace(graph, stage);
    const bound = boundTo(graph, query, start, goal);
    const previous = stages[stage - 1];
    for (const vertex of verticesOf(graph, start)) {
      if (!previous) enter(workspace, vertex, 0, bound);
      else if ((previous.state[vertex] as number) >= previous.mark) {
        enter(workspace, vertex, previous.distance[vertex] as number, bound);
      }
    }
    const withSideTracks = isLast
      ? isMine(graph, goal) || (isMine(graph, start) && hasSideTrack(graph, goal))
      : stops.some((stop) => isMine(graph, stop));
    if (
      !runStage(graph, { criterion: query.criterion, closed, workspace, goal, bound, isLast, withSideTracks })
    )
      return undefined;
    stages.push(workspace);
  }
  return traceBack(graph, stages, stops);
}

function verticesOf({ firstVertex }: Graph, place: number): readonly number[] {
  const vertices: number[] = [];
  const end = firstVertex[place + 1] as number;
  for (let vertex = firstVertex[place] as number; vertex < end; vertex++) vertices.push(vertex);
  return vertices;
}

function isMine({ places }: Graph, place: number): boolean {
  return places[place]?.type === "deposit";
}

function hasSideTrack(graph: Graph, place: number): boolean {
  return verticesOf(graph, place).some((vertex) => graph.isSideTrack[vertex] === 1);
}

function openWorkspace(graph: Graph, stage: number): Workspace {
  let workspace = graph.workspaces[stage];
  const size = graph.vehicles.length;
  if (!workspace) {
    workspace = {
      distance: new Float64Array(size),
      arrival: new Int32Array(size),
      state: new Uint32Array(size),
      queue: new FlatQueue(),
      mark: 0,
    };
    graph.workspaces[stage] = workspace;
  }
  workspace.queue.clear();
  // States are 32 bits wide: start afresh before the marks leave that room.
  if (workspace.mark >= 2 ** 32 - 4) {
    workspace.state.fill(0);
    workspace.mark = 0;
  }
  workspace.mark += 2;
  return workspace;
}

function enter(workspace: Workspace, vertex: number, distance: number, bound: Bound): void {
  workspace.state[vertex] = workspace.mark;
  workspace.distance[vertex] = distance;
  workspace.arrival[vertex] = -1;
  workspace.queue.push(vertex, distance + bound(vertex));
}

interface Stage {
  readonly criterion: Criterion;
  readonly closed: LegBits;
  readonly workspace: Workspace;
  readonly goal: number;
  readonly bound: Bound;
  readonly isLast: boolean;
  /** True for a journey that may need the roads of mines: it looks at every place on its way. */
  readonly withSideTracks: boolean;
}

/**
 * Settles vertices until the goal is reached for certain; false where it cannot be.
 * Where a journey has no choice it is led on at once, without a turn in the queue.
 */
function runStage(graph: Graph, stage: Stage): boolean {
  const { firstArc, mainEnd, arcHead, arcLeg, onward, placeOfVertex } = graph;
  const { closed, goal, bound, withSideTracks } = stage;
  const { distance, arrival, state, queue, mark } = stage.workspace;
  const keys = graph.arcKeys[stage.criterion];
  // Where the journey goes on, every vehicle at the goal matters; at its end the best one does.
  const ends = verticesOf(graph, goal).filter((vertex) => withSideTracks || graph.isSideTrack[vertex] === 0);
  let missing = stage.isLast ? 1 : ends.length;
  let limit = Number.POSITIVE_INFINITY;
  let reached = false;
  while (queue.length > 0 && (queue.peekValue() as number) <= limit) {
    const vertex = queue.pop() as number;
    if (state[vertex] !== mark) continue;
    state[vertex] = mark + 1;
    const place = placeOfVertex[vertex] as number;
    if (place === goal) {
      reached = true;
      missing--;
      if (missing === 0) limit = distance[vertex] as number;
      continue;
    }
    // A mine is no thoroughfare: what arrives there stays.
    if (withSideTracks && arrival[vertex] !== -1 && isMine(graph, place)) continue;
    const end = (withSideTracks ? firstArc[vertex + 1] : mainEnd[vertex]) as number;
    for (let first = firstArc[vertex] as number; first < end; first++) {
      let arc = first;
      let travelled = distance[vertex] as number;
      for (;;) {
        const leg = arcLeg[arc] as number;
        if (((closed[leg >>> 5] as number) >>> (leg & 31)) & 1) break;
        const head = arcHead[arc] as number;
        travelled += keys[arc] as number;
        if ((state[head] as number) >= mark) {
          const known = distance[head] as number;
          if (travelled > known) break;
          if (travelled === known) {
            const before = arrival[head] as number;
            if (before !== -1 && leg < (arcLeg[before] as number)) arrival[head] = arc;
            break;
          }
        }
        state[head] = mark;
        distance[head] = travelled;
        arrival[head] = arc;
        const next = onward[arc] as number;
        if (next === choice || withSideTracks || placeOfVertex[head] === goal) {
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
  const last = stages.at(-1) as Workspace;
  let vertex = -1;
  for (const end of verticesOf(graph, stops.at(-1) as number)) {
    if ((last.state[end] as number) >= last.mark && (vertex === -1 || isBetterEnd(graph, last, end, vertex)))
      vertex = end;
  }
  const key = last.distance[vertex] as number;
  const arcs: number[] = [];
  for (let stage = stages.length - 1; stage >= 0; stage--) {
    const { arrival } = stages[stage] as Workspace;
    for (let arc = arrival[vertex] as number; arc !== -1; arc = arrival[vertex] as number) {
      arcs.push(arc);
      vertex = graph.arcTail[arc] as number;
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
