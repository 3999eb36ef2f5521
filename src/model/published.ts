import * as v from "valibot";
import { type Range, rangeSchema } from "./factors.ts";
import { countryCodeSchema, idSchema, namesSchema, yearSchema } from "./network.ts";
import type { RouteQuery } from "./route.ts";
import { confidences, criteria, modes } from "./vocabulary.ts";

/** What a published figure says of a journey: how long it takes, or what a container costs on it. */
const units = { time: "h", price: "USD per FEU" } as const;

/** The journey a figure speaks of, as a person would ask for it. What is absent is not asked for. */
const questionSchema = v.strictObject({
  from: idSchema,
  to: idSchema,
  via: v.optional(v.array(idSchema)),
  /** Russia is avoided unless the list says otherwise. */
  avoid: v.optional(v.array(countryCodeSchema)),
  close: v.optional(v.array(idSchema)),
  modes: v.optional(v.array(v.picklist(modes))),
  year: yearSchema,
  criterion: v.picklist(criteria),
});

const entries = {
  id: idSchema,
  names: namesSchema,
  kind: v.picklist(["time", "price"]),
  query: questionSchema,
  value: v.strictObject({ min: v.number(), max: v.number(), unit: v.picklist(Object.values(units)) }),
  /** As the source gives it. */
  date: v.string(),
  source: v.string(),
  confidence: v.picklist(confidences),
  /** False where the figure speaks of something the model does not compute. */
  applies: v.boolean(),
  /** Why it does not apply. */
  why: v.optional(namesSchema),
};

/** A published time or price of a journey. */
export const publishedSchema = v.pipe(
  v.strictObject(entries),
  v.check(({ kind, value }) => value.unit === units[kind], "the unit is not that of its kind"),
  v.check(({ value }) => value.min <= value.max, "must hold min <= max"),
  v.check(({ applies, why }) => applies === (why === undefined), "why is for figures that do not apply"),
);
export type Published = v.InferOutput<typeof publishedSchema>;

/** A published figure beside the model's own; `model` is absent where the question has no route. */
export const comparedSchema = v.strictObject({
  ...entries,
  model: v.optional(rangeSchema),
  overlaps: v.boolean(),
});
export type Compared = v.InferOutput<typeof comparedSchema>;

/** The question of a figure with everything it leaves open. */
export function queryOf({ query }: Published): RouteQuery {
  const { from, to, via = [], avoid = ["RU"], close = [], year, criterion } = query;
  const free = { slow: [], modes: query.modes ?? modes, status: "operating" } as const;
  return { from, to, via, avoid, close, criterion, year, ...free };
}

/** True where the model's range and the published one have a value in common. */
export function overlaps(model: Range, { value }: Pick<Published, "value">): boolean {
  return model.min <= value.max && value.min <= model.max;
}
