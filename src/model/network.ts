import * as v from "valibot";
import {
  closableWaterways,
  confidences,
  depositStages,
  legStatuses,
  modes,
  nodeTypes,
  qualities,
} from "./vocabulary.ts";

/** `[longitude, latitude]` in degrees, WGS 84. */
export const positionSchema = v.pipe(
  v.tuple([v.number(), v.number()]),
  v.check(([lng, lat]) => Math.abs(lng) <= 180 && Math.abs(lat) <= 90, "outside -180..180, -90..90"),
);
export type Position = v.InferOutput<typeof positionSchema>;

/** Kebab or snake case: ids appear in links and are never reused. */
export const idSchema = v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:[-_.][a-z0-9]+)*$/), v.maxLength(80));

/** Two capital letters of ISO 3166-1, or `XZ` for the high seas. */
export const countryCodeSchema = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/));

/** Names by BCP 47 language tag; English is always there. */
export const namesSchema = v.objectWithRest({ en: v.string() }, v.string());
export type Names = v.InferOutput<typeof namesSchema>;

/** A whole calendar year. Unknown years are absent, never guessed. */
export const yearSchema = v.pipe(v.number(), v.integer(), v.minValue(1800), v.maxValue(2100));

/** A published figure about a place or a leg. `source` is an id in sources.json. */
export const factSchema = v.strictObject({
  what: v.string(),
  value: v.union([v.number(), v.string()]),
  unit: v.optional(v.string()),
  date: v.optional(v.string()),
  source: v.optional(v.string()),
  confidence: v.picklist(confidences),
  note: v.optional(v.string()),
});
export type Fact = v.InferOutput<typeof factSchema>;

/** A place a path can pass. `country` is absent for waypoints at sea. */
export const nodeSchema = v.strictObject({
  id: idSchema,
  type: v.picklist(nodeTypes),
  names: namesSchema,
  position: positionSchema,
  country: v.optional(countryCodeSchema),
  unlocode: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2}[A-Z0-9]{3}$/))),
  /** Track gauges present, in millimetres. */
  gauges: v.optional(v.array(v.number())),
  /** `planned` for a place that does not work yet. */
  status: v.optional(v.picklist(legStatuses)),
  /** Where the coordinates come from: a source id, or a word for a method. */
  positionSource: v.string(),
  /** How far off the coordinates may be. */
  positionPrecisionKm: v.optional(v.number()),
  /** What the place can handle; its other figures are in figures.json. */
  capacity: v.optional(factSchema),
  /** The deepest ship a port takes, or the depth of its berths, in metres; absent where no source gives it. */
  draft: v.optional(factSchema),
  sources: v.array(v.string()),
  note: v.optional(v.string()),
});
export type NodeRecord = v.InferOutput<typeof nodeSchema>;

/** What routing, lists and the map need of a node; the page loads no more until a card is opened. */
export type Node = Pick<
  NodeRecord,
  "id" | "type" | "names" | "position" | "country" | "unlocode" | "gauges" | "status"
>;

/** Kilometres of a leg or route in one state; `controlledBy` where another state holds that land. */
export const countryKmSchema = v.strictObject({
  code: countryCodeSchema,
  km: v.number(),
  controlledBy: v.optional(countryCodeSchema),
});
export type CountryKm = v.InferOutput<typeof countryKmSchema>;

/** One connection between two nodes by one mode, usable in both directions. */
export const legSchema = v.strictObject({
  id: idSchema,
  /** The drawn line this leg is a part of; several legs share it where a mine's road joins the line. */
  line: idSchema,
  from: idSchema,
  to: idSchema,
  mode: v.picklist(modes),
  names: v.optional(namesSchema),
  /** Track gauge in millimetres; rail only. */
  gauge: v.optional(v.number()),
  tracks: v.optional(v.number()),
  traction: v.optional(v.picklist(["electric", "diesel"])),
  status: v.picklist(legStatuses),
  opened: v.optional(yearSchema),
  expected: v.optional(yearSchema),
  /** Nothing runs from this year on. */
  closed: v.optional(yearSchema),
  /** Of an operating leg: the year it runs again after `closed`. */
  reopened: v.optional(yearSchema),
  quality: v.picklist(qualities),
  /** Running length: the published one where there is one, else the drawn one on the ellipsoid. */
  lengthKm: v.number(),
  lengthBasis: v.picklist(["published", "drawn", "estimated"]),
  drawnKm: v.number(),
  /** Sums to `lengthKm`; states in alphabetical order; open sea is `XZ`. */
  countries: v.array(countryKmSchema),
  /** Straits and canals the leg runs through. */
  passes: v.optional(v.array(v.picklist(closableWaterways))),
  /** Inland waters and named fairways the leg may follow over land. */
  waterway: v.optional(v.string()),
  /** The sea a water leg lies in, for its speed and waiting times. */
  sea: v.optional(v.picklist(["caspian", "short", "deep"])),
  /** False for lines that carry passengers only. */
  freight: v.optional(v.boolean()),
  /** A road that joins a deposit with the railway; allowed whatever the modes are. */
  access: v.optional(v.boolean()),
  /** Part of the trunk of the Trans-Caspian corridor. */
  corridor: v.optional(v.boolean()),
  /** What the section can carry; its other figures are in figures.json. */
  capacity: v.optional(factSchema),
  sources: v.array(v.string()),
  note: v.optional(v.string()),
});
export type LegRecord = v.InferOutput<typeof legSchema>;

/** What routing, lists and the map need of a leg. */
export type Leg = Pick<
  LegRecord,
  | "id"
  | "line"
  | "from"
  | "to"
  | "mode"
  | "gauge"
  | "traction"
  | "status"
  | "opened"
  | "expected"
  | "closed"
  | "reopened"
  | "quality"
  | "lengthKm"
  | "countries"
  | "passes"
  | "sea"
  | "freight"
  | "access"
  | "corridor"
  | "sources"
>;

/** Published figures of a named section of the network; the legs of its `lines` share them. */
export const sectionFiguresSchema = v.strictObject({
  id: idSchema,
  from: idSchema,
  to: idSchema,
  lines: v.array(idSchema),
  facts: v.array(factSchema),
  note: v.optional(v.string()),
});

/** The figures of nodes (by id) and sections: loaded when a place or leg is opened. */
export const figuresSchema = v.strictObject({
  nodes: v.record(v.string(), v.array(factSchema)),
  sections: v.array(sectionFiguresSchema),
});
export type Figures = v.InferOutput<typeof figuresSchema>;

/**
 * An offshore field, one whose whole output leaves by pipeline, a deposit of unknown place,
 * one that no domestic railway can be reached from without crossing a border.
 */
export const notRoutableReasons = ["offshore", "pipeline", "no-position", "no-railway"] as const;

export const depositSchema = v.strictObject({
  id: idSchema,
  names: namesSchema,
  country: countryCodeSchema,
  /** Absent where no source gives coordinates: such a deposit appears in lists only. */
  position: v.optional(positionSchema),
  positionPrecisionKm: v.optional(v.number()),
  positionConfidence: v.picklist(confidences),
  /** Ids of commodities.json. */
  commodities: v.array(v.string()),
  stage: v.picklist(depositStages),
  /** False for offshore and gas fields and for deposits without a domestic railway in reach. */
  routable: v.boolean(),
  /** Why it is not. */
  notRoutable: v.optional(v.picklist(notRoutableReasons)),
  confidence: v.picklist(confidences),
  sources: v.array(v.string()),
});
export type DepositRecord = v.InferOutput<typeof depositSchema>;

/** What routing, lists and the map need of a deposit. */
export type Deposit = Pick<
  DepositRecord,
  "id" | "names" | "country" | "position" | "commodities" | "stage" | "routable"
>;

export const sourceSchema = v.strictObject({
  id: v.string(),
  title: v.string(),
  url: v.optional(v.pipe(v.string(), v.regex(/^https?:\/\//))),
  /** As the source gives it: a day, a month or a year. */
  date: v.optional(v.string()),
});
export type Source = v.InferOutput<typeof sourceSchema>;

/** Everything the routing needs of the world, as plain values. */
export interface Network {
  readonly nodes: readonly Node[];
  readonly legs: readonly Leg[];
  readonly deposits: readonly Deposit[];
}
