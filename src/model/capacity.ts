import * as v from "valibot";
import { countryCodeSchema, idSchema, yearSchema } from "./network.ts";
import { type Text, textSchema } from "./records.ts";
import { confidences } from "./vocabulary.ts";

/** What a capacity counts: tonnes or containers (TEU) a year, or freight trains a day, both directions together. */
export const measures = ["t", "TEU", "trains"] as const;

/** A capacity that does not exist yet. */
export const promisedStatuses = ["construction", "planned"] as const;

const positiveSchema = v.pipe(v.number(), v.gtValue(0, "must be above 0"));
const wholeSchema = v.pipe(positiveSchema, v.integer("must be whole"));

/**
 * What a place or line can carry. Of several figures for one element, one in the measure asked for goes before
 * converted ones, then the one with the latest `from` of those in force, then the larger; that of a project counts
 * only where the project does, and only where it is more.
 */
export const capacitySchema = v.pipe(
  v.strictObject({
    id: idSchema,
    /** Nodes, legs or lines; each of them can carry `value`. */
    on: v.pipe(v.array(idSchema), v.minLength(1)),
    measure: v.picklist(measures),
    value: wholeSchema,
    /** The year it holds from; absent where it held as long as is known. */
    from: v.optional(yearSchema),
    /** The last year it holds. */
    until: v.optional(yearSchema),
    /** The project of projects.json that brings it. */
    project: v.optional(idSchema),
    status: v.optional(v.picklist(promisedStatuses)),
    source: v.string(),
    /** As the source gives it. */
    date: v.optional(v.string()),
    confidence: v.picklist(confidences),
    note: v.optional(v.string()),
  }),
  v.check(
    ({ from, until }) => from === undefined || until === undefined || from <= until,
    "from is after until",
  ),
  v.check(({ from, status }) => status === undefined || from !== undefined, "a promised capacity needs from"),
);
export type Capacity = v.InferOutput<typeof capacitySchema>;

/** A named set of places that freight can start from or end at. */
export const groupSchema = v.strictObject({
  id: idSchema,
  names: textSchema,
  /** Ids of nodes and deposits. */
  members: v.pipe(v.array(idSchema), v.minLength(1)),
});
export type PlaceGroup = v.InferOutput<typeof groupSchema>;

/** An origin and a destination of the corridor as a whole. */
export const pairSchema = v.pipe(
  v.strictObject({ from: idSchema, to: idSchema }),
  v.check(({ from, to }) => from !== to, "from and to are the same place"),
);

/** A state of the world to ask "what if" with. */
export const presetSchema = v.pipe(
  v.strictObject({
    id: idSchema,
    names: textSchema,
    /** What it stands for, and as of when. */
    note: textSchema,
    /** Ids of nodes, legs, lines and waterways. */
    close: v.optional(v.array(idSchema)),
    /** States nothing may pass. */
    avoid: v.optional(v.array(countryCodeSchema)),
    /** Days added to a call at each node, or to each leg. */
    slow: v.optional(v.array(v.strictObject({ id: idSchema, days: positiveSchema }))),
    /** What is left of the capacity, in percent. */
    reduce: v.optional(
      v.array(v.strictObject({ id: idSchema, percentLeft: v.pipe(positiveSchema, v.maxValue(100)) })),
    ),
    sources: v.pipe(v.array(v.string()), v.minLength(1)),
    confidence: v.picklist(confidences),
  }),
  v.check(
    ({ close, avoid, slow, reduce }) => [close, avoid, slow, reduce].some((list) => list && list.length > 0),
    "changes nothing",
  ),
);
export type Preset = v.InferOutput<typeof presetSchema>;

/** Net tonnes of cargo on one freight train, to compare trains a day with tonnes a year. */
export const trainLoadSchema = v.strictObject({
  value: wholeSchema,
  unit: v.literal("t"),
  source: v.string(),
  confidence: v.picklist(confidences),
  note: v.optional(v.string()),
});

/** What capacity, criticality and "what if" ask with: loaded when one of them is opened. */
export const capacitiesSchema = v.strictObject({
  /** Why these `pairs`. */
  note: textSchema,
  tonnesPerTrain: trainLoadSchema,
  capacities: v.array(capacitySchema),
  groups: v.array(groupSchema),
  pairs: v.array(pairSchema),
  presets: v.array(presetSchema),
});
export type Capacities = v.InferOutput<typeof capacitiesSchema>;

/** The file as the page loads it: with the projects that open lines or bring a capacity. */
export interface CapacityFile extends Capacities {
  readonly projects: readonly {
    readonly id: string;
    readonly names: Text;
    readonly lines: readonly string[];
  }[];
}
