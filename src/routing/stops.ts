import type { NoRoute, Place, RouteQuery } from "../model/route.ts";
import type { Graph } from "./graph.ts";
import { snapToNode } from "./snap.ts";

/** Why a place of a query cannot be called at; what would change that is found elsewhere. */
export type Refusal = Omit<NoRoute, "opens">;

/** The places of a query as the graph numbers them, in travel order, and the first rule that forbids one. */
export interface Stops {
  /** Empty where a place is not on the network at all. */
  readonly places: readonly number[];
  readonly refusal?: Refusal;
}

/** Finds the places of a query and checks that each may be, and can be, called at. */
export function findStops(graph: Graph, query: RouteQuery): Stops {
  const places: number[] = [];
  for (const place of [query.from, ...query.via, query.to]) {
    const stop = resolve(graph, query, place);
    if (typeof stop !== "number") return { places: [], refusal: stop };
    places.push(stop);
  }
  const refusal = firstForbidden(graph, query, places);
  return refusal ? { places, refusal } : { places };
}

function resolve(graph: Graph, query: RouteQuery, place: Place): number | Refusal {
  if (typeof place === "string") return graph.placeById.get(place) ?? { code: "unknown-place", place };
  const snap = snapToNode(graph.network, place, query);
  const stop = snap && graph.placeById.get(snap.id);
  return stop ?? { code: "too-far", place: place.join(",") };
}

function firstForbidden(graph: Graph, query: RouteQuery, stops: readonly number[]): Refusal | undefined {
  const placeAt = (stop: number) => graph.places[stop] as Graph["places"][number];
  if (stops.every((stop) => stop === stops[0])) {
    return { code: "same-place", place: placeAt(stops[0] as number).id };
  }
  for (const [index, stop] of stops.entries()) {
    const { id, type, routable } = placeAt(stop);
    const isEnd = index === 0 || index === stops.length - 1;
    const isJoined = graph.firstVertex[stop] !== graph.firstVertex[stop + 1];
    // A ship may be led through a waypoint, but nothing is loaded there.
    const isMeant = routable || (type === "waypoint" && !isEnd);
    if (!isJoined || !isMeant) return { code: "not-routable", place: id };
  }
  for (const stop of stops) {
    const { id, country } = placeAt(stop);
    if (country !== undefined && query.avoid.includes(country)) {
      return { code: "endpoint-avoided", place: id, country };
    }
    if (query.close.includes(id)) return { code: "endpoint-closed", place: id };
  }
  return undefined;
}
