import { type Estimate, estimateHandling, estimateLeg, type Handling } from "../model/estimate.ts";
import type { Factors } from "../model/factors.ts";
import type { Leg } from "../model/network.ts";
import type { RouteLeg, RouteTransfer } from "../model/route.ts";
import type { GraphPlace } from "./places.ts";
import { borderBetween, handlings, transferKindOf, type Vehicle } from "./transfers.ts";

/** A line of an itinerary. */
export type Step = RouteLeg | RouteTransfer;

/** Where an arc comes from and goes to, and what happens on the way. */
export interface Passage {
  readonly leg: Leg;
  readonly origin: GraphPlace;
  readonly end: GraphPlace;
  readonly arriving: Vehicle;
  readonly leaving: Vehicle;
  readonly handling: Handling | undefined;
}

/** Makes the steps of passages by some factors: the leg, the border on it, the handling at its end. */
export function createStepWriter(factors: Factors): (passage: Passage) => readonly Step[] {
  const legEstimates = new Map<Leg, Estimate>();
  const handlingEstimates = new Map(
    handlings.map((handling) => [handling, estimateHandling(handling, factors)]),
  );
  const estimateOf = (leg: Leg): Estimate => {
    const estimate = legEstimates.get(leg) ?? estimateLeg(leg, factors);
    legEstimates.set(leg, estimate);
    return estimate;
  };
  const transferAt = (at: string, handling: Handling, before: string, after: string): RouteTransfer => ({
    kind: "transfer",
    transfer: transferKindOf(handling),
    at,
    before,
    after,
    ...(handlingEstimates.get(handling) as Estimate),
  });
  return ({ leg, origin, end, arriving, leaving, handling }) => {
    const steps: Step[] = [
      {
        kind: "leg",
        id: leg.id,
        line: leg.line,
        from: origin.id,
        to: end.id,
        mode: leg.mode,
        status: leg.status,
        reversed: leg.from !== origin.id,
        distanceKm: leg.lengthKm,
        countries: leg.countries,
        sources: leg.sources,
        ...estimateOf(leg),
      },
    ];
    const border = borderBetween(leg, origin.country, end.country);
    if (border) steps.push(transferAt(end.id, border, origin.country ?? "", end.country ?? ""));
    if (handling) {
      const word = handling === "gauge" ? gaugeOf : modeOf;
      steps.push(transferAt(end.id, handling, word(arriving), word(leaving)));
    }
    return steps;
  };
}

const modeOf = (vehicle: Vehicle): string => (vehicle.startsWith("rail-") ? "rail" : vehicle);
const gaugeOf = (vehicle: Vehicle): string => vehicle.slice("rail-".length);
