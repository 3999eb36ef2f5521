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
  if (places.every((place) => place === places[0])) {
    const { id } = graph.places[places[0] as number] as Graph["places"][number];
    return { places, refusal: { code: "same-place", place: id } };
  }
  const refusal = firstForbidden(graph, query, places);
  return refusal ? { places, refusal } : { places };
}

/** What a question forbids of a place. */
type Closures = Pick<RouteQuery, "avoid" | "close">;

/** The place a journey may begin or end at, as the graph numbers it; undefined where none may. */
export function findEnd(graph: Graph, closures: Closures, place: Place): number | undefined {
  const stop = resolve(graph, closures, place);
  return typeof stop === "number" && !firstForbidden(graph, closures, [stop]) ? stop : undefined;
}

function resolve(graph: Graph, closures: Closures, place: Place): number | Refusal {
  if (typeof place === "string") return graph.placeById.get(place) ?? { code: "unknown-place", place };
  const snap = snapToNode(graph.network, place, closures);
  const stop = snap && graph.placeById.get(snap.id);
  return stop ?? { code: "too-far", place: place.join(",") };
}

function firstForbidden(
  graph: Graph,
  { avoid, close }: Closures,
  stops: readonly number[],
): Refusal | undefined {
  const placeAt = (stop: number) => graph.places[stop] as Graph["places"][number];
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
    if (country !== undefined && avoid.includes(country)) {
      return { code: "endpoint-avoided", place: id, country };
    }
    if (close.includes(id)) return { code: "endpoint-closed", place: id };
  }
  return undefined;
}
