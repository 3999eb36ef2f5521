import type { Totals } from "../model/route.ts";
import type { Criterion } from "../model/vocabulary.ts";

/**
 * Room for the number of handlings below the weight in a key.
 * No journey has a thousand of them, so the count never spills over into the weight.
 */
const handlingRoom = 2 ** 10;

/** Room for the seconds below the number of transfers in a weight: 136 years. */
const secondRoom = 2 ** 32;

/** What one step adds to each criterion, in whole units so that sums are exact and ties are real ties. */
export interface Weights {
  readonly seconds: number;
  readonly cents: number;
  readonly metres: number;
  readonly grams: number;
  /** Changes of vehicle. */
  readonly transfers: number;
  /** Changes of vehicle and of gauge. */
  readonly handlings: number;
}

/**
 * The number the search adds up: the weight by the criterion, and below it the handlings,
 * so that of two equally good journeys the one with fewer handlings is better.
 * By `transfers` the time decides below the count.
 * Keys are whole numbers; a journey's sum stays below 2^53 (up to two thousand transfers), where sums are exact.
 */
export function keyOf(criterion: Criterion, weights: Weights): number {
  return weightOf(criterion, weights) * handlingRoom + weights.handlings;
}

function weightOf(criterion: Criterion, weights: Weights): number {
  switch (criterion) {
    case "time":
      return weights.seconds;
    case "cost":
      return weights.cents;
    case "distance":
      return weights.metres;
    case "emissions":
      return weights.grams;
    case "transfers":
      return weights.transfers * secondRoom + weights.seconds;
  }
}

/** The total a criterion compares, in the unit a person reads. */
export function totalBy(criterion: Criterion, totals: Totals): number {
  switch (criterion) {
    case "time":
      return totals.durationH.typical;
    case "cost":
      return totals.costUsdPerFeu.typical;
    case "distance":
      return totals.distanceKm;
    case "emissions":
      return totals.emissionsKgCo2ePerFeu.typical;
    case "transfers":
      return totals.transfers;
  }
}
