import type { Route, RouteQuery } from "../model/route.ts";
import { closedLegs, hasBit, type LegBits } from "./constraints.ts";
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

/**
 * How many times as long as the best route an alternative may take wherever it leaves it, by the criterion.
 * Cargo between China and Europe goes by rail and by sea, which takes twice as long, and both are really chosen:
 * beyond that, with some room, a way around is a detour that nobody weighs against the best.
 */
const stretchLimit = 2.5;

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
 * Goldberg & Werneck ("Alternative routes in road networks", 2013), with two searches for all points; that they
 * differ is not measured in kilometres, as theirs is, but by the gates.
 */
export function alternativeRoutes(graph: Graph, query: RouteQuery, limit = 6): readonly Alternative[] {
  const { places, refusal } = findStops(graph, query);
  if (refusal) return [];
  const closed = closedLegs(graph.legSets, graph.legs, graph.networkYear, query);
  const best = findJourney(graph, query, closed, places);
  if (!best) return [];
  const stops = places.filter((stop, index) => stop !== places[index - 1]);
  const told = gatesOfStops(graph, stops);
  // A count of transfers may be none at all, and no factor stretches that.
  const measure = graph.arcKeys[query.criterion === "transfers" ? "time" : query.criterion];
  const isDetour = compareWith(graph, measure, stops, best.arcs);

  const through = lookThrough(graph, graph.arcKeys[query.criterion], closed, stops);
  const longest = query.criterion === "transfers" ? Number.POSITIVE_INFINITY : stretchLimit * best.key;
  const passages = findPassages(graph, closed, stops.length - 1, through).filter(({ key }) => key <= longest);
  const found = [{ journey: best, gates: gatesOfJourney(graph, best.arcs, told) }];
  const passed = new Set([...told, ...(found[0]?.gates ?? []).map(({ id }) => id)]);
  for (const isMinor of [false, true]) {
    for (const { gate, arc, stage, key } of passages) {
      if (found.length === limit) break;
      if ((gate.kind === "crossing") !== isMinor || passed.has(gate.id)) continue;
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

/** Every way of passing a gate, the best first. */
function findPassages(
  graph: Graph,
  closed: LegBits,
  stageCount: number,
  { keyOver }: Through,
): readonly Passage[] {
  const passages: Passage[] = [];
  graph.arcs.forEach(({ leg }, arc) => {
    if (hasBit(closed, leg)) return;
    for (const gate of gatesOfArc(graph, arc)) {
      for (let stage = 0; stage < stageCount; stage++) {
        const key = keyOver(arc, stage);
        if (key !== Number.POSITIVE_INFINITY) passages.push({ gate, arc, stage, key });
      }
    }
  });
  return passages.sort((a, b) => a.key - b.key || a.arc - b.arc);
}

/**
 * Tells whether some part of a journey takes longer than the limit allows, each from where it leaves the best one
 * to where it comes back to it, or comes back to it further behind.
 */
function compareWith(
  graph: Graph,
  measure: Float64Array,
  stops: readonly number[],
  best: readonly number[],
): (arcs: readonly number[]) => boolean {
  const milesOf = (arcs: readonly number[]) => {
    let [stage, length] = [0, 0];
    return arcs.map((arc) => {
      const place = graph.placeOfVertex[graph.arcHead[arc] as number];
      if (place === stops[stage + 1]) stage++;
      length += measure[arc] as number;
      return { at: `${stage} ${place}`, length };
    });
  };
  const lengthAt = new Map(milesOf(best).map(({ at, length }) => [at, length]));
  return (arcs) => {
    let [left, leftOfBest] = [0, 0];
    return milesOf(arcs).some(({ at, length }) => {
      const ofBest = lengthAt.get(at);
      if (ofBest === undefined) return false;
      const isTooLong = length - left > stretchLimit * (ofBest - leftOfBest);
      [left, leftOfBest] = [length, ofBest];
      return isTooLong;
    });
  };
}
