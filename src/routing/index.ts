import type { Network } from "../model/network.ts";
import type { NoRoute, Place, Route, RouteQuery, RouteState } from "../model/route.ts";
import { closedLegs } from "./constraints.ts";
import { explain, findOpenings } from "./explain.ts";
import type { Graph } from "./graph.ts";
import { readJourney } from "./itinerary.ts";
import { findJourney } from "./search.ts";
import { snapToNode } from "./snap.ts";

export { geometryOf } from "./geometry.ts";
export { buildGraph, type Graph } from "./graph.ts";
export { distanceBetween, snapToNode } from "./snap.ts";

/**
 * The best route of a query, or the reason why there is none. Same graph and query, same answer.
 * A place given as a position stands for the nearest real place; the way to it is not in the totals.
 * Constraints are never relaxed: what would open a route is told, not done.
 */
export function route(graph: Graph, query: RouteQuery): RouteState {
  try {
    return answer(graph, query);
  } catch (error) {
    return { status: "failed", message: error instanceof Error ? error.message : String(error) };
  }
}

function answer(graph: Graph, query: RouteQuery): RouteState {
  const stops: number[] = [];
  for (const place of [query.from, ...query.via, query.to]) {
    const stop = resolve(graph.network, query, place, (id) => graph.placeById.get(id));
    if (typeof stop !== "number") return { status: "none", query, reason: stop };
    stops.push(stop);
  }
  const forbidden = firstForbidden(graph, query, stops);
  if (forbidden) return { status: "none", query, reason: forbidden };
  const found = attempt(graph, query, stops);
  if (found) return { status: "found", route: found };
  return {
    status: "none",
    query,
    reason: explain(graph, query, (other) => attempt(graph, other, stops)),
  };
}

function resolve(
  network: Network,
  query: RouteQuery,
  place: Place,
  placeById: (id: string) => number | undefined,
): number | NoRoute {
  if (typeof place === "string") {
    return placeById(place) ?? { code: "unknown-place", place, opens: [] };
  }
  const snap = snapToNode(network, place, query);
  const stop = snap && placeById(snap.id);
  return stop ?? { code: "too-far", place: place.join(","), opens: [] };
}

/** The first reason that speaks of one place: where it may not be, or cannot be, gone to. */
function firstForbidden(graph: Graph, query: RouteQuery, stops: readonly number[]): NoRoute | undefined {
  if (stops.every((stop) => stop === stops[0])) {
    return { code: "same-place", place: placeAt(graph, stops[0] as number).id, opens: [] };
  }
  for (const [index, stop] of stops.entries()) {
    const { id, type, routable } = placeAt(graph, stop);
    const isEnd = index === 0 || index === stops.length - 1;
    const isJoined = graph.firstVertex[stop] !== graph.firstVertex[stop + 1];
    // A ship may be led through a waypoint, but nothing is loaded there.
    const isMeant = routable || (type === "waypoint" && !isEnd);
    if (!isJoined || !isMeant) return { code: "not-routable", place: id, opens: [] };
  }
  const openings = () => findOpenings(graph, query, (other) => attempt(graph, other, stops));
  for (const stop of stops) {
    const { id, country } = placeAt(graph, stop);
    if (country !== undefined && query.avoid.includes(country)) {
      return { code: "endpoint-avoided", place: id, country, opens: openings() };
    }
    if (query.close.includes(id)) return { code: "endpoint-closed", place: id, opens: openings() };
  }
  return undefined;
}

function placeAt(graph: Graph, stop: number) {
  return graph.places[stop] as Graph["places"][number];
}

function attempt(graph: Graph, query: RouteQuery, stops: readonly number[]): Route | undefined {
  const closed = closedLegs(graph.legSets, graph.legs, graph.networkYear, query);
  const journey = findJourney(graph, query, closed, stops);
  return journey && readJourney(graph, query, journey);
}
