import * as v from "valibot";
import { countryCodeSchema, depositSchema, idSchema, positionSchema, yearSchema } from "./network.ts";
import { confidences, moneyStages, projectStatuses } from "./vocabulary.ts";

export const projectTypes = [
  "rail",
  "road",
  "port",
  "shipping",
  "logistics",
  "customs",
  "mining",
  "industry",
  "energy",
  "digital",
  "finance",
  "development",
] as const;

export const eventKinds = ["corridor", "mineral", "japan", "controls", "politics", "digital"] as const;

const foundingFactKinds = ["commitment", "project", "mineral", "place", "event", "actor", "context"] as const;

/** What later sources say of a founding fact; `unverified` where nothing beyond its article speaks of it. */
export const verdicts = ["confirmed", "refined", "disputed", "unverified"] as const;

/** How money is given; unknown is absent. A letter of interest is a memorandum. */
export const instruments = [
  "loan",
  "grant",
  "equity",
  "investment",
  "contract",
  "guarantee",
  "credit-line",
  "memorandum",
] as const;

/** A record's own sum, a share of it, or what another source gives for the same thing. */
const moneyRoles = ["total", "part", "other-figure"] as const;

const filledSchema = v.pipe(v.string(), v.minLength(1));

/** A state by its ISO 3166-1 code, `EU`, or an organisation of actors.json. */
const actorIdSchema = v.union([countryCodeSchema, idSchema]);

/** A text of a record. `en` is its wording; every other language is a translation of our own. */
export const textSchema = v.objectWithRest(
  { en: filledSchema, ar: filledSchema, ja: filledSchema },
  filledSchema,
);
export type Text = v.InferOutput<typeof textSchema>;

const year = "\\d{4}(?:-\\d{2}(?:-\\d{2})?)?";

/** A day, a month or a year, as precise as the source: `2025-12-20`, `2025-12`, `2025`. */
export const dateSchema = v.pipe(v.string(), v.regex(new RegExp(`^${year}$`)));

/** A date, or a span of dates whose end may be open: `2010/2012`, `2022/`. */
const dateSpanSchema = v.pipe(v.string(), v.regex(new RegExp(`^${year}(?:/(?:${year})?)?$`)));

/**
 * One sum of money. Sums of different stages are never added, nor a project's (a cost) to a commitment's
 * (a promise), nor anything but `total` figures of counted records.
 */
const moneySchema = v.strictObject({
  value: v.pipe(v.number(), v.gtValue(0)),
  /** ISO 4217. */
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
  stage: v.picklist(moneyStages),
  instrument: v.optional(v.picklist(instruments)),
  confidence: v.picklist(confidences),
  role: v.picklist(moneyRoles),
  /** Who gives it, where that is not every giver of the record. */
  givers: v.optional(v.array(actorIdSchema)),
  /** What the sum pays for, where it is not the whole record. */
  what: v.optional(textSchema),
});
export type Money = v.InferOutput<typeof moneySchema>;

/** A figure that is not a promise of money: a stock, a quota, a target, a count. Never added to anything. */
const statementSchema = v.strictObject({
  value: v.number(),
  unit: filledSchema,
  what: textSchema,
});

const idsSchema = v.optional(v.array(idSchema), []);
const sourcesSchema = v.array(v.string());

/** What a record speaks of. `places` are nodes and deposits, the one that stands for the record first. */
const links = {
  places: idsSchema,
  lines: idsSchema,
  projects: idsSchema,
  commitments: idsSchema,
  /** True where the record speaks of the Trans-Caspian corridor as a whole. */
  corridor: v.optional(v.literal(true)),
};

export const projectSchema = v.strictObject({
  id: idSchema,
  names: textSchema,
  description: textSchema,
  type: v.picklist(projectTypes),
  status: v.picklist(projectStatuses),
  countries: v.array(countryCodeSchema),
  sponsors: textSchema,
  /** Who pays and in whose favour, where the sources say so. */
  givers: v.optional(v.array(actorIdSchema), []),
  receivers: v.optional(v.array(actorIdSchema), []),
  /** What it costs, and other figures for the same cost. */
  money: v.optional(v.array(moneySchema), []),
  /** The project whose cost holds this one's. */
  partOf: v.optional(idSchema),
  statements: v.optional(v.array(statementSchema), []),
  start: v.optional(yearSchema),
  /** Year it was finished or is promised for. */
  end: v.optional(yearSchema),
  /** Where it stands, for a project at none of its `places`. */
  position: v.optional(positionSchema),
  positionPrecisionKm: v.optional(v.number()),
  ...links,
  confidence: v.picklist(confidences),
  sources: sourcesSchema,
});
export type Project = v.InferOutput<typeof projectSchema>;

export const commitmentSchema = v.strictObject({
  id: idSchema,
  names: textSchema,
  content: textSchema,
  /** Who promises, and to whom. */
  by: textSchema,
  to: textSchema,
  givers: v.pipe(v.array(actorIdSchema), v.minLength(1)),
  receivers: v.optional(v.array(actorIdSchema), []),
  /** States among the parties; `EU` for the European Union. */
  countries: v.array(countryCodeSchema),
  date: v.optional(dateSchema),
  from: v.optional(dateSchema),
  until: v.optional(dateSchema),
  /** What became of it by the date of the data. */
  progress: v.optional(textSchema),
  money: v.optional(v.array(moneySchema), []),
  /** True where its total may be added to others of its stage and currency; never for a letter of interest or a part of another record. */
  counted: v.boolean(),
  partOf: v.optional(idSchema),
  statements: v.optional(v.array(statementSchema), []),
  note: v.optional(textSchema),
  ...links,
  confidence: v.picklist(confidences),
  sources: sourcesSchema,
});
export type Commitment = v.InferOutput<typeof commitmentSchema>;

/** Who gives or receives: a state, named by its code in every language, or an organisation with a name of its own. */
export const actorSchema = v.strictObject({
  id: actorIdSchema,
  names: v.optional(textSchema),
  /** The state, or `EU`, that an organisation belongs to; absent for one of many states. */
  country: v.optional(countryCodeSchema),
  /** Its capital or seat. */
  position: positionSchema,
  sources: v.pipe(sourcesSchema, v.minLength(1)),
});
export type Actor = v.InferOutput<typeof actorSchema>;

/** What one unit of a currency is worth, for sums in one currency; the day of the rate is not that of the promise. */
export const rateSchema = v.strictObject({
  /** ISO 4217. */
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
  usd: v.pipe(v.number(), v.gtValue(0)),
  date: dateSchema,
  source: v.string(),
  note: v.optional(textSchema),
});
export type Rate = v.InferOutput<typeof rateSchema>;

export const eventSchema = v.strictObject({
  id: idSchema,
  date: dateSchema,
  /** True for what was announced for that date and is not confirmed. */
  planned: v.optional(v.literal(true)),
  kind: v.picklist(eventKinds),
  text: textSchema,
  ...links,
  confidence: v.picklist(confidences),
  sources: sourcesSchema,
});
export type TimelineEvent = v.InferOutput<typeof eventSchema>;

/** One statement of the two articles this project started from. */
export const foundingFactSchema = v.strictObject({
  id: idSchema,
  kind: v.picklist(foundingFactKinds),
  statement: textSchema,
  date: v.optional(dateSpanSchema),
  /** What other sources add to it or hold against it. */
  note: v.optional(textSchema),
  /** True where other sources contradict it. */
  disputed: v.optional(v.literal(true)),
  verdict: v.picklist(verdicts),
  /** Ids of the deposits, projects, commitments and events that carry it. */
  records: v.pipe(v.array(idSchema), v.minLength(1)),
  places: idsSchema,
  /** The article first. */
  sources: v.pipe(sourcesSchema, v.minLength(1)),
});
export type FoundingFact = v.InferOutput<typeof foundingFactSchema>;

/** One state's part of the world's output of a mineral, or of a country's imports of it. */
const shareSchema = v.strictObject({
  /** Per cent. */
  value: v.pipe(v.number(), v.gtValue(0), v.maxValue(100)),
  country: countryCodeSchema,
  of: textSchema,
  year: yearSchema,
  source: v.string(),
  confidence: v.picklist(confidences),
});

/** How things stand on the day of the data; a suspension ends on `until`. */
export const controlStatuses = ["in force", "suspended", "lifted"] as const;

/** An export control on a mineral. */
const controlSchema = v.strictObject({
  /** Day it began to apply, or was announced where it was suspended before. */
  date: dateSchema,
  text: textSchema,
  status: v.picklist(controlStatuses),
  until: v.optional(dateSchema),
  source: v.string(),
});

/** What a route past China and Russia would make less: who holds the supply, and how it was held back. */
const dependenceSchema = v.strictObject({
  share: v.optional(v.array(shareSchema), []),
  controls: v.optional(v.array(controlSchema), []),
  /** Who buys what the region mines. */
  buyers: v.optional(textSchema),
  /** Sources of `buyers`. */
  sources: v.optional(sourcesSchema, []),
});

export const commoditySchema = v.strictObject({
  id: idSchema,
  names: textSchema,
  /** Chemical symbol of an element. */
  symbol: v.optional(v.pipe(v.string(), v.regex(/^[A-Z][a-z]?$/))),
  /** Present where a list of critical minerals named in `sources` holds it. */
  critical: v.optional(v.literal(true)),
  dependence: v.optional(dependenceSchema),
  sources: v.optional(sourcesSchema, []),
});
export type Commodity = v.InferOutput<typeof commoditySchema>;

/** The longer facts of a deposit, loaded when one is opened. English, as the sources give them. */
const depositDetailsSchema = v.strictObject({
  operator: v.optional(filledSchema),
  production: v.optional(filledSchema),
  relevance: v.optional(filledSchema),
  /** Source id of the coordinates; absent where they are an estimate of our own. */
  positionSource: v.optional(v.string()),
  /** Id of the record in that source. */
  positionRecord: v.optional(v.string()),
  /** How the coordinates were found, or what speaks against them. */
  positionNote: v.optional(filledSchema),
});
export type DepositDetails = v.InferOutput<typeof depositDetailsSchema>;

/** A deposit as it is kept in the inputs: with its details and in all three languages. */
export const depositInputSchema = v.strictObject({
  ...depositSchema.entries,
  names: textSchema,
  details: depositDetailsSchema,
});
export type DepositInput = v.InferOutput<typeof depositInputSchema>;
