import { type Estimate, estimateHandling, estimateLeg, type Handling } from "../model/estimate.ts";
import type { Factors } from "../model/factors.ts";
import type { Leg } from "../model/network.ts";
import type { RouteLeg, RouteTransfer } from "../model/route.ts";
import type { GraphPlace } from "./places.ts";
import { borderBetween, handlings, transferKindOf, type Vehicle } from "./transfers.ts";

/** A line of an itinerary. */
export type Step = RouteLeg | RouteTransfer;

/** Puts legs and handlings into words and figures, by some factors. */
export interface StepWriter {
  /** A leg as travelled, and the border on it. */
  onLeg(leg: Leg, origin: GraphPlace, end: GraphPlace): readonly Step[];
  /** What is done to the cargo between two vehicles. */
  atPlace(place: string, handling: Handling, arriving: Vehicle, leaving: Vehicle): Step;
}

/** A writer that estimates each leg and each handling once. */
export function createStepWriter(factors: Factors): StepWriter {
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
  return {
    onLeg(leg, origin, end) {
      const travelled: RouteLeg = {
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
      };
      const border = borderBetween(leg, origin.country, end.country);
      if (!border) return [travelled];
      return [travelled, transferAt(end.id, border, origin.country ?? "", end.country ?? "")];
    },
    atPlace(place, handling, arriving, leaving) {
      const word = handling === "gauge" ? gaugeOf : modeOf;
      return transferAt(place, handling, word(arriving), word(leaving));
    },
  };
}

const modeOf = (vehicle: Vehicle): string => (vehicle.startsWith("rail-") ? "rail" : vehicle);
const gaugeOf = (vehicle: Vehicle): string => vehicle.slice("rail-".length);
