import type { Range } from "./factors.ts";
import type { CountryKm, Position } from "./network.ts";
import type { AllowedStatus, Criterion, FactorId, LegStatus, Mode } from "./vocabulary.ts";

/** A place in a query: the id of a node or deposit, or a point on the map. */
export type Place = string | Position;

/** Extra days on a way: at each call at a node, along a line, on a leg, or in a strait or canal. */
export interface Delay {
  /** Id of a node, line, leg or waterway. */
  readonly id: string;
  readonly days: number;
}

/** What a person asks. Lists are in a fixed order so that equal questions compare equal. */
export interface RouteQuery {
  readonly from: Place;
  readonly to: Place;
  /** Places to pass, in travel order. */
  readonly via: readonly Place[];
  /** ISO 3166-1 alpha-2 codes of states never entered. */
  readonly avoid: readonly string[];
  /** Ids of closed nodes, legs, lines and waterways. */
  readonly close: readonly string[];
  /** What is slower than the model's factors say. */
  readonly slow: readonly Delay[];
  readonly modes: readonly Mode[];
  readonly criterion: Criterion;
  readonly year: number;
  readonly status: AllowedStatus;
}

export const transferKinds = ["port", "gauge", "border", "road-rail", "delay"] as const;
export type TransferKind = (typeof transferKinds)[number];

/** Time, price and emissions of a leg, a transfer or a whole route. */
export interface Effort {
  readonly durationH: Range;
  readonly costUsdPerFeu: Range;
  readonly emissionsKgCo2ePerFeu: Range;
}

/** One leg as travelled: `from` and `to` are in travel order. */
export interface RouteLeg extends Effort {
  readonly kind: "leg";
  readonly id: string;
  readonly line: string;
  readonly from: string;
  readonly to: string;
  readonly mode: Mode;
  readonly status: LegStatus;
  /** True where the leg is travelled against the direction it is stored in. */
  readonly reversed: boolean;
  readonly distanceKm: number;
  readonly countries: readonly CountryKm[];
  readonly sources: readonly string[];
  /** The factors its time, price and emissions were computed with. */
  readonly factors: readonly FactorId[];
}

/** What happens between two legs, at a node or on the way between two border stations. */
export interface RouteTransfer extends Effort {
  readonly kind: "transfer";
  readonly transfer: TransferKind;
  readonly at: string;
  /** Modes or gauges before and after, states for a border; what is slow, twice, for a delay. */
  readonly before: string;
  readonly after: string;
  /** The factors its time, price and emissions were computed with. */
  readonly factors: readonly FactorId[];
}

export interface Totals extends Effort {
  readonly distanceKm: number;
  /** Changes of vehicle after loading and before unloading; borders and gauges are counted apart. */
  readonly transfers: number;
  readonly borders: number;
  readonly gaugeChanges: number;
}

export interface Route {
  readonly query: RouteQuery;
  readonly totals: Totals;
  /** Kilometres by state, sums to `totals.distanceKm`, longest first. */
  readonly countries: readonly CountryKm[];
  /** Legs and transfers in travel order. */
  readonly steps: readonly (RouteLeg | RouteTransfer)[];
}

/**
 * Why there is no route.
 * `unknown-place`, `same-place`, `endpoint-avoided`, `endpoint-closed`, `not-routable`, `too-far` speak of one place;
 * `closure`, `modes`, `avoidance` and `year` say which constraint, lifted as a whole and alone, opens a route,
 * the first of them in this order; `several` where only lifting more than one does, `not-connected` where nothing does.
 */
export const noRouteCodes = [
  "unknown-place",
  "same-place",
  "not-routable",
  "endpoint-avoided",
  "endpoint-closed",
  "too-far",
  "avoidance",
  "closure",
  "modes",
  "year",
  "several",
  "not-connected",
] as const;
export type NoRouteCode = (typeof noRouteCodes)[number];

/** One constraint of a query lifted. */
export interface Relaxation {
  readonly kind: "allow-country" | "reopen" | "allow-modes" | "status" | "year";
  /** Country code, closed id, mode, status or year, as the kind says. */
  readonly value: string;
  /** The first year in which it opens a route, where that is later than the year asked for. */
  readonly year?: number;
  /** Ids of the lines a `status` or `year` opens for the route, in travel order. */
  readonly lines?: readonly string[];
}

/**
 * A smallest set of relaxations that together open a route, with the typical cost of that route.
 * The first is told as a single one is, the others in `also`; a status and a year raised together count as one.
 */
export interface Opening extends Relaxation {
  readonly also?: readonly Relaxation[];
  readonly durationH: number;
  readonly costUsdPerFeu: number;
  readonly emissionsKgCo2ePerFeu: number;
  readonly distanceKm: number;
  readonly transfers: number;
}

export interface NoRoute {
  readonly code: NoRouteCode;
  /** The place the code speaks of; with `year`, a place of the query that no line allowed serves in that year. */
  readonly place?: string;
  readonly country?: string;
  /** All of one size, the smallest there is; cheapest by the query's criterion first. Of sets of several the best few. */
  readonly opens: readonly Opening[];
}

export type RouteState =
  | { readonly status: "idle" }
  | { readonly status: "found"; readonly route: Route }
  | { readonly status: "none"; readonly query: RouteQuery; readonly reason: NoRoute }
  | { readonly status: "failed"; readonly message: string };
