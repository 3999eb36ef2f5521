import type { Relaxation, RouteQuery } from "../model/route.ts";
import { modes } from "../model/vocabulary.ts";
import { hasBit, type LegBits, type LegSets } from "./constraints.ts";
import { createSets, type SetTable } from "./sets.ts";

/** What each leg breaks of a query's constraints, but for year and status. */
export interface Violations {
  /** The relaxation that lifts each constraint: avoided states, closed ids and missing modes, in this order. */
  readonly relaxations: readonly Relaxation[];
  /** Sets of positions in `relaxations`. */
  readonly sets: SetTable;
  /** The set of each leg, by the leg's index in the graph. */
  readonly ofLeg: Int32Array;
}

/** Finds what each leg breaks. */
export function findViolations(legSets: LegSets, query: RouteQuery): Violations {
  const relaxations: Relaxation[] = [];
  const sets = createSets();
  const ofLeg = new Int32Array(legSets.size);
  const add = (kind: Relaxation["kind"], value: string, legs: Iterable<number>): void => {
    const position = relaxations.push({ kind, value }) - 1;
    for (const leg of legs) ofLeg[leg] = sets.withMember(ofLeg[leg] as number, position);
  };
  for (const code of query.avoid) {
    add("allow-country", code, legsIn(legSets.byCountry.get(code), legSets.size));
  }
  for (const id of query.close) add("reopen", id, legSets.byId.get(id) ?? []);
  for (const mode of modes) {
    if (query.modes.includes(mode)) continue;
    add("allow-modes", mode, legsIn(legSets.byMode.get(mode), legSets.size));
  }
  return { relaxations, sets, ofLeg };
}

function* legsIn(bits: LegBits | undefined, size: number): Iterable<number> {
  if (!bits) return;
  for (let leg = 0; leg < size; leg++) if (hasBit(bits, leg)) yield leg;
}
