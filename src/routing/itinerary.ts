import type { Leg } from "../model/network.ts";
import type { Route, RouteQuery } from "../model/route.ts";
import type { Arc } from "./arcs.ts";
import type { Graph } from "./graph.ts";
import { sailsOn, sumArcs, sumStates } from "./ledger.ts";
import type { GraphPlace } from "./places.ts";
import type { Journey } from "./search.ts";
import type { Step } from "./steps.ts";
import type { Vehicle } from "./transfers.ts";

/** A journey as a person reads it: legs and transfers in travel order, with totals. */
export function readJourney(graph: Graph, query: RouteQuery, { arcs }: Journey): Route {
  const steps: Step[] = [];
  for (const arc of arcs) for (const step of stepsOf(graph, arc)) steps.push(step);
  const totals = sumArcs(graph.ledger, arcs);
  const legs = arcs.map((arc) => graph.arcLeg[arc] as number);
  return {
    query,
    totals: { ...totals, borders: totals.borders + countVoyages(graph, arcs) },
    countries: sumStates(graph.ledger, legs),
    steps,
  };
}

/** The steps of an arc: written when a journey first runs over it. */
function stepsOf(graph: Graph, index: number): readonly Step[] {
  const known = graph.arcSteps[index];
  if (known) return known;
  const { tail, head, leg, handling } = graph.arcs[index] as Arc;
  const placeAt = (vertex: number) => graph.places[graph.placeOfVertex[vertex] as number] as GraphPlace;
  const end = placeAt(head);
  const onLeg = graph.writer.onLeg(graph.legs[leg] as Leg, placeAt(tail), end);
  const [arriving, leaving] = [graph.vehicles[tail] as Vehicle, graph.vehicles[head] as Vehicle];
  const delays = graph.arcDelays.get(index) ?? [];
  const waiting = (when: "before" | "after") =>
    delays.filter((delay) => delay.when === when).map((delay) => delay.step);
  const handled = handling ? [graph.writer.atPlace(end.id, handling, arriving, leaving)] : [];
  const steps = [...waiting("before"), ...onLeg, ...waiting("after"), ...handled];
  graph.arcSteps[index] = steps;
  return steps;
}

/**
 * Voyages between two states: with the legs over land between two states they are the borders crossed.
 * A voyage is from the port of loading to the port of unloading; waypoints and ports the ship sails by
 * do not count, nor does the territorial sea between. Only borders on land cost time and a fee of their own:
 * the customs of a port are in what its handling takes.
 */
function countVoyages(graph: Graph, arcs: readonly number[]): number {
  const { arcTail, arcHead, places, placeOfVertex } = graph;
  const { voyages } = graph.ledger;
  const countryOf = (vertex: number) => places[placeOfVertex[vertex] as number]?.country;
  let count = 0;
  let port = -1;
  arcs.forEach((arc, index) => {
    const voyage = voyages[arc];
    if (voyage === 0) return;
    if (port === -1) port = arcTail[arc] as number;
    if (voyage === sailsOn && index + 1 < arcs.length) return;
    if (countryOf(port) !== countryOf(arcHead[arc] as number)) count++;
    port = -1;
  });
  return count;
}
