import FlatQueue from "flatqueue";
import type { Route, RouteQuery } from "../model/route.ts";
import { closedLegs, hasBit, type LegBits } from "./constraints.ts";
import { joinKey, splitKey } from "./criteria.ts";
import { distancesToStops } from "./distances.ts";
import type { Graph } from "./graph.ts";
import { readJourney } from "./itinerary.ts";
import { findStops } from "./stops.ts";

/**
 * Every route that no other allowed route beats or equals in time, cost and emissions at once: the exact Pareto set
 * of their typical values in whole seconds, cents and grams. Of equal routes the one with the fewest handlings
 * stands for all, and of those always the same one. Best by the query's criterion first, then by time and cost.
 * Empty where the query is refused or has no route.
 */
export function paretoRoutes(graph: Graph, query: RouteQuery): readonly Route[] {
  const { places, refusal } = findStops(graph, query);
  if (refusal) return [];
  const closed = closedLegs(graph.legSets, graph.legs, graph.networkYear, query);
  const stops = places.filter((stop, index) => stop !== places[index - 1]);
  const keys = graph.arcKeys[query.criterion];
  return findFrontier(graph, closed, stops)
    .map((end) => {
      const arcs = traceBack(end);
      return { end, arcs, key: arcs.reduce((sum, arc) => sum + (keys[arc] as number), 0) };
    })
    .sort((a, b) => a.key - b.key || a.end.time - b.end.time || a.end.cost - b.end.cost)
    .map(({ arcs, key }) => readJourney(graph, query, { arcs, key }));
}

/** What a way takes, or still has to take. */
interface Weights {
  readonly time: number;
  readonly cost: number;
  readonly emissions: number;
}

/** A way from the start to a vertex that nothing found before it beats. */
interface Label extends Weights {
  readonly vertex: number;
  /** Stops passed since the start. */
  readonly stage: number;
  readonly handlings: number;
  /** The last arc and the way before it; neither at the start. */
  readonly arc: number;
  readonly before: Label | undefined;
}

/**
 * The journeys of the Pareto set.
 *
 * Multi-criteria label setting (Martins, "On a multicriteria shortest path problem", 1984), guided as in NAMOA*
 * (Mandow & Perez de la Cruz, "Multiobjective A* search with consistent heuristics", 2010) by the least that is
 * still to go in each criterion alone, measured exactly by searches back from the destination.
 * A way is dropped where one settled at its vertex and stage, or a finished one against its bounds, is nowhere worse.
 * Ways are settled by the sum of their bounds, then by handlings: whatever beats a way has a lower sum
 * and was settled before it, so that nothing settled is ever taken back.
 */
function findFrontier(graph: Graph, closed: LegBits, stops: readonly number[]): readonly Label[] {
  const { arcKeys, firstArc, firstVertex, arcHead, arcLeg, placeOfVertex } = graph;
  const weightsOf = (keys: Float64Array) => keys.map((key) => splitKey(key).weight);
  const arcTime = weightsOf(arcKeys.time);
  const arcCost = weightsOf(arcKeys.cost);
  const arcEmissions = weightsOf(arcKeys.emissions);
  const timeToGo = distancesToStops(graph, arcTime, closed, stops);
  const costToGo = distancesToStops(graph, arcCost, closed, stops);
  const emissionsToGo = distancesToStops(graph, arcEmissions, closed, stops);
  const lastStage = stops.length - 1;
  const settled = stops.map(() => graph.vehicles.map((): Label[] => []));
  const finished: Label[] = [];
  const queue = new FlatQueue<Label>();

  const leastOf = ({ vertex, stage, time, cost, emissions }: Label): Weights => {
    const toGo = (stages: readonly Float64Array[]) =>
      stage === lastStage ? 0 : (stages[stage]?.[vertex] as number);
    return {
      time: time + toGo(timeToGo),
      cost: cost + toGo(costToGo),
      emissions: emissions + toGo(emissionsToGo),
    };
  };
  const rivalsOf = ({ vertex, stage }: Label) => settled[stage]?.[vertex] as Label[];
  const consider = (label: Label): void => {
    const least = leastOf(label);
    if (least.time === Number.POSITIVE_INFINITY) return;
    if (isBeaten(label, rivalsOf(label)) || isBeaten(least, finished)) return;
    queue.push(label, joinKey(least.time + least.cost + least.emissions, label.handlings));
  };

  const start = stops[0] as number;
  for (let vertex = firstVertex[start] as number; vertex < (firstVertex[start + 1] as number); vertex++) {
    consider({ vertex, stage: 0, time: 0, cost: 0, emissions: 0, handlings: 0, arc: -1, before: undefined });
  }
  for (let label = queue.pop(); label; label = queue.pop()) {
    if (isBeaten(label, rivalsOf(label)) || isBeaten(leastOf(label), finished)) continue;
    rivalsOf(label).push(label);
    if (label.stage === lastStage) {
      finished.push(label);
      continue;
    }
    const next = stops[label.stage + 1] as number;
    const end = firstArc[label.vertex + 1] as number;
    for (let arc = firstArc[label.vertex] as number; arc < end; arc++) {
      if (hasBit(closed, arcLeg[arc] as number)) continue;
      const vertex = arcHead[arc] as number;
      const place = placeOfVertex[vertex] as number;
      // A mine is no thoroughfare.
      if (place !== next && graph.places[place]?.type === "deposit") continue;
      consider({
        vertex,
        stage: place === next ? label.stage + 1 : label.stage,
        time: label.time + (arcTime[arc] as number),
        cost: label.cost + (arcCost[arc] as number),
        emissions: label.emissions + (arcEmissions[arc] as number),
        handlings: label.handlings + splitKey(arcKeys.time[arc] as number).handlings,
        arc,
        before: label,
      });
    }
  }
  return finished;
}

function isBeaten({ time, cost, emissions }: Weights, rivals: readonly Label[]): boolean {
  for (const rival of rivals) {
    if (rival.time <= time && rival.cost <= cost && rival.emissions <= emissions) return true;
  }
  return false;
}

function traceBack(end: Label): readonly number[] {
  const arcs: number[] = [];
  for (let label = end; label.before; label = label.before) arcs.push(label.arc);
  return arcs.reverse();
}
