import { existsSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import type { FeatureCollection } from "geojson";
import { type Factor, factorSchema } from "../src/model/factors.ts";
import { type Manifest, manifestSchema } from "../src/model/manifest.ts";
import {
  depositSchema,
  type Figures,
  figuresSchema,
  type LegRecord,
  legSchema,
  type Names,
  type NodeRecord,
  nodeSchema,
  type Source,
} from "../src/model/network.ts";
import { factorsById, packNetwork } from "../src/model/packed.ts";
import { factorIds } from "../src/model/vocabulary.ts";
import { type Checked, checkSchema, checks, type Problem } from "./checks.ts";
import { formatGeoJson, formatList, readJson, round, roundFeature, writeText } from "./io.ts";
import { joinDeposits } from "./steps/access.ts";
import { packBasemap } from "./steps/basemap/pack.ts";
import { basemap, borderFiles } from "./steps/basemap.ts";
import { type BorderOverride, type CountedLeg, countLegs, overrideSchema } from "./steps/countryKm.ts";
import {
  buildLegs,
  type LineCollection,
  lineSchema,
  type NodeInput,
  nodeInputSchema,
  readLines,
  type Section,
  sectionSchema,
} from "./steps/network.ts";
import {
  depositCollection,
  depositDetails,
  networkDeposits,
  parseRecords,
  projectCollection,
  type Records,
  recordFiles,
  recordProblems,
  sortEvents,
} from "./steps/records.ts";

const inputs = new URL("inputs/", import.meta.url);
const root = new URL("../", import.meta.url);
const outputs = new URL("public/data/", root);
const problemFile = new URL("problems.geojson", root);

/** What a page fetches before it shows anything. */
const firstView = ["manifest.json", "network.json", "basemap.json"];

interface Built {
  /** Text of each served file by its path under `public/data/`. */
  readonly files: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  readonly nodes: readonly NodeRecord[];
  readonly legs: readonly CountedLeg[];
}

interface About extends Pick<Manifest, "date" | "networkYear" | "licences"> {}

function input<T>(file: string): T {
  return readJson<T>(new URL(file, inputs));
}

/** The steps in order: read, network, roads to deposits, kilometres by state, records, basemap, checks. */
function build(): Built {
  const nodeInputs = input<NodeInput[]>("nodes.json");
  const lineCollection = input<LineCollection>("lines.geojson");
  const sections = input<Section[]>("figures.json");
  const overrides = input<BorderOverride[]>("borders-overrides.json");
  const factors = input<Factor[]>("factors.json");
  const about = input<About>("about.json");
  const records = parseRecords(
    Object.fromEntries(Object.entries(recordFiles).map(([key, file]) => [key, input(file)])) as Record<
      keyof Records,
      unknown
    >,
  );
  const sources = mergeSources(
    records.sources,
    input<Source[]>("sources-network.json"),
    input<Source[]>("sources-factors.json"),
  );

  const namesById: Record<string, Names> = { ...input("names/land.json"), ...input("names/sea.json") };
  const places = nodeInputs.map(
    ({ facts: _, ...node }): NodeRecord => ({ ...node, names: { ...node.names, ...namesById[node.id] } }),
  );
  const drawn = buildLegs({
    lines: readLines(lineCollection),
    nodes: places,
    sections,
    corridor: input("corridor.json"),
    lineNames: input("names/lines.json"),
  });
  const joined = joinDeposits(drawn.legs, places, networkDeposits(records.deposits));
  const nodes = sortById([...places, ...joined.accessNodes]);
  const counted = countLegs(joined.legs, nodes, overrides);
  const legs = sortById(counted.legs);
  const figures = collectFigures(nodeInputs, sections);

  const codes = [...new Set(legs.flatMap((leg) => leg.countries.map(({ code }) => code)))]
    .filter((code) => code !== "XZ")
    .sort();
  const manifest: Manifest = {
    schema: 1,
    version: readJson<{ version: string }>(new URL("package.json", root)).version,
    ...about,
    borders: codes,
    counts: {
      nodes: nodes.length,
      legs: legs.length,
      deposits: joined.deposits.length,
      projects: records.projects.length,
      commitments: records.commitments.length,
      events: records.events.length,
      sources: sources.length,
      foundingFacts: records.foundingFacts.length,
      commodities: records.commodities.length,
    },
  };

  const positions = new Map(
    [...nodes, ...joined.deposits].flatMap(({ id, position }) => (position ? [[id, position] as const] : [])),
  );
  const checked: Checked = {
    nodes,
    legs,
    deposits: joined.deposits,
    sources,
    sectionLines: new Map(sections.map(({ id, lines }) => [id, lines])),
    namedSources: new Map([
      ...factors.map((factor) => [factor.id, factor.sources] as const),
      ...sections.map((section) => [section.id, sourcesOf(section)] as const),
      ...nodeInputs.map(
        (node) => [node.id, (node.facts ?? []).flatMap(({ source }) => source ?? [])] as const,
      ),
    ]),
  };
  const problems = [
    ...checkSchema("nodes.json", nodeInputSchema, nodeInputs),
    ...checkSchema(
      "lines.geojson",
      lineSchema,
      lineCollection.features.map(({ properties }) => properties),
    ),
    ...checkSchema("figures.json", sectionSchema, sections),
    ...checkSchema("borders-overrides.json", overrideSchema, overrides),
    ...checkSchema("factors.json", factorSchema, factors),
    ...checkSchema("nodes.geojson", nodeSchema, nodes),
    ...checkSchema("legs.geojson", legSchema, legs.map(properties)),
    ...checkSchema("deposits.geojson", depositSchema, joined.deposits),
    ...checkSchema("figures.json (served)", figuresSchema, [figures]),
    ...checkSchema("manifest.json", manifestSchema, [manifest]),
    ...checks.flatMap((check) => check(checked)),
    ...recordProblems(records, {
      nodes: new Set(nodes.map(({ id }) => id)),
      lines: new Set(legs.map(({ line }) => line)),
      sources: new Set(sources.map(({ id }) => id)),
    }),
  ];

  const packed = packNetwork({
    nodes,
    legs,
    deposits: sortById(joined.deposits),
    factors: factorsById(factors, factorIds),
    courseById: new Map(legs.map((leg) => [leg.id, leg.course])),
  });
  const files = new Map<string, string>([
    ["network.json", `${JSON.stringify(packed)}\n`],
    ["manifest.json", `${JSON.stringify(manifest, null, 1)}\n`],
    ["nodes.geojson", formatGeoJson(nodeCollection(nodes))],
    ["legs.geojson", formatGeoJson(legCollection(legs))],
    ["deposits.geojson", formatGeoJson(depositCollection(joined.deposits))],
    ["deposit-details.json", formatRecord(depositDetails(records.deposits))],
    ["projects.geojson", formatGeoJson(projectCollection(records.projects, positions))],
    ["commitments.json", formatList(sortById(records.commitments))],
    ["events.json", formatList(sortEvents(records.events))],
    ["founding-facts.json", formatList(records.foundingFacts)],
    ["commodities.json", formatList(sortById(records.commodities))],
    ["sources.json", formatList(sources)],
    ["factors.json", formatList(factors)],
    ["figures.json", `${JSON.stringify(figures)}\n`],
    ["basemap.json", `${JSON.stringify(packBasemap(basemap()))}\n`],
    ...Object.entries(borderFiles(codes)).map(
      ([code, file]) => [`borders/${code}.geojson`, formatGeoJson(file)] as const,
    ),
  ]);
  const warnings = [...drawn.warnings, ...joined.warnings, ...counted.warnings, ...neverOpen(legs)];
  return { files, problems, warnings, nodes, legs };
}

/**
 * Both lists as one, in order of id.
 * @throws Error where one id stands for two sources
 */
function mergeSources(...lists: readonly (readonly Source[])[]): Source[] {
  const byId = new Map<string, Source>();
  for (const source of lists.flat()) {
    const known = byId.get(source.id);
    if (known && JSON.stringify(known) !== JSON.stringify(source)) {
      throw new Error(`Source "${source.id}" is "${known.title}" and "${source.title}"; give one another id`);
    }
    byId.set(source.id, source);
  }
  return sortById([...byId.values()]);
}

function sourcesOf({ lengthSource, capacity, facts }: Section): string[] {
  return [lengthSource, capacity?.source, ...facts.map(({ source }) => source)].flatMap((id) => id ?? []);
}

function collectFigures(nodes: readonly NodeInput[], sections: readonly Section[]): Figures {
  return {
    nodes: Object.fromEntries(
      sortById(nodes).flatMap(({ id, facts }) => (facts ? [[id, facts] as const] : [])),
    ),
    sections: sortById(sections).map(
      ({ lengthKm: _, lengthSource: __, capacity: ___, ...section }) => section,
    ),
  };
}

/** The leg as it is served. */
function properties({ course: _, ...leg }: CountedLeg): LegRecord {
  return leg;
}

function nodeCollection(nodes: readonly NodeRecord[]): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: nodes.map(({ position, ...rest }) =>
      roundFeature(
        { type: "Feature", geometry: { type: "Point", coordinates: [...position] }, properties: rest },
        4,
      ),
    ),
  };
}

/** Positions that rounding makes equal stay: the road of a deposit at its station has nothing else. */
function legCollection(legs: readonly CountedLeg[]): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: legs.map((leg) => ({
      type: "Feature",
      geometry: {
        type: "LineString",
        coordinates: leg.course.map((p) => p.map((degrees) => round(degrees, 4))),
      },
      properties: properties(leg),
    })),
  };
}

function formatRecord(record: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(record).map(
    ([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`,
  );
  return `{\n${lines.join(",\n")}\n}\n`;
}

/** Promised legs without a year: drawn, but never part of a route. */
function neverOpen(legs: readonly CountedLeg[]): Problem[] {
  return legs
    .filter(
      (leg) => (leg.status === "planned" || leg.status === "construction") && leg.expected === undefined,
    )
    .map((leg) => ({
      id: "never-open",
      place: leg.id,
      problem: `${leg.status} without an expected year: it never opens`,
      remedy: "add `expected` when a source names a year",
    }));
}

function sortById<T extends { readonly id: string }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

function printProblems(title: string, problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  console.error(`${title}: ${problems.length}`);
  for (const { id, place, problem, remedy } of problems)
    console.error(`  ${id}: ${place}: ${problem}; ${remedy}`);
}

/** Problems as points, so that any viewer of maps shows where they are. */
function writeProblems(problems: readonly Problem[]): void {
  const features = problems.map(({ position, ...properties }) => ({
    type: "Feature" as const,
    geometry: position ? { type: "Point" as const, coordinates: [...position] } : null,
    properties,
  }));
  writeText(fileURLToPath(problemFile), formatGeoJson({ type: "FeatureCollection", features }));
}

function report({ files, nodes, legs }: Built): void {
  const sum = (items: readonly CountedLeg[], field: "lengthKm" | "drawnKm" = "lengthKm") =>
    Math.round(items.reduce((km, leg) => km + leg[field], 0));
  const by = <K extends "mode" | "status" | "quality" | "lengthBasis">(field: K) =>
    [...new Set(legs.map((leg) => leg[field]))]
      .map((value) => {
        const some = legs.filter((leg) => leg[field] === value);
        return `${value} ${some.length} (${sum(some)} km)`;
      })
      .join(", ");
  console.log(`nodes ${nodes.length}, legs ${legs.length}, ${sum(legs)} km`);
  for (const field of ["mode", "status", "quality", "lengthBasis"] as const)
    console.log(`${field}: ${by(field)}`);
  const published = legs.filter((leg) => leg.lengthBasis === "published");
  console.log(`published ${sum(published)} km, the same legs drawn ${sum(published, "drawnKm")} km`);
  const sizes = firstView.map(
    (file) => [file, brotliCompressSync(files.get(file) ?? "").length / 1024] as const,
  );
  for (const [file, kib] of sizes) console.log(`${file}: ${kib.toFixed(1)} KiB brotli`);
  console.log(`first view: ${sizes.reduce((kib, [, size]) => kib + size, 0).toFixed(1)} KiB brotli`);
}

function writeFiles(files: Built["files"]): void {
  rmSync(outputs, { recursive: true, force: true });
  for (const [name, text] of files) writeText(fileURLToPath(new URL(name, outputs)), text);
}

/** Files that are missing or differ from what the inputs give now. */
function outdated(files: Built["files"]): string[] {
  return [...files].flatMap(([name, text]) => {
    const path = new URL(name, outputs);
    return existsSync(path) && readFileSync(path, "utf8") === text ? [] : [name];
  });
}

const options = new Set(process.argv.slice(2));
const built = build();
printProblems("Warnings", built.warnings);
printProblems("Problems", built.problems);
writeProblems([...built.problems, ...built.warnings]);
if (options.has("--report")) report(built);
if (built.problems.length > 0) {
  process.exitCode = 1;
} else if (options.has("--check")) {
  const changed = outdated(built.files);
  if (changed.length > 0) {
    console.error(`public/data is out of date: ${changed.join(", ")}; run npm run geo and commit the result`);
    process.exitCode = 1;
  }
} else {
  writeFiles(built.files);
}
