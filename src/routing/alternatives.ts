import FlatQueue from "flatqueue";
import type { Route, RouteQuery } from "../model/route.ts";
import { closedLegs, hasBit, type LegBits } from "./constraints.ts";
import { compareWith } from "./detours.ts";
import { type Gate, gatesOfArc, gatesOfJourney, gatesOfStops } from "./gates.ts";
import type { Graph } from "./graph.ts";
import { readJourney } from "./itinerary.ts";
import { nameAll } from "./naming.ts";
import { findJourney } from "./search.ts";
import { findStops } from "./stops.ts";
import { lookThrough, type Through } from "./through.ts";

/** A route and what sets it apart from the others. */
export interface Alternative {
  readonly route: Route;
  /**
   * What a person would name it by, in travel order: at most three ids of nodes or of waterways, or `country:` and
   * the code of a state. Empty for a route that passes nothing of the kind, as one within a state.
   */
  readonly by: readonly string[];
}

/** A gate, and an arc by which a journey passes it after a number of stops. */
interface Passage {
  readonly gate: Gate;
  readonly arc: number;
  readonly stage: number;
  /** The key of the best journey over the arc. */
  readonly key: number;
}

/**
 * Routes that differ really, each allowed by the query: the best one, and then, best first by the criterion,
 * the best route through a port, strait, canal or state that none before it passes. Where fewer than `limit` are so,
 * the best ones through other border stations fill up. Same graph and query, same answer; empty where the query
 * is refused or has no route.
 *
 * Each is the best way to some point and the best way on from there, as the single-via paths of Abraham, Delling,
 * Goldberg & Werneck ("Alternative routes in road networks", 2013), with two searches for all points. As theirs,
 * none may double back or stray too far from the best (detours.ts); unlike theirs, they differ not by kilometres
 * but by gates.
 */
export function alternativeRoutes(graph: Graph, query: RouteQuery, limit = 6): readonly Alternative[] {
  const { places, refusal } = findStops(graph, query);
  if (refusal) return [];
  const closed = closedLegs(graph.legSets, graph.legs, graph.networkYear, query);
  const best = findJourney(graph, query, closed, places);
  if (!best) return [];
  const stops = places.filter((stop, index) => stop !== places[index - 1]);
  const told = gatesOfStops(graph, stops);
  const through = lookThrough(graph, graph.arcKeys[query.criterion], closed, stops);
  const isDetour = compareWith(graph, query.criterion, stops, best);
  const found = [{ journey: best, gates: gatesOfJourney(graph, best.arcs, told) }];
  const passed = new Set([...told, ...(found[0]?.gates ?? []).map(({ id }) => id)]);
  for (const passages of queuePassages(graph, closed, stops.length - 1, through, passed)) {
    while (passages.length > 0 && found.length < limit) {
      const { gate, arc, stage, key } = passages.pop() as Passage;
      if (passed.has(gate.id)) continue;
      const arcs = through.journeyOver(arc, stage);
      if (!arcs || isDetour(arcs)) continue;
      const gates = gatesOfJourney(graph, arcs, told);
      if (!gates.some(({ id }) => id === gate.id)) continue;
      found.push({ journey: { arcs, key }, gates });
      for (const { id } of gates) passed.add(id);
    }
  }
  found.sort((a, b) => a.journey.key - b.journey.key);
  const names = nameAll(found.map(({ gates }) => gates));
  return found.map(({ journey }, index) => ({
    route: readJourney(graph, query, journey),
    by: names[index] as readonly string[],
  }));
}

/**
 * Every way of passing a gate that is not yet passed, the best first:
 * ports, waterways and states in one queue, border stations in the other.
 */
function queuePassages(
  graph: Graph,
  closed: LegBits,
  stageCount: number,
  { keyOver }: Through,
  passed: ReadonlySet<string>,
): readonly FlatQueue<Passage>[] {
  const main = new FlatQueue<Passage>();
  const minor = new FlatQueue<Passage>();
  graph.arcLeg.forEach((leg, arc) => {
    if (hasBit(closed, leg)) return;
    for (let stage = 0; stage < stageCount; stage++) {
      const key = keyOver(arc, stage);
      if (key === Number.POSITIVE_INFINITY) continue;
      for (const gate of gatesOfArc(graph, arc)) {
        if (!passed.has(gate.id))
          (gate.kind === "crossing" ? minor : main).push({ gate, arc, stage, key }, key);
      }
    }
  });
  return [main, minor];
}
