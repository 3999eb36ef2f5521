import type { Handling } from "../model/estimate.ts";
import type { CountryKm, Leg } from "../model/network.ts";
import type { Totals } from "../model/route.ts";
import type { Arc } from "./arcs.ts";
import { isTransfer } from "./criteria.ts";
import type { Step } from "./steps.ts";

/** Figures kept of each arc: three bounds each of time, price and emissions, then kilometres and counts. */
const columns = 13;

/** What each arc adds to a journey, as columns of numbers: summing them is most of the work of an answer. */
export interface Ledger {
  /** Entry `arc * columns + column`. */
  readonly figures: Float64Array;
  /** 0 for arcs over land, `sailsOn` or `lands` for others. */
  readonly voyages: Uint8Array;
  /** Every state, and every other state's hold on its land, that some leg runs through. */
  readonly states: readonly Omit<CountryKm, "km">[];
  /** First stretch of each leg, and the number of stretches at the end. */
  readonly firstStretch: Int32Array;
  readonly stretchState: Int32Array;
  readonly stretchKm: Float64Array;
}

/** An arc at sea after which the cargo stays on its ship. */
export const sailsOn = 1;
/** An arc at sea after which the cargo leaves its ship. */
export const lands = 2;

/** The totals of a journey; of its borders those on land only, since voyages are not the sum of their arcs. */
export type Sums = Totals;

/**
 * Writes down what every arc and leg adds.
 * @param legSteps the steps of each leg, one way: the other way adds the same
 * @param handlingSteps the step of each handling, wherever it is done
 */
export function keepLedger(
  arcs: readonly Arc[],
  legs: readonly Leg[],
  legSteps: readonly (readonly Step[])[],
  handlingSteps: ReadonlyMap<Handling, Step>,
): Ledger {
  const figures = new Float64Array(arcs.length * columns);
  arcs.forEach(({ leg, handling }, arc) => {
    for (const step of legSteps[leg] as readonly Step[]) enterStep(figures, arc * columns, step);
    if (handling) enterStep(figures, arc * columns, handlingSteps.get(handling) as Step);
  });
  const states: Omit<CountryKm, "km">[] = [];
  const stateByName = new Map<string, number>();
  const stretches = legs.flatMap((leg) => leg.countries);
  const stretchState = stretches.map(({ code, controlledBy }) => {
    const name = `${code} ${controlledBy ?? ""}`;
    const known = stateByName.get(name) ?? states.length;
    if (known === states.length) {
      stateByName.set(name, known);
      states.push(controlledBy === undefined ? { code } : { code, controlledBy });
    }
    return known;
  });
  const firstStretch = new Int32Array(legs.length + 1);
  legs.forEach((leg, index) => {
    firstStretch[index + 1] = (firstStretch[index] as number) + leg.countries.length;
  });
  return {
    figures,
    voyages: Uint8Array.from(arcs, ({ leg, handling }) => {
      const mode = legs[leg]?.mode;
      if (mode !== "sea" && mode !== "ferry") return 0;
      return handling ? lands : sailsOn;
    }),
    states,
    firstStretch,
    stretchState: Int32Array.from(stretchState),
    stretchKm: Float64Array.from(stretches, ({ km }) => km),
  };
}

/** The same ledger with hours of waiting on some arcs. */
export function withWaiting(ledger: Ledger, hoursByArc: ReadonlyMap<number, number>): Ledger {
  const figures = ledger.figures.slice();
  for (const [arc, hours] of hoursByArc) {
    for (let bound = 0; bound < 3; bound++) {
      const entry = arc * columns + bound;
      figures[entry] = (figures[entry] as number) + hours;
    }
  }
  return { ...ledger, figures };
}

/** Adds a step to the row of an arc. */
function enterStep(figures: Float64Array, row: number, step: Step): void {
  const add = (column: number, by: number) => {
    figures[row + column] = (figures[row + column] as number) + by;
  };
  [step.durationH, step.costUsdPerFeu, step.emissionsKgCo2ePerFeu].forEach(({ min, typical, max }, kind) => {
    add(3 * kind, min);
    add(3 * kind + 1, typical);
    add(3 * kind + 2, max);
  });
  if (step.kind === "leg") add(9, step.distanceKm);
  else if (isTransfer(step)) add(10, 1);
  else if (step.transfer === "gauge") add(11, 1);
  else add(12, 1);
}

/** The typical hours of an arc. */
export function hoursOf({ figures }: Ledger, arc: number): number {
  return figures[arc * columns + 1] as number;
}

/** The sum over some arcs. */
export function sumArcs({ figures }: Ledger, arcs: readonly number[]): Sums {
  const at = (column: number): number => {
    let sum = 0;
    for (const arc of arcs) sum += figures[arc * columns + column] as number;
    return sum;
  };
  const range = (first: number) => ({ min: at(first), typical: at(first + 1), max: at(first + 2) });
  return {
    durationH: range(0),
    costUsdPerFeu: range(3),
    emissionsKgCo2ePerFeu: range(6),
    distanceKm: at(9),
    transfers: at(10),
    gaugeChanges: at(11),
    borders: at(12),
  };
}

/** Kilometres by state over some legs, longest first; land another state controls is kept apart. */
export function sumStates(ledger: Ledger, legs: readonly number[]): readonly CountryKm[] {
  const { states, firstStretch, stretchState, stretchKm } = ledger;
  const kilometres = new Float64Array(states.length);
  const entered: number[] = [];
  for (const leg of legs) {
    const end = firstStretch[leg + 1] as number;
    for (let stretch = firstStretch[leg] as number; stretch < end; stretch++) {
      const km = stretchKm[stretch] as number;
      if (km === 0) continue;
      const state = stretchState[stretch] as number;
      if (kilometres[state] === 0) entered.push(state);
      kilometres[state] = (kilometres[state] as number) + km;
    }
  }
  return entered
    .map((state): CountryKm => {
      const { code, controlledBy } = states[state] as CountryKm;
      const km = kilometres[state] as number;
      return controlledBy === undefined ? { code, km } : { code, km, controlledBy };
    })
    .sort((a, b) => b.km - a.km || (a.code < b.code ? -1 : 1));
}
