import * as v from "valibot";
import type { Fact, NodeRecord, Source } from "../../src/model/network.ts";
import {
  lengthBases,
  type PositionKind,
  type Precision,
  positionKinds,
  precisions,
  type Quality,
  qualitySchema,
  type SourceKind,
  sourceKinds,
} from "../../src/model/quality.ts";
import { confidences, modes, qualities } from "../../src/model/vocabulary.ts";
import { round } from "../io.ts";
import type { Inputs } from "../readInputs.ts";
import type { CountedLeg } from "./countryKm.ts";
import { publishedLengths, unsourced } from "./network.ts";

/** Hosts by the kind of source they are, as kept in geo/inputs/source-kinds.json; every other one is `press`. */
export const sourceHostsSchema = v.strictObject({
  official: v.array(v.string()),
  encyclopedia: v.array(v.string()),
  data: v.array(v.string()),
});
export type SourceHosts = v.InferOutput<typeof sourceHostsSchema>;

export const doubtsSchema = qualitySchema.entries.doubts;
export type Doubt = Quality["doubts"][number];

/** So many of the worst drawn lengths are told. */
const worstCount = 10;

/** Counts how good the finished network and the records are. */
export function assessQuality(
  inputs: Inputs,
  nodes: readonly NodeRecord[],
  legs: readonly CountedLeg[],
): Quality {
  return {
    drawingKm: kmByMode(legs, (leg) => leg.quality, qualities),
    lengthKm: kmByMode(legs, (leg) => leg.lengthBasis, lengthBases),
    unsourcedKm: sumKm(legs.filter(({ sources }) => sources.every((id) => id === unsourced))),
    published: compareWithPublished(inputs),
    confidence: countConfidences(inputs),
    sources: countBy(sourceKinds, inputs.sources, (source) => kindOfSource(source, inputs.sourceHosts)),
    positions: countPositions(nodes),
    doubts: [...inputs.doubts],
  };
}

function kmByMode<K extends string>(
  legs: readonly CountedLeg[],
  keyOf: (leg: CountedLeg) => K,
  keys: readonly K[],
) {
  return recordOf(modes, (mode) =>
    recordOf(keys, (key) => sumKm(legs.filter((leg) => leg.mode === mode && keyOf(leg) === key))),
  );
}

function sumKm(legs: readonly CountedLeg[]): number {
  return Math.round(legs.reduce((km, { lengthKm }) => km + lengthKm, 0));
}

function compareWithPublished({ lines, sections }: Inputs): Quality["published"] {
  const compared = publishedLengths(lines, sections)
    .map(({ id, publishedKm, drawnKm }) => ({ id, publishedKm, drawnKm: round(drawnKm, 1) }))
    .sort((a, b) => a.drawnKm / a.publishedKm - b.drawnKm / b.publishedKm);
  const shares = compared.map(({ drawnKm, publishedKm }) => drawnKm / publishedKm);
  const farness = (item: (typeof compared)[number]) => Math.abs(Math.log(item.drawnKm / item.publishedKm));
  return {
    count: compared.length,
    medianShare: round(shares[Math.floor(shares.length / 2)] ?? 1, 3),
    worst: [...compared].sort((a, b) => farness(b) - farness(a)).slice(0, worstCount),
  };
}

function countConfidences({ nodes, sections, factors, records }: Inputs): Quality["confidence"] {
  const { deposits, projects, commitments, events } = records;
  const facts = [
    ...nodes.flatMap(({ facts = [], capacity, draft }) => [...facts, capacity, draft]),
    ...sections.flatMap(({ facts, capacity }) => [...facts, capacity]),
  ].filter((fact): fact is Fact => fact !== undefined);
  const count = (items: readonly Pick<Fact, "confidence">[]) =>
    countBy(confidences, items, ({ confidence }) => confidence);
  return {
    figures: count(facts),
    factors: count(factors),
    deposits: count(deposits),
    projects: count(projects),
    commitments: count(commitments),
    events: count(events),
    money: count([...projects, ...commitments].flatMap(({ money }) => money)),
  };
}

/** The kind of a source by its host or a domain above it; one without an address is `none`. */
export function kindOfSource({ url }: Source, hosts: SourceHosts): SourceKind {
  if (url === undefined) return "none";
  // A host may end in the dot of the root.
  const host = new URL(url).hostname.replace(/\.$/, "");
  const isOf = (domain: string) => host === domain || host.endsWith(`.${domain}`);
  // The longest domain that fits, so that a collection of data of an authority can be told from it.
  const [best] = Object.entries(hosts)
    .flatMap(([kind, domains]) => domains.filter(isOf).map((domain) => ({ kind, domain })))
    .sort((a, b) => b.domain.length - a.domain.length);
  return (best?.kind ?? "press") as SourceKind;
}

/** What the words of `positionSource` mean; any other one is a published source. */
const positionWords: Readonly<Record<string, PositionKind>> = {
  geonames: "gazetteer",
  approximate: "estimated",
  unsourced: "unsourced",
  "nearest point of the drawn railway": "line",
};

function countPositions(nodes: readonly NodeRecord[]): Quality["positions"] {
  return recordOf(positionKinds, (kind) =>
    countBy(
      precisions,
      nodes.filter(({ positionSource }) => (positionWords[positionSource] ?? "published") === kind),
      precisionOf,
    ),
  );
}

function precisionOf({ positionPrecisionKm: km }: NodeRecord): Precision {
  if (km === undefined) return "unknown";
  return km <= 1 ? "1" : km <= 5 ? "5" : "more";
}

function countBy<K extends string, T>(
  keys: readonly K[],
  items: readonly T[],
  keyOf: (item: T) => K,
): Record<K, number> {
  return recordOf(keys, (key) => items.filter((item) => keyOf(item) === key).length);
}

function recordOf<K extends string, T>(keys: readonly K[], make: (key: K) => T): Record<K, T> {
  return Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<K, T>;
}
