import { addEfforts } from "../model/estimate.ts";
import type { CountryKm, Leg } from "../model/network.ts";
import type { Totals } from "../model/route.ts";
import { isTransfer } from "./criteria.ts";
import type { Step } from "./steps.ts";

/** Figures kept of each arc: three bounds each of time, price and emissions, then kilometres and counts. */
const columns = 12;

/** What each arc adds to a journey, as columns of numbers: summing them is most of the work of an answer. */
export interface Ledger {
  /** Entry `arc * columns + column`. */
  readonly figures: Float64Array;
  /** Every state, and every other state's hold on its land, that some leg runs through. */
  readonly states: readonly Omit<CountryKm, "km">[];
  /** First stretch of each leg, and the number of stretches at the end. */
  readonly firstStretch: Int32Array;
  readonly stretchState: Int32Array;
  readonly stretchKm: Float64Array;
}

/** The totals of a journey but for its borders, which are not the sum of its arcs' shares. */
export type Sums = Omit<Totals, "borders">;

/** Writes down what every arc and leg adds. */
export function keepLedger(arcSteps: readonly (readonly Step[])[], legs: readonly Leg[]): Ledger {
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
    figures: Float64Array.from(arcSteps.flatMap(figuresOf)),
    states,
    firstStretch,
    stretchState: Int32Array.from(stretchState),
    stretchKm: Float64Array.from(stretches, ({ km }) => km),
  };
}

function figuresOf(steps: readonly Step[]): number[] {
  const { durationH, costUsdPerFeu, emissionsKgCo2ePerFeu } = addEfforts(steps);
  const bounds = [durationH, costUsdPerFeu, emissionsKgCo2ePerFeu].flatMap(({ min, typical, max }) => [
    min,
    typical,
    max,
  ]);
  const distanceKm = steps.reduce((km, step) => (step.kind === "leg" ? km + step.distanceKm : km), 0);
  const transfers = steps.filter(isTransfer).length;
  const gaugeChanges = steps.filter((step) => step.kind === "transfer" && step.transfer === "gauge").length;
  return [...bounds, distanceKm, transfers, gaugeChanges];
}

/** The sum over some arcs. */
export function sumArcs({ figures }: Ledger, arcs: readonly number[]): Sums {
  const sums = new Float64Array(columns);
  for (const arc of arcs) {
    const row = arc * columns;
    for (let column = 0; column < columns; column++) {
      sums[column] = (sums[column] as number) + (figures[row + column] as number);
    }
  }
  const at = (column: number) => sums[column] as number;
  const range = (first: number) => ({ min: at(first), typical: at(first + 1), max: at(first + 2) });
  return {
    durationH: range(0),
    costUsdPerFeu: range(3),
    emissionsKgCo2ePerFeu: range(6),
    distanceKm: at(9),
    transfers: at(10),
    gaugeChanges: at(11),
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
