import * as v from "valibot";
import { idSchema, sourceSchema } from "./network.ts";
import { textSchema } from "./records.ts";
import { confidences, modes, qualities } from "./vocabulary.ts";

/** What a confidence is given to. */
export const assessedKinds = [
  "figures",
  "factors",
  "deposits",
  "projects",
  "commitments",
  "events",
  "money",
] as const;

/**
 * Who says it: authorities, railways and companies of themselves; encyclopaedias and their copies;
 * open collections of data; press and trade sites; nobody that can be looked up.
 */
export const sourceKinds = ["official", "press", "encyclopedia", "data", "none"] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** A source as it is served: with who it is. */
export const servedSourceSchema = v.strictObject({
  ...sourceSchema.entries,
  kind: v.picklist(sourceKinds),
});
export type ServedSource = v.InferOutput<typeof servedSourceSchema>;

/** Where a place's coordinates come from. */
export const positionKinds = ["gazetteer", "published", "line", "estimated", "unsourced"] as const;
export type PositionKind = (typeof positionKinds)[number];

/** How far off coordinates may be, in kilometres; `unknown` where nobody said. */
export const precisions = ["1", "5", "more", "unknown"] as const;
export type Precision = (typeof precisions)[number];

export const lengthBases = ["published", "drawn", "estimated"] as const;

const countsOf = <const T extends readonly string[]>(keys: T) =>
  v.object(v.entriesFromList(keys, v.number()));

/** What is known of how good the data are, counted when they are built. */
export const qualitySchema = v.strictObject({
  /** Kilometres of legs by mode and by how they are drawn. */
  drawingKm: v.strictObject(v.entriesFromList(modes, countsOf(qualities))),
  /** Kilometres of legs by mode and by where their length comes from. */
  lengthKm: v.strictObject(v.entriesFromList(modes, countsOf(lengthBases))),
  /** Kilometres of legs that name no source. */
  unsourcedKm: v.number(),
  /** Published running lengths beside what is drawn for them. */
  published: v.strictObject({
    count: v.number(),
    /** Drawn by published kilometres, in the middle of the list. */
    medianShare: v.number(),
    /** Those farthest from one to one, the worst first. */
    worst: v.array(v.strictObject({ id: idSchema, publishedKm: v.number(), drawnKm: v.number() })),
  }),
  /** Items by what they are and how sure they are. */
  confidence: v.strictObject(v.entriesFromList(assessedKinds, countsOf(confidences))),
  sources: countsOf(sourceKinds),
  /** Places by where their coordinates come from and how good these are. */
  positions: v.strictObject(v.entriesFromList(positionKinds, countsOf(precisions))),
  doubts: v.array(v.strictObject({ id: idSchema, text: textSchema })),
});
export type Quality = v.InferOutput<typeof qualitySchema>;
