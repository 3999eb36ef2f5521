import type { Feature, FeatureCollection, Point } from "geojson";
import * as v from "valibot";
import { type DepositRecord, type Position, type Source, sourceSchema } from "../../src/model/network.ts";
import {
  type Actor,
  actorSchema,
  type Commitment,
  type Commodity,
  commitmentSchema,
  commoditySchema,
  type DepositDetails,
  type DepositInput,
  depositInputSchema,
  eventSchema,
  type FoundingFact,
  foundingFactSchema,
  type Project,
  projectSchema,
  type Rate,
  rateSchema,
  type TimelineEvent,
} from "../../src/model/records.ts";
import type { Problem } from "../problem.ts";
import { dependenceProblems, problem, verdictProblems } from "./records/claims.ts";
import { giverProblems, moneyProblems, projectPartProblems, promiseProblems } from "./records/money.ts";

/** The hand-kept records, one list to a file of `geo/inputs`. */
export interface Records {
  readonly deposits: readonly DepositInput[];
  readonly projects: readonly Project[];
  readonly commitments: readonly Commitment[];
  readonly events: readonly TimelineEvent[];
  readonly foundingFacts: readonly FoundingFact[];
  readonly commodities: readonly Commodity[];
  readonly actors: readonly Actor[];
  readonly rates: readonly Rate[];
  readonly sources: readonly Source[];
}

/** Where each list of records is kept. */
export const recordFiles: Readonly<Record<keyof Records, string>> = {
  deposits: "deposits.json",
  projects: "projects.json",
  commitments: "commitments.json",
  events: "events.json",
  foundingFacts: "founding-facts.json",
  commodities: "commodities.json",
  actors: "actors.json",
  rates: "rates.json",
  sources: "sources.json",
};

/**
 * Checks the raw lists against the schemas and fills in what may be left out.
 * @throws Error that names every wrong field, with its file and record
 */
export function parseRecords(raw: Readonly<Record<keyof Records, unknown>>): Records {
  const faults: string[] = [];
  const parse = <T>(key: keyof Records, schema: v.GenericSchema<unknown, T>): T[] => {
    const items = raw[key];
    if (!Array.isArray(items)) {
      faults.push(`${recordFiles[key]}: is not a list`);
      return [];
    }
    return items.flatMap((item: { id?: unknown }, i) => {
      const result = v.safeParse(schema, item);
      if (result.success) return [result.output];
      const record = `${recordFiles[key]} "${item?.id ?? `number ${i + 1}`}"`;
      faults.push(...result.issues.map((issue) => `${record}: ${v.getDotPath(issue)}: ${issue.message}`));
      return [];
    });
  };
  const records: Records = {
    deposits: parse("deposits", depositInputSchema),
    projects: parse("projects", projectSchema),
    commitments: parse("commitments", commitmentSchema),
    events: parse("events", eventSchema),
    foundingFacts: parse("foundingFacts", foundingFactSchema),
    commodities: parse("commodities", commoditySchema),
    actors: parse("actors", actorSchema),
    rates: parse("rates", rateSchema),
    sources: parse("sources", sourceSchema),
  };
  if (faults.length > 0) throw new Error(`Correct these records in geo/inputs:\n${faults.join("\n")}`);
  return records;
}

/** The deposits as the network knows them: without the details. */
export function networkDeposits(deposits: readonly DepositInput[]): DepositRecord[] {
  return deposits.map(({ details: _, ...deposit }) => deposit);
}

/** One point to a deposit, in order of id; without geometry where the place is not known. */
export function depositCollection(
  deposits: readonly DepositRecord[],
): FeatureCollection<Point | null, Omit<DepositRecord, "position">> {
  return collection(sortById(deposits).map(({ position, ...properties }) => feature(position, properties)));
}

/** What is said of a deposit when it is opened, by its id. */
export function depositDetails(deposits: readonly DepositInput[]): Record<string, DepositDetails> {
  return Object.fromEntries(sortById(deposits).map(({ id, details }) => [id, details]));
}

/**
 * One point to a project, in order of id: its own position, else the first of its places that has one.
 * @param positions of nodes and deposits by id
 */
export function projectCollection(
  projects: readonly Project[],
  positions: ReadonlyMap<string, Position>,
): FeatureCollection<Point | null, Omit<Project, "position">> {
  return collection(
    sortById(projects).map(({ position, ...properties }) => {
      const known = properties.places.map((id) => positions.get(id)).find((found) => found !== undefined);
      return feature(position ?? known, properties);
    }),
  );
}

/** The events from the first to the last; one known by its year only follows the others of that year. */
export function sortEvents(events: readonly TimelineEvent[]): TimelineEvent[] {
  const key = ({ date }: TimelineEvent) => `${date}-99-99`.slice(0, 10);
  return [...events].sort((a, b) => compare(key(a), key(b)) || compare(a.id, b.id));
}

/** What the records may refer to beside each other. */
export interface KnownIds {
  readonly nodes: ReadonlySet<string>;
  readonly lines: ReadonlySet<string>;
  /** Ids of all sources, those of the network included. */
  readonly sources: ReadonlySet<string>;
}

/** Everything in the records that contradicts itself or points nowhere. */
export function recordProblems(records: Records, known: KnownIds): Problem[] {
  const ids = {
    deposits: idsOf(records.deposits),
    projects: idsOf(records.projects),
    commitments: idsOf(records.commitments),
    events: idsOf(records.events),
    commodities: idsOf(records.commodities),
  };
  const places = union(known.nodes, ids.deposits);
  const carriers = union(ids.deposits, ids.projects, ids.commitments, ids.events);
  const { deposits, projects, commitments, events, foundingFacts, commodities } = records;
  const linked = [...projects, ...commitments, ...events];
  return [
    ...repeated([
      ...known.nodes,
      ...known.lines,
      ...[...deposits, ...linked, ...foundingFacts].map(({ id }) => id),
    ]),
    ...missing(commodities, "sources", known.sources),
    ...commodities.flatMap((commodity) => dependenceProblems(commodity, known.sources)),
    ...foundingFacts.flatMap(verdictProblems),
    ...missing([...linked, ...foundingFacts, ...deposits], "sources", known.sources),
    ...missing([...linked, ...foundingFacts], "places", places),
    ...missing(linked, "lines", known.lines),
    ...missing(linked, "projects", ids.projects),
    ...missing(linked, "commitments", ids.commitments),
    ...missing(foundingFacts, "records", carriers),
    ...missing(deposits, "commodities", ids.commodities),
    ...[...linked, ...deposits].filter(({ sources }) => sources.length === 0).map(unsourced),
    ...deposits.flatMap(routableProblems),
    ...missing(records.actors, "sources", known.sources),
    ...missing(
      records.rates.map(({ currency, source }) => ({ id: currency, sources: [source] })),
      "sources",
      known.sources,
    ),
    ...[...projects, ...commitments].flatMap((record) => [
      ...moneyProblems(record, records.rates),
      ...giverProblems(record, idsOf(records.actors)),
    ]),
    ...commitments.flatMap((commitment) => promiseProblems(commitment, ids.commitments)),
    ...projects.flatMap((project) => projectPartProblems(project, projects)),
  ];
}

/** Every id that a link may name already: of a place, a line or a record. */
export function takenIds(records: Records, known: KnownIds): ReadonlySet<string> {
  const { deposits, projects, commitments, events, foundingFacts } = records;
  const lists = [deposits, projects, commitments, events, foundingFacts];
  return union(known.nodes, known.lines, ...lists.map(idsOf));
}

function repeated(ids: readonly string[]): Problem[] {
  const seen = new Set<string>();
  const twice = ids.filter((id) => seen.size === seen.add(id).size);
  return twice.map((id) => problem(id, "its id is used twice", "give the newer record another id"));
}

function missing<K extends string>(
  records: readonly ({ readonly id: string } & Readonly<Record<K, readonly string[]>>)[],
  field: K,
  known: ReadonlySet<string>,
): Problem[] {
  return records.flatMap((record) =>
    record[field]
      .filter((id) => !known.has(id))
      .map((id) => problem(record.id, `${field} names "${id}", which does not exist`, "correct the id")),
  );
}

function unsourced({ id }: { readonly id: string }): Problem {
  return problem(id, "has no source", "name one, or leave the record out");
}

function routableProblems({ id, routable, notRoutable, position }: DepositInput): Problem[] {
  const problems: Problem[] = [];
  if (routable === (notRoutable !== undefined)) {
    problems.push(problem(id, `routable is ${routable}, notRoutable ${notRoutable}`, "make them agree"));
  }
  if ((position === undefined) !== (notRoutable === "no-position")) {
    problems.push(problem(id, "no-position and its position contradict each other", "make them agree"));
  }
  return problems;
}

function feature<P>(position: Position | undefined, properties: P): Feature<Point | null, P> {
  return {
    type: "Feature",
    geometry: position ? { type: "Point", coordinates: [...position] } : null,
    properties,
  };
}

function collection<G extends Point | null, P>(features: Feature<G, P>[]): FeatureCollection<G, P> {
  return { type: "FeatureCollection", features };
}

function sortById<T extends { readonly id: string }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => compare(a.id, b.id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function idsOf(items: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(items.map(({ id }) => id));
}

function union(...sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  return new Set(sets.flatMap((set) => [...set]));
}
