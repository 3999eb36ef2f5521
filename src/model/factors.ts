import * as v from "valibot";
import { confidences, type FactorId } from "./vocabulary.ts";

/** Three values of one quantity, `min <= typical <= max`. Criteria optimise the typical one. */
export const rangeSchema = v.pipe(
  v.strictObject({ min: v.number(), typical: v.number(), max: v.number() }),
  v.check(
    (range) => range.min >= 0 && range.min <= range.typical && range.typical <= range.max,
    "must hold 0 <= min <= typical <= max",
  ),
);
export type Range = v.InferOutput<typeof rangeSchema>;

/** One number the model computes with, and where it comes from. */
export const factorSchema = v.strictObject({
  id: v.string(),
  names: v.objectWithRest({ en: v.string() }, v.string()),
  range: rangeSchema,
  unit: v.string(),
  year: v.optional(v.string()),
  sources: v.array(v.string()),
  confidence: v.picklist(confidences),
  note: v.optional(v.string()),
});
export type Factor = v.InferOutput<typeof factorSchema>;

export type Factors = Readonly<Record<FactorId, Range>>;
