import type { RouteQuery } from "../model/route.ts";
import { closedLegs, hasBit } from "./constraints.ts";
import { settleAll } from "./distances.ts";
import type { Graph } from "./graph.ts";
import { hoursOf } from "./ledger.ts";
import { compareIds, type GraphPlace, sortById } from "./places.ts";
import { findEnd } from "./stops.ts";

/** How far one gets from a place within some hours. */
export interface Reach {
  /** Nearest first. Waypoints and the bare points where mines' roads join are not listed, nor is the start. */
  readonly places: readonly { readonly id: string; readonly hours: number }[];
  /**
   * Legs set out on within the limit, in the order of their ids, with the hours at their ends.
   * Each is travelled from the end where its vehicle is ready first, which has the lower figure;
   * the other figure is that of the arrival and may lie beyond the limit.
   */
  readonly legs: readonly { readonly id: string; readonly fromH: number; readonly toH: number }[];
}

/**
 * The places and legs within some typical hours of a place, by the quickest ways. A place's hours are those of
 * the quickest route to it: like there, neither loading at the start nor unloading at the end is counted.
 * Undefined where no journey can begin at the place.
 */
export function reachFrom(
  graph: Graph,
  query: Pick<RouteQuery, "from" | "avoid" | "close" | "modes" | "year" | "status">,
  withinH: number,
): Reach | undefined {
  const start = findEnd(graph, query, query.from);
  if (start === undefined) return undefined;
  const { firstArc, firstVertex, arcHead, arcLeg, arcTail, places, placeOfVertex, vehicles } = graph;
  const closed = closedLegs(graph.legSets, graph.legs, graph.networkYear, query);
  const hours = settleAll(graph, start, (vertex, relax) => {
    const place = placeOfVertex[vertex] as number;
    // A mine is no thoroughfare: what arrives there stays.
    if (places[place]?.type === "deposit" && place !== start) return;
    const end = firstArc[vertex + 1] as number;
    for (let arc = firstArc[vertex] as number; arc < end; arc++) {
      if (!hasBit(closed, arcLeg[arc] as number)) relax(arcHead[arc] as number, hoursOf(graph.ledger, arc));
    }
  });

  const reached: { id: string; hours: number }[] = [];
  places.forEach(({ id, type, routable }, place) => {
    const nearest = Math.min(...hours.subarray(firstVertex[place], firstVertex[place + 1]));
    if (nearest <= withinH && place !== start && routable && type !== "access") {
      reached.push({ id, hours: nearest });
    }
  });

  const legs = new Map<string, Reach["legs"][number]>();
  arcTail.forEach((tail, arc) => {
    const readyH = hours[tail] as number;
    const { id, from } = graph.legs[arcLeg[arc] as number] as Graph["legs"][number];
    const origin = places[placeOfVertex[tail] as number] as GraphPlace;
    const isOut = origin.type !== "deposit" || placeOfVertex[tail] === start;
    // The arc without a handling at its end takes what the leg takes.
    const isBare = vehicles[tail] === vehicles[arcHead[arc] as number];
    if (readyH > withinH || !isBare || !isOut || hasBit(closed, arcLeg[arc] as number)) return;
    const known = legs.get(id);
    if (known && Math.min(known.fromH, known.toH) <= readyH) return;
    const arrivalH = readyH + hoursOf(graph.ledger, arc);
    legs.set(
      id,
      from === origin.id ? { id, fromH: readyH, toH: arrivalH } : { id, fromH: arrivalH, toH: readyH },
    );
  });
  return {
    places: reached.sort((a, b) => a.hours - b.hours || compareIds(a.id, b.id)),
    legs: sortById([...legs.values()]),
  };
}
