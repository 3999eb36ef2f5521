import * as v from "valibot";
import { dateSchema } from "./records.ts";

/** Words by language tag: at least one language, each language once. */
const textsSchema = v.pipe(
  v.record(v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/)), v.pipe(v.string(), v.maxLength(4000))),
  v.check((texts) => Object.keys(texts).length > 0, "needs a language"),
);
export type Texts = Readonly<Record<string, string>>;

const slugSchema = v.pipe(v.string(), v.maxLength(80), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/));

/** How the camera comes to a step; `fly` becomes `jump` where the reader asked for less motion. */
const cameraMoves = ["fly", "jump"] as const;

const storyStepSchema = v.strictObject({
  id: slugSchema,
  title: textsSchema,
  /** What the audience reads; an empty line parts paragraphs. */
  text: textsSchema,
  /** What the speaker alone sees. */
  notes: v.optional(textsSchema),
  /** What the map shows: a query string as a link has it, without `story` and what is the reader's own. */
  view: v.pipe(v.string(), v.maxLength(4000)),
  /** How long the step stays when the presentation plays; else the link's `delay`. */
  durationMs: v.optional(v.pipe(v.number(), v.integer(), v.minValue(500), v.maxValue(600_000))),
  camera: v.optional(v.picklist(cameraMoves)),
  /** Ids of sources.json that carry the figures of the text. */
  sources: v.optional(v.array(v.string())),
});
export type StoryStep = v.InferOutput<typeof storyStepSchema>;

/** A presentation: views of the map in order, with words for each. */
export const storySchema = v.strictObject({
  schema: v.literal(1),
  id: slugSchema,
  title: textsSchema,
  summary: textsSchema,
  steps: v.pipe(v.array(storyStepSchema), v.minLength(1), v.maxLength(100)),
  author: v.optional(v.pipe(v.string(), v.maxLength(200))),
  date: dateSchema,
});
export type Story = v.InferOutput<typeof storySchema>;
