import type { Leg } from "../model/network.ts";
import type { RouteQuery } from "../model/route.ts";
import { isUsable } from "../model/rules.ts";
import type { AllowedStatus, Mode } from "../model/vocabulary.ts";

/** A set of legs: one bit each, by their index in the graph. */
export type LegBits = Uint32Array;

/** The legs that each possible constraint closes, made once: a query only joins sets. */
export interface LegSets {
  readonly size: number;
  /** Legs that enter a state, end in it, or run where it holds the land. */
  readonly byCountry: ReadonlyMap<string, LegBits>;
  /** Access roads are in none of these: they may be used whatever the modes are. */
  readonly byMode: ReadonlyMap<Mode, LegBits>;
  /** Legs at a node or deposit, of a line, through a waterway, or the leg itself; an id may name several. */
  readonly byId: ReadonlyMap<string, readonly number[]>;
  /** Legs that cannot be used in a year with a status; filled as years are asked for. */
  readonly unusable: Map<string, LegBits>;
}

/** Gathers the legs by everything a query can close. */
export function indexLegSets(
  legs: readonly Leg[],
  places: readonly { readonly country?: string }[],
  placeById: ReadonlyMap<string, number>,
): LegSets {
  const byCountry = new Map<string, LegBits>();
  const byMode = new Map<Mode, LegBits>();
  const byId = new Map<string, number[]>();
  const add = <K>(sets: Map<K, LegBits>, key: K, leg: number): void => {
    let bits = sets.get(key);
    if (!bits) {
      bits = emptyBits(legs.length);
      sets.set(key, bits);
    }
    setBit(bits, leg);
  };
  legs.forEach((leg, index) => {
    for (const { code, controlledBy } of leg.countries) {
      add(byCountry, code, index);
      if (controlledBy !== undefined) add(byCountry, controlledBy, index);
    }
    for (const end of [leg.from, leg.to]) {
      const country = places[placeById.get(end) ?? -1]?.country;
      if (country !== undefined) add(byCountry, country, index);
    }
    if (!leg.access) add(byMode, leg.mode, index);
    for (const id of [leg.id, leg.line, leg.from, leg.to, ...(leg.passes ?? [])]) {
      const named = byId.get(id);
      if (named) named.push(index);
      else byId.set(id, [index]);
    }
  });
  return { size: legs.length, byCountry, byMode, byId, unusable: new Map() };
}

/**
 * The legs a query may not use: of other years or statuses, of other modes, closed, or in an avoided state.
 * An id or code that nothing carries closes nothing.
 */
export function closedLegs(
  sets: LegSets,
  legs: readonly Leg[],
  networkYear: number,
  query: Pick<RouteQuery, "avoid" | "close" | "modes" | "year" | "status">,
): LegBits {
  const closed = forbiddenLegs(sets, query);
  join(closed, unusableLegs(sets, legs, networkYear, query.year, query.status));
  return closed;
}

/** The legs a query may not use in whatever year: of other modes, closed, or in an avoided state. */
export function forbiddenLegs(
  sets: LegSets,
  { avoid, close, modes }: Pick<RouteQuery, "avoid" | "close" | "modes">,
): LegBits {
  const forbidden = emptyBits(sets.size);
  for (const code of avoid) join(forbidden, sets.byCountry.get(code));
  for (const id of close) for (const leg of sets.byId.get(id) ?? []) setBit(forbidden, leg);
  for (const [mode, bits] of sets.byMode) if (!modes.includes(mode)) join(forbidden, bits);
  return forbidden;
}

/** The legs in some states. */
export function legsOfStates(sets: LegSets, codes: readonly string[]): LegBits {
  const legs = emptyBits(sets.size);
  for (const code of codes) join(legs, sets.byCountry.get(code));
  return legs;
}

/** The legs in both of two sets. */
export function inBoth(a: LegBits, b: LegBits): LegBits {
  return a.map((word, index) => word & (b[index] as number));
}

/** True where the set holds the leg. */
export function hasBit(bits: LegBits, leg: number): boolean {
  return (((bits[leg >>> 5] as number) >>> (leg & 31)) & 1) === 1;
}

/** The legs that cannot be used in a year with a status. */
export function unusableLegs(
  sets: LegSets,
  legs: readonly Leg[],
  networkYear: number,
  year: number,
  status: AllowedStatus,
): LegBits {
  const key = `${year} ${status}`;
  let bits = sets.unusable.get(key);
  if (!bits) {
    bits = emptyBits(sets.size);
    for (let leg = 0; leg < legs.length; leg++) {
      if (!isUsable(legs[leg] as Leg, year, status, networkYear)) setBit(bits, leg);
    }
    sets.unusable.set(key, bits);
  }
  return bits;
}

function emptyBits(size: number): LegBits {
  return new Uint32Array((size + 31) >>> 5);
}

function setBit(bits: LegBits, leg: number): void {
  bits[leg >>> 5] = (bits[leg >>> 5] as number) | (1 << (leg & 31));
}

function join(bits: LegBits, more: LegBits | undefined): void {
  if (!more) return;
  for (let word = 0; word < bits.length; word++) bits[word] = (bits[word] as number) | (more[word] as number);
}
