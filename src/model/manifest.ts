import * as v from "valibot";

/** What the data is: its version, its own year, what it counts and whose work it uses. */
export const manifestSchema = v.strictObject({
  /** Version of the shape of the data files; the page refuses another one. */
  schema: v.literal(1),
  version: v.string(),
  /** Day the inputs were last changed, ISO 8601. */
  date: v.string(),
  /** The year a link without `year` speaks of. */
  networkYear: v.number(),
  /** States whose 1:10m borders are served under `borders/`. */
  borders: v.array(v.string()),
  counts: v.record(v.string(), v.number()),
  licences: v.array(
    v.strictObject({
      id: v.string(),
      title: v.string(),
      licence: v.string(),
      attribution: v.string(),
      url: v.optional(v.string()),
      changes: v.optional(v.string()),
    }),
  ),
});
export type Manifest = v.InferOutput<typeof manifestSchema>;
