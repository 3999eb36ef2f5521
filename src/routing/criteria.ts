import type { Totals } from "../model/route.ts";
import type { Criterion } from "../model/vocabulary.ts";
import type { Step } from "./steps.ts";

/**
 * Room for the number of handlings below the weight in a key.
 * No journey has a thousand of them, so the count never spills over into the weight.
 */
const handlingRoom = 2 ** 10;

/** Room for the seconds below the number of transfers in a weight: 136 years. */
const secondRoom = 2 ** 32;

/**
 * The number the search adds up for an arc: its weight by the criterion in whole seconds, cents, metres or grams,
 * and below it the handlings, so that of two equally good journeys the one with fewer handlings is better.
 * By `transfers` the time decides below the count. A leg weighs at least one unit: then no circle is free
 * and every tie can be told apart. A journey's sum stays below 2^53 (up to two thousand transfers), where
 * whole numbers add up exactly.
 */
export function keyOf(criterion: Criterion, steps: readonly Step[]): number {
  let weight = 0;
  let handlings = 0;
  for (const step of steps) {
    weight += weightOf(criterion, step);
    if (step.kind === "transfer" && step.transfer !== "border") handlings++;
  }
  return joinKey(weight, handlings);
}

/** One number that orders by weight, then by handlings. */
export function joinKey(weight: number, handlings: number): number {
  return weight * handlingRoom + handlings;
}

/** What waiting adds to a key, in whole seconds: nothing but time. */
export function waitingKey(criterion: Criterion, hours: number): number {
  return criterion === "time" || criterion === "transfers" ? Math.round(hours * 3600) * handlingRoom : 0;
}

/** The weight in a key and the handlings below it. */
export function splitKey(key: number): { readonly weight: number; readonly handlings: number } {
  return { weight: Math.floor(key / handlingRoom), handlings: key % handlingRoom };
}

function weightOf(criterion: Criterion, step: Step): number {
  const least = step.kind === "leg" ? 1 : 0;
  const seconds = Math.max(least, Math.round(step.durationH.typical * 3600));
  switch (criterion) {
    case "time":
      return seconds;
    case "cost":
      return Math.max(least, Math.round(step.costUsdPerFeu.typical * 100));
    case "distance":
      return step.kind === "leg" ? Math.max(least, Math.round(step.distanceKm * 1000)) : 0;
    case "emissions":
      return Math.max(least, Math.round(step.emissionsKgCo2ePerFeu.typical * 1000));
    case "transfers":
      return (isTransfer(step) ? secondRoom : 0) + seconds;
  }
}

/**
 * True where the cargo goes over to another vehicle between loading and unloading, a mine's lorry to the railway
 * included; changes of gauge and borders are counted apart.
 */
export function isTransfer(step: Step): boolean {
  return step.kind === "transfer" && (step.transfer === "port" || step.transfer === "road-rail");
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
