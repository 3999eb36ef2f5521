import type { FeatureCollection, LineString } from "geojson";
import * as v from "valibot";
import {
  factSchema,
  type LegRecord,
  legSchema,
  namesSchema,
  nodeSchema,
  sectionFiguresSchema,
} from "../../../src/model/network.ts";
import type { Course } from "../../course.ts";

/** A node as kept by hand: with the figures that are served in a file of their own. */
export const nodeInputSchema = v.strictObject({
  ...nodeSchema.entries,
  facts: v.optional(v.array(factSchema)),
});
export type NodeInput = v.InferOutput<typeof nodeInputSchema>;

const {
  line: _,
  lengthKm,
  lengthBasis,
  drawnKm,
  countries,
  sea,
  access,
  corridor,
  capacity,
  ...drawnFields
} = legSchema.entries;

/** A drawn line: one connection before it is split, measured and given to states. */
export const lineSchema = v.strictObject({
  ...drawnFields,
  names: namesSchema,
  /** Running length that a source gives for this very line. */
  publishedKm: v.optional(v.number()),
  publishedSource: v.optional(v.string()),
  /** Relief, for the winding factor; a line without it runs through plains and low hills. */
  terrain: v.optional(v.literal("mountain")),
  /** An open strait between several states: passing its territorial sea enters none of them. */
  innocentPassage: v.optional(v.string()),
  /** Stations on the way, by the position of the course they stand at. */
  stations: v.optional(v.array(v.strictObject({ name: v.string(), vertex: v.number() }))),
});
type LineProperties = v.InferOutput<typeof lineSchema>;
export type Line = LineProperties & { readonly course: Course };
export type LineCollection = FeatureCollection<LineString, LineProperties>;

/** A named section with its figures; `lengthKm` is shared out over its lines. */
export const sectionSchema = v.strictObject({
  ...sectionFiguresSchema.entries,
  lengthKm: v.optional(v.number()),
  lengthSource: v.optional(v.string()),
  capacity: v.optional(factSchema),
});
export type Section = v.InferOutput<typeof sectionSchema>;

/** A leg before its kilometres are given to states. */
export type DraftLeg = Omit<LegRecord, "countries"> & {
  readonly course: Course;
  readonly innocentPassage?: string | undefined;
};
