import { brotliCompressSync } from "node:zlib";
import { costsOf, promisesOf, type Sum, totalsByStage } from "../src/data/money.ts";
import { touchesState } from "../src/model/energy.ts";
import type { Manifest } from "../src/model/manifest.ts";
import type { Quality } from "../src/model/quality.ts";
import { verdicts } from "../src/model/records.ts";
import { confidences, interfaceLanguages } from "../src/model/vocabulary.ts";
import { formatGeoJson } from "./io.ts";
import type { Problem } from "./problem.ts";
import type { Covered } from "./steps/capacities.ts";
import type { CountedLeg } from "./steps/countryKm.ts";
import type { ServedEnergy } from "./steps/energy.ts";
import type { Records } from "./steps/records.ts";

/** What a page fetches before it shows anything. */
const firstView = ["manifest.json", "network.json", "basemap.json"];

export function printProblems(title: string, problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  console.error(`${title}: ${problems.length}`);
  for (const { id, place, problem, remedy } of problems) {
    console.error(`  ${id}: ${place}: ${problem}; ${remedy}`);
  }
}

/** Problems as points, so that any viewer of maps shows where they are. */
export function formatProblems(problems: readonly Problem[]): string {
  const features = problems.map(({ position, ...properties }) => ({
    type: "Feature" as const,
    geometry: position ? { type: "Point" as const, coordinates: [...position] } : null,
    properties,
  }));
  return formatGeoJson({ type: "FeatureCollection", features });
}

interface Report {
  readonly legs: readonly CountedLeg[];
  readonly counts: Manifest["counts"];
  readonly quality: Quality;
  readonly covered: Covered;
  readonly energy: ServedEnergy;
  readonly records: Records;
  readonly files: ReadonlyMap<string, string>;
}

/** Counts and kilometres of the network by kind, how good the data are, and what the first view weighs. */
export function printReport({ legs, counts, quality, covered, energy, records, files }: Report): void {
  console.log(`counts: ${list(counts)}`);
  console.log(`legs: ${legs.length} (${sumKm(legs)} km)`);
  for (const field of ["mode", "status", "quality", "lengthBasis"] as const) {
    const values = [...new Set(legs.map((leg) => leg[field]))].map((value) => {
      const some = legs.filter((leg) => leg[field] === value);
      return `${value} ${some.length} (${sumKm(some)} km)`;
    });
    console.log(`${field}: ${values.join(", ")}`);
  }
  const lanes = legs.filter(({ mode }) => mode === "sea" || mode === "ferry");
  const throughStraits = lanes.filter(({ passes }) => passes !== undefined);
  console.log(
    `lanes: ${lanes.length} (${sumKm(lanes)} km), ${throughStraits.length} through a strait or canal`,
  );
  const { gates, lines } = covered;
  console.log(
    `capacity known on the corridor: ${gates.known} of ${gates.all} ports and borders, ${lines.known} of ${lines.all} lines`,
  );
  printEnergy(energy);
  printMoney(records);
  const { foundingFacts } = records;
  const byVerdict = verdicts.map(
    (verdict) => `${verdict} ${foundingFacts.filter((fact) => fact.verdict === verdict).length}`,
  );
  const carried = foundingFacts.filter((fact) => fact.records.length > 0).length;
  console.log(`founding facts: ${foundingFacts.length}, ${byVerdict.join(", ")}`);
  console.log(`founding facts carried by records: ${carried} of ${foundingFacts.length}`);
  printCoverage(records);
  printQuality(quality);
  const sizes = firstView.map(
    (file) => [file, brotliCompressSync(files.get(file) ?? "").length / 1024] as const,
  );
  for (const [file, kib] of sizes) console.log(`${file}: ${kib.toFixed(1)} KiB brotli`);
  console.log(`first view: ${sizes.reduce((kib, [, size]) => kib + size, 0).toFixed(1)} KiB brotli`);
}

function printEnergy({ features }: ServedEnergy): void {
  const items = features.map(({ properties }) => properties);
  const inRussia = items.filter((item) => touchesState(item, "RU"));
  const kinds = [...new Set(items.map(({ kind }) => kind))].map((kind) => {
    const count = (list: typeof items) => list.filter((item) => item.kind === kind).length;
    return `${kind} ${count(items)} (${count(inRussia)} in Russia or what it controls)`;
  });
  console.log(`energy: ${items.length}, ${kinds.join(", ")}`);
}

/** Sums by stage; what stands on two lines is never added. */
function printMoney({ commitments, projects, rates }: Records): void {
  const print = (title: string, sums: readonly Sum[]) => {
    for (const [stage, usd] of Object.entries(totalsByStage(sums))) {
      const count = sums.filter((sum) => sum.stage === stage).length;
      console.log(`${title}, ${stage}: ${(usd / 1e6).toFixed(1)} m USD in ${count}`);
    }
  };
  print("promises", promisesOf(commitments, rates));
  print("costs of projects", costsOf(projects, rates));
}

/** What every record must have: a text in each language of the interface, a source, and links that lead somewhere. */
function printCoverage({
  deposits,
  projects,
  commitments,
  events,
  foundingFacts,
  commodities,
}: Records): void {
  const all = [...deposits, ...projects, ...commitments, ...events, ...foundingFacts];
  const texts = textsIn([...all, ...commodities]);
  const shares = interfaceLanguages.map((tag) => {
    const share = texts.filter((text) => text[tag]).length / texts.length;
    return `${tag} ${(100 * share).toFixed(1)} %`;
  });
  console.log(`texts: ${texts.length}, ${shares.join(", ")}`);
  const unsourced = all.filter(({ sources }) => sources.length === 0).map(({ id }) => id);
  console.log(`records without a source: ${unsourced.join(", ") || "none"}`);
  const links = all.flatMap((record) =>
    ["places", "lines", "projects", "commitments", "records"].flatMap(
      (key) => ((record as Readonly<Record<string, unknown>>)[key] as readonly string[] | undefined) ?? [],
    ),
  );
  // A link that leads nowhere is a problem, and the build has stopped before this.
  console.log(`links between records, places and lines: ${links.length}, unresolved none`);
}

/** Every text in a value, however deep: what has words by language, English first. */
function textsIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (typeof value !== "object" || value === null) return [];
  const inside = value as Readonly<Record<string, unknown>>;
  return typeof inside["en"] === "string" ? [inside] : Object.values(inside).flatMap(textsIn);
}

function printQuality(quality: Quality): void {
  for (const [mode, km] of Object.entries(quality.drawingKm)) console.log(`${mode} km drawn: ${list(km)}`);
  for (const [mode, km] of Object.entries(quality.lengthKm)) console.log(`${mode} km by length: ${list(km)}`);
  console.log(`km without a source: ${quality.unsourcedKm}`);
  const { count, medianShare, worst } = quality.published;
  console.log(`published lengths: ${count}, drawn ${medianShare} of them in the median; the worst:`);
  for (const { id, publishedKm, drawnKm } of worst) {
    console.log(`  ${id}: drawn ${drawnKm} of ${publishedKm} km, ${(drawnKm / publishedKm).toFixed(3)}`);
  }
  for (const [what, counts] of Object.entries(quality.confidence)) {
    console.log(`confidence of ${what}: ${list(counts)}`);
  }
  const sum = (confidence: (typeof confidences)[number]) =>
    Object.values(quality.confidence).reduce((total, counts) => total + counts[confidence], 0);
  const all = confidences.reduce((total, confidence) => total + sum(confidence), 0);
  const shares = confidences.map(
    (confidence) => `${confidence} ${((100 * sum(confidence)) / all).toFixed(1)} %`,
  );
  console.log(`confidence of all: ${shares.join(", ")}`);
  console.log(`sources: ${list(quality.sources)}`);
  for (const [kind, counts] of Object.entries(quality.positions)) {
    console.log(`positions, ${kind}, by precision in km: ${list(counts)}`);
  }
  console.log(`known doubts: ${quality.doubts.map(({ id }) => id).join(", ")}`);
}

function list(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(", ");
}

function sumKm(legs: readonly CountedLeg[]): number {
  return Math.round(legs.reduce((km, { lengthKm }) => km + lengthKm, 0));
}
