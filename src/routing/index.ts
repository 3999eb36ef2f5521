import type { Route, RouteQuery, RouteState } from "../model/route.ts";
import { closedLegs } from "./constraints.ts";
import { withDelays } from "./delays.ts";
import { explain } from "./explain.ts";
import type { Graph } from "./graph.ts";
import { readJourney } from "./itinerary.ts";
import { findOpenings } from "./openings.ts";
import { findJourney } from "./search.ts";
import { findStops } from "./stops.ts";

export { buildGraph, type Graph } from "./graph.ts";
export { distanceBetween, snapToNode } from "./snap.ts";

/**
 * The best route of a query, or the reason why there is none. Same graph and query, same answer.
 * A place given as a position stands for the nearest real place; the way to it is not in the totals.
 * Constraints are never relaxed: what would open a route is told, not done.
 */
export function route(graph: Graph, query: RouteQuery): RouteState {
  try {
    return answer(withDelays(graph, query), query);
  } catch (error) {
    return { status: "failed", message: error instanceof Error ? error.message : String(error) };
  }
}

function answer(graph: Graph, query: RouteQuery): RouteState {
  const { places, refusal } = findStops(graph, query);
  const retry = (other: RouteQuery) => attempt(graph, other, places);
  if (refusal) {
    const isLiftable = refusal.code === "endpoint-avoided" || refusal.code === "endpoint-closed";
    const opens = isLiftable ? findOpenings(graph, query, places, retry) : [];
    return { status: "none", query, reason: { ...refusal, opens } };
  }
  const found = retry(query);
  if (found) return { status: "found", route: found };
  return { status: "none", query, reason: explain(graph, query, places, retry) };
}

function attempt(graph: Graph, query: RouteQuery, stops: readonly number[]): Route | undefined {
  const closed = closedLegs(graph.legSets, graph.legs, graph.networkYear, query);
  const journey = findJourney(graph, query, closed, stops);
  return journey && readJourney(graph, query, journey);
}
