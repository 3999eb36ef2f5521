import type { Feature, FeatureCollection, LineString, Point } from "geojson";
import type { Energy } from "../../model/energy.ts";
import type { DepositRecord, Position } from "../../model/network.ts";
import type {
  Actor,
  Commitment,
  Commodity,
  FoundingFact,
  Project,
  Rate,
  TimelineEvent,
} from "../../model/records.ts";
import { fetchOnce } from "../load.ts";

/** A pipeline, terminal or cable with its course. */
export type EnergyRecord = Energy & { readonly geometry: LineString | Point };

/** The served files of the records. */
export interface RecordFiles {
  readonly projects: FeatureCollection<Point | null, Omit<Project, "position">>;
  readonly deposits: FeatureCollection<Point | null, Omit<DepositRecord, "position">>;
  readonly energy: FeatureCollection<LineString | Point, Energy>;
  readonly commitments: readonly Commitment[];
  readonly events: readonly TimelineEvent[];
  readonly facts: readonly FoundingFact[];
  readonly commodities: readonly Commodity[];
  readonly actors: readonly Actor[];
  readonly rates: readonly Rate[];
}

/** A record with its kind, as cards, lists and the map tell them apart. */
export type RecordItem =
  | { readonly kind: "project"; readonly record: Project }
  | { readonly kind: "commitment"; readonly record: Commitment }
  | { readonly kind: "event"; readonly record: TimelineEvent }
  | { readonly kind: "energy"; readonly record: EnergyRecord }
  | { readonly kind: "deposit"; readonly record: DepositRecord }
  | { readonly kind: "fact"; readonly record: FoundingFact };

export type RecordKind = RecordItem["kind"];

/** All records, in the order of their files, with their links in both directions. */
export interface RecordBook {
  readonly projects: readonly Project[];
  readonly commitments: readonly Commitment[];
  readonly events: readonly TimelineEvent[];
  readonly energy: readonly EnergyRecord[];
  readonly deposits: readonly DepositRecord[];
  readonly facts: readonly FoundingFact[];
  /** The same, each with its kind. */
  readonly items: readonly RecordItem[];
  readonly byId: ReadonlyMap<string, RecordItem>;
  readonly actors: ReadonlyMap<string, Actor>;
  readonly commodities: ReadonlyMap<string, Commodity>;
  readonly rates: readonly Rate[];
  /** Records that name this one, a place or a line; in the order of the files. */
  linksTo(id: string): readonly RecordItem[];
  /** Ids of the minerals a record is about: its own, or those of the deposits among its places. */
  mineralsOf(item: RecordItem): readonly string[];
}

/** Joins the files. Pure: the same files, the same book. */
export function buildRecordBook(files: RecordFiles): RecordBook {
  const { commitments, events, facts } = files;
  const projects = files.projects.features.map((feature) => withPosition<Project>(feature));
  const deposits = files.deposits.features.map((feature) => withPosition<DepositRecord>(feature));
  const energy = files.energy.features.map(({ properties, geometry }) => ({ ...properties, geometry }));
  const items: readonly RecordItem[] = [
    ...projects.map((record) => ({ kind: "project", record }) as const),
    ...commitments.map((record) => ({ kind: "commitment", record }) as const),
    ...events.map((record) => ({ kind: "event", record }) as const),
    ...energy.map((record) => ({ kind: "energy", record }) as const),
    ...deposits.map((record) => ({ kind: "deposit", record }) as const),
    ...facts.map((record) => ({ kind: "fact", record }) as const),
  ];
  const byId = new Map(items.map((item) => [item.record.id, item]));
  const naming = new Map<string, RecordItem[]>();
  for (const item of items) {
    for (const id of new Set(namedBy(item))) naming.set(id, [...(naming.get(id) ?? []), item]);
  }
  return {
    projects,
    commitments,
    events,
    energy,
    deposits,
    facts,
    items,
    byId,
    actors: new Map(files.actors.map((actor) => [actor.id, actor])),
    commodities: new Map(files.commodities.map((commodity) => [commodity.id, commodity])),
    rates: files.rates,
    linksTo: (id) => naming.get(id) ?? [],
    mineralsOf: (item) => mineralsOf(item, byId),
  };
}

let book: Promise<RecordBook> | undefined;

/** The book, read once for the map, the panels and the pages; a failed try is made again at the next use. */
export function loadRecordBook(): Promise<RecordBook> {
  book ??= readFiles().then(buildRecordBook);
  book.catch(() => {
    book = undefined;
  });
  return book;
}

async function readFiles(): Promise<RecordFiles> {
  const [projects, deposits, energy, commitments, events, facts, commodities, actors, rates] =
    await Promise.all([
      fetchOnce<RecordFiles["projects"]>("projects.geojson"),
      fetchOnce<RecordFiles["deposits"]>("deposits.geojson"),
      fetchOnce<RecordFiles["energy"]>("energy.geojson"),
      fetchOnce<RecordFiles["commitments"]>("commitments.json"),
      fetchOnce<RecordFiles["events"]>("events.json"),
      fetchOnce<RecordFiles["facts"]>("founding-facts.json"),
      fetchOnce<RecordFiles["commodities"]>("commodities.json"),
      fetchOnce<RecordFiles["actors"]>("actors.json"),
      fetchOnce<RecordFiles["rates"]>("rates.json"),
    ]);
  return { projects, deposits, energy, commitments, events, facts, commodities, actors, rates };
}

/** The ids of records, places and lines that a record names. */
function namedBy(item: RecordItem): readonly string[] {
  switch (item.kind) {
    case "fact":
      return [...item.record.records, ...item.record.places];
    case "energy":
    case "deposit":
      return [];
    default: {
      const { places, lines, projects, commitments } = item.record;
      const whole = "partOf" in item.record && item.record.partOf ? [item.record.partOf] : [];
      return [...places, ...lines, ...projects, ...commitments, ...whole];
    }
  }
}

function mineralsOf(item: RecordItem, byId: RecordBook["byId"]): readonly string[] {
  if (item.kind === "deposit") return item.record.commodities;
  if (item.kind === "energy") return [item.record.kind.split("-")[0] ?? ""];
  const direct = item.record.places.flatMap((id) => depositMinerals(byId.get(id)));
  const linked = "projects" in item.record ? item.record.projects : item.record.records;
  const further = linked.flatMap((id) => {
    const other = byId.get(id);
    if (other?.kind === "deposit") return other.record.commodities;
    return other?.kind === "project"
      ? other.record.places.flatMap((place) => depositMinerals(byId.get(place)))
      : [];
  });
  return [...new Set([...direct, ...further])];
}

function depositMinerals(item: RecordItem | undefined): readonly string[] {
  return item?.kind === "deposit" ? item.record.commodities : [];
}

function withPosition<T extends { readonly position?: Position | undefined }>({
  geometry,
  properties,
}: Feature<Point | null, Omit<T, "position">>): T {
  return (geometry ? { ...properties, position: geometry.coordinates as Position } : properties) as T;
}
