import type { Arc } from "./arcs.ts";
import type { Graph } from "./graph.ts";
import { sumStates } from "./ledger.ts";
import type { GraphPlace } from "./places.ts";
import { borderBetween, transferKindOf } from "./transfers.ts";

/** Kinds of gates, from what a person would first name a route by to the last. */
export const gateKinds = ["port", "waterway", "country", "crossing"] as const;

/** A thing that some routes go by and others go around. */
export interface Gate {
  readonly kind: (typeof gateKinds)[number];
  /** The id of a node or waterway, or `country:` and the code of a state. */
  readonly id: string;
}

/** The cape by which ships go around a continent where they shun its canal; no waterway's id names it. */
const cape = "wp-cape";

/**
 * The gates an arc goes by: straits and canals it sails through, states it crosses by land, the station where it
 * enters a state, the port where the cargo changes vehicles at its end. Coasts that a ship sails along are none.
 */
export function gatesOfArc(graph: Graph, index: number): readonly Gate[] {
  const { tail, head, leg: legIndex, handling } = graph.arcs[index] as Arc;
  const leg = graph.legs[legIndex] as Graph["legs"][number];
  const placeAt = (vertex: number) => graph.places[graph.placeOfVertex[vertex] as number] as GraphPlace;
  const end = placeAt(head);
  const gates: Gate[] = (leg.passes ?? []).map((id) => ({ kind: "waterway", id }));
  if (end.id === cape) gates.push({ kind: "waterway", id: cape });
  if (leg.mode === "rail" || leg.mode === "road") {
    for (const { code } of leg.countries) gates.push({ kind: "country", id: countryId(code) });
  }
  if (borderBetween(leg, placeAt(tail).country, end.country)) gates.push({ kind: "crossing", id: end.id });
  if (handling && transferKindOf(handling) === "port") gates.push({ kind: "port", id: end.id });
  return gates;
}

/** A state that a route only cuts a corner of is none of those it goes by. */
const cornerKm = 100;

/** The gates of a journey in travel order, but for some told apart from it and for corners of states. */
export function gatesOfJourney(
  graph: Graph,
  arcs: readonly number[],
  told: ReadonlySet<string>,
): readonly Gate[] {
  const states = sumStates(
    graph.ledger,
    arcs.map((arc) => graph.arcLeg[arc] as number),
  );
  const corners = new Set(states.filter(({ km }) => km < cornerKm).map(({ code }) => countryId(code)));
  const gates = arcs.flatMap((arc) => gatesOfArc(graph, arc));
  const isFirst = ({ id }: Gate, index: number) => gates.findIndex((gate) => gate.id === id) === index;
  return gates.filter((gate, index) => !told.has(gate.id) && !corners.has(gate.id) && isFirst(gate, index));
}

/** The ids of the gates that every route with these stops goes by, and that therefore tell nothing. */
export function gatesOfStops(graph: Graph, stops: readonly number[]): ReadonlySet<string> {
  return new Set(
    stops.flatMap((stop) => {
      const { id, country } = graph.places[stop] as GraphPlace;
      return country === undefined ? [id] : [id, countryId(country)];
    }),
  );
}

function countryId(code: string): string {
  return `country:${code}`;
}
