import * as v from "valibot";
import { idSchema, yearSchema } from "./network.ts";
import { confidences, legStatuses } from "./vocabulary.ts";

/** What a capacity is counted in: tonnes and twenty-foot units a year, trains a day; both directions together. */
const measures = ["t", "TEU", "trains"] as const;

/** A published capacity of a place or a line. */
export const capacitySchema = v.strictObject({
  id: idSchema,
  /** Nodes, legs or lines that have it, each for itself. */
  on: v.pipe(v.array(idSchema), v.minLength(1)),
  measure: v.picklist(measures),
  value: v.pipe(v.number(), v.gtValue(0)),
  /** The first year it holds; absent where it held as long as the thing stands. */
  from: v.optional(yearSchema),
  /** The first year it no longer holds. */
  until: v.optional(yearSchema),
  /** The project that brings it: it holds only where that project is counted on. */
  project: v.optional(idSchema),
  /** Of a promised one; it holds only where such promises are allowed. */
  status: v.optional(v.picklist(legStatuses)),
  /** An id in sources.json. */
  source: v.string(),
  /** As the source gives it. */
  date: v.optional(v.string()),
  confidence: v.picklist(confidences),
  note: v.optional(v.string()),
});
export type Capacity = v.InferOutput<typeof capacitySchema>;

/** What a flow is counted in, a year. */
export type FlowUnit = "t" | "TEU";

/** A forty-foot container is two twenty-foot units and 20 t of cargo, here as in the prices. */
const tonnesPerTeu = 10;

/**
 * A capacity in whole units a year.
 * @param tonnesPerTrain cargo of a train, for capacities in trains a day
 */
export function perYear({ measure, value }: Capacity, unit: FlowUnit, tonnesPerTrain: number): number {
  const tonnesEach = { t: 1, TEU: tonnesPerTeu, trains: 365 * tonnesPerTrain };
  return Math.round((value * tonnesEach[measure]) / (unit === "TEU" ? tonnesPerTeu : 1));
}
