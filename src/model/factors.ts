import * as v from "valibot";
import { confidences } from "./vocabulary.ts";

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

/**
 * Every factor of the model. Speeds are kilometres per hour over a whole day, stops included;
 * prices are US dollars per forty-foot container (FEU, two TEU, 20 t of cargo);
 * emissions are well-to-wheel grams of CO2 equivalent per tonne-kilometre.
 */
export const factorIds = [
  "speed.rail",
  "speed.rail.china",
  "speed.rail.caucasus",
  "speed.sea.caspian",
  "speed.sea.short",
  "speed.sea.deep",
  "speed.ferry",
  "speed.road",
  "price.rail",
  "price.rail.china",
  "price.sea.caspian",
  "price.sea.short",
  "price.sea.deep",
  "price.ferry",
  "price.road",
  "co2.rail.electric",
  "co2.rail.diesel",
  "co2.sea.short",
  "co2.sea.deep",
  "co2.ferry",
  "co2.road",
  "time.port.caspian",
  "time.port.short",
  "time.port.deep",
  "time.port.ferry",
  "time.port.transshipment",
  "time.gauge",
  "time.border",
  "time.border.union",
  "time.road-rail",
  "price.port",
  "price.port.ferry",
  "price.gauge",
  "price.border",
  "price.road-rail",
  "co2.handling",
] as const;
export type FactorId = (typeof factorIds)[number];
export type Factors = Readonly<Record<FactorId, Range>>;
