import type { Factors } from "../../src/model/factors.ts";
import type { Leg, Network } from "../../src/model/network.ts";
import type { RouteQuery } from "../../src/model/route.ts";
import { createRules } from "./oracle.ts";

/** Seconds, cents and grams. */
export type Vector = readonly [time: number, cost: number, emissions: number];

interface Way {
  readonly place: string;
  /** What the cargo arrived with; empty at the start. */
  readonly vehicle: string;
  /** Stops passed so far. */
  readonly stage: number;
  readonly atStop: boolean;
  readonly vector: Vector;
}

/** True where no figure of the first is above the second's. */
export const isNowhereWorse = (a: Vector, b: Vector): boolean =>
  a.every((figure, i) => figure <= (b[i] as number));

/**
 * The Pareto set by brute force: every way is tried on from every place, and each state keeps a list of
 * those that none in the list makes superfluous, until nothing new turns up. No bounds, no order, no pruning.
 */
export function createParetoOracle(network: Network, factors: Factors, networkYear: number) {
  const { deposits, vehicle, handling, isOpen, weigh, stopsOf } = createRules(network, factors, networkYear);
  const weighAll = (
    query: RouteQuery,
    leg: Leg,
    change: Parameters<typeof weigh>[2],
    before: Vector,
  ): Vector => {
    const by = (criterion: "time" | "cost" | "emissions") =>
      weigh({ ...query, criterion }, leg, change)[0] as number;
    return [before[0] + by("time"), before[1] + by("cost"), before[2] + by("emissions")];
  };

  return function frontier(query: RouteQuery): readonly Vector[] {
    const stops = stopsOf(query);
    if (!stops) return [];
    const last = stops.length - 1;
    const advance = (place: string, stage: number): number =>
      stage < last && stops[stage + 1] === place ? advance(place, stage + 1) : stage;
    const legsAt = new Map<string, Leg[]>();
    for (const leg of network.legs.filter((one) => isOpen(one, query))) {
      for (const end of [leg.from, leg.to]) legsAt.set(end, [...(legsAt.get(end) ?? []), leg]);
    }
    const known = new Map<string, Way[]>();
    const origin = stops[0] as string;
    let fresh: Way[] = [
      { place: origin, vehicle: "", stage: advance(origin, 0), atStop: true, vector: [0, 0, 0] },
    ];
    while (fresh.length > 0) {
      const found: Way[] = [];
      for (const way of fresh) {
        if (way.stage === last || (deposits.has(way.place) && !way.atStop)) continue;
        for (const leg of legsAt.get(way.place) ?? []) {
          const change = handling(way.place, way.vehicle, vehicle(leg));
          if (change === "impossible") continue;
          const place = leg.from === way.place ? leg.to : leg.from;
          const stage = advance(place, way.stage);
          const next: Way = {
            place,
            vehicle: vehicle(leg),
            stage,
            atStop: stage > way.stage,
            vector: weighAll(query, leg, change, way.vector),
          };
          const state = stage === last ? "end" : `${place} ${next.vehicle} ${stage} ${next.atStop}`;
          const others = known.get(state) ?? [];
          if (others.some(({ vector }) => isNowhereWorse(vector, next.vector))) continue;
          known.set(state, [...others.filter(({ vector }) => !isNowhereWorse(next.vector, vector)), next]);
          found.push(next);
        }
      }
      fresh = found;
    }
    return (known.get("end") ?? []).map(({ vector }) => vector);
  };
}
