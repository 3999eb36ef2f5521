import * as v from "valibot";
import { positionSchema } from "../../src/model/network.ts";
import { closableWaterways } from "../../src/model/vocabulary.ts";

/** A line across each strait and canal that can be closed by name, from land to land. */
export const gatesSchema = v.strictObject(
  v.entriesFromList(closableWaterways, v.tuple([positionSchema, positionSchema])),
);
export type Gates = v.InferOutput<typeof gatesSchema>;

/** Where a lane that names it as its `waterway` may run over the land of the 1:10m polygons: west, south, east, north. */
export const fairwaysSchema = v.record(v.string(), v.tuple([v.number(), v.number(), v.number(), v.number()]));
export type Fairways = v.InferOutput<typeof fairwaysSchema>;
