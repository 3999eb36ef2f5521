import { existsSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Manifest, manifestSchema } from "../src/model/manifest.ts";
import { depositSchema, figuresSchema, legSchema, nodeSchema } from "../src/model/network.ts";
import { factorsById, packNetwork } from "../src/model/packed.ts";
import { comparedSchema } from "../src/model/published.ts";
import { type Quality, qualitySchema } from "../src/model/quality.ts";
import { factorIds, highSeas } from "../src/model/vocabulary.ts";
import { buildGraph } from "../src/routing/index.ts";
import { checkNetwork, checkSchema } from "./checks.ts";
import { collectFigures, legCollection, legRecord, nameFiles, nodeCollection } from "./collections.ts";
import { formatGeoJson, formatList, formatRecord, readJson, sortById, writeText } from "./io.ts";
import type { Problem } from "./problem.ts";
import { type Inputs, namedNodes, namedSources, readInputs } from "./readInputs.ts";
import { formatProblems, printProblems, printReport } from "./report.ts";
import { joinDeposits } from "./steps/access.ts";
import { packBasemap } from "./steps/basemap/pack.ts";
import { basemap, borderFiles } from "./steps/basemap.ts";
import { type Covered, capacityProblems, countCovered, servedCapacities } from "./steps/capacities.ts";
import { type CountedLeg, countLegs } from "./steps/countryKm.ts";
import { countEnergy, energyProblems, type ServedEnergy } from "./steps/energy.ts";
import { buildLegs } from "./steps/network.ts";
import { drawPoster } from "./steps/poster.ts";
import { comparePublished, missedFigures } from "./steps/published.ts";
import { assessQuality, kindOfSource } from "./steps/quality.ts";
import {
  depositCollection,
  depositDetails,
  networkDeposits,
  projectCollection,
  recordProblems,
  sortEvents,
  takenIds,
} from "./steps/records.ts";

const root = new URL("../", import.meta.url);
const outputs = new URL("public/data/", root);

interface Built {
  /** Text of each served file by its path under `public/data/`. */
  readonly files: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  readonly legs: readonly CountedLeg[];
  readonly counts: Manifest["counts"];
  readonly quality: Quality;
  /** How much of the corridor's trunk has a known capacity. */
  readonly covered: Covered;
  readonly energy: ServedEnergy;
  readonly records: Inputs["records"];
}

/** The steps in order: lines to legs, roads to deposits, kilometres by state, files, checks. */
function build(inputs: Inputs): Built {
  const { records, sections, sources, factors, gates, fairways, capacities } = inputs;
  const places = namedNodes(inputs);
  const drawn = buildLegs({ ...inputs, nodes: places });
  const joined = joinDeposits(drawn.legs, places, networkDeposits(records.deposits));
  const nodes = sortById([...places, ...joined.accessNodes]);
  const deposits = sortById(joined.deposits);
  const counted = countLegs(joined.legs, nodes, inputs.overrides);
  const legs = sortById(counted.legs);
  const { energy, warnings: energyWarnings } = countEnergy(inputs.energy);

  const figures = collectFigures(inputs.nodes, sections);
  const quality = assessQuality(inputs, nodes, legs);
  const codes = new Set(legs.flatMap((leg) => leg.countries.map(({ code }) => code)));
  codes.delete(highSeas);
  const manifest: Manifest = {
    schema: 1,
    version: readJson<{ version: string }>(new URL("package.json", root)).version,
    ...inputs.about,
    borders: [...codes].sort(),
    counts: {
      nodes: nodes.length,
      legs: legs.length,
      deposits: deposits.length,
      projects: records.projects.length,
      commitments: records.commitments.length,
      events: records.events.length,
      sources: sources.length,
      foundingFacts: records.foundingFacts.length,
      commodities: records.commodities.length,
      energy: energy.features.length,
    },
  };
  const ranges = factorsById(factors, factorIds);
  const compared = comparePublished(
    inputs.published,
    buildGraph({ nodes, legs, deposits }, ranges, manifest.networkYear),
  );
  const packed = packNetwork({
    nodes,
    legs,
    deposits,
    factors: ranges,
    courseById: new Map(legs.map((leg) => [leg.id, leg.course])),
  });
  const positions = new Map(
    [...nodes, ...deposits].flatMap(({ id, position }) => (position ? [[id, position] as const] : [])),
  );
  const parts = basemap();
  const files = new Map<string, string>([
    ["manifest.json", `${JSON.stringify(manifest, null, 1)}\n`],
    ["network.json", `${JSON.stringify(packed)}\n`],
    ...nameFiles([...nodes, ...deposits]),
    ["basemap.json", `${JSON.stringify(packBasemap(parts))}\n`],
    ["poster.svg", drawPoster(parts, legs)],
    ["nodes.geojson", formatGeoJson(nodeCollection(nodes))],
    ["legs.geojson", formatGeoJson(legCollection(legs))],
    ["figures.json", `${JSON.stringify(figures)}\n`],
    ["deposits.geojson", formatGeoJson(depositCollection(deposits))],
    ["deposit-details.json", formatRecord(depositDetails(records.deposits))],
    ["projects.geojson", formatGeoJson(projectCollection(records.projects, positions))],
    ["commitments.json", formatList(sortById(records.commitments))],
    ["events.json", formatList(sortEvents(records.events))],
    ["founding-facts.json", formatList(records.foundingFacts)],
    ["commodities.json", formatList(sortById(records.commodities))],
    ["actors.json", formatList(sortById(records.actors))],
    ["rates.json", formatList(records.rates)],
    ["energy.geojson", formatGeoJson(energy)],
    [
      "sources.json",
      formatList(sources.map((source) => ({ ...source, kind: kindOfSource(source, inputs.sourceHosts) }))),
    ],
    ["factors.json", formatList(factors)],
    ["published.json", formatList(compared)],
    ["quality.json", formatRecord(quality)],
    ["capacities.json", `${JSON.stringify(servedCapacities(capacities, records.projects))}\n`],
    ...Object.entries(borderFiles(manifest.borders)).map(
      ([code, file]) => [`borders/${code}.geojson`, formatGeoJson(file)] as const,
    ),
  ]);

  const known = {
    nodes: new Set(nodes.map(({ id }) => id)),
    lines: new Set(legs.map(({ line }) => line)),
    sources: new Set(sources.map(({ id }) => id)),
  };
  const problems = [
    ...checkSchema("nodes.geojson", nodeSchema, nodes),
    ...checkSchema("legs.geojson", legSchema, legs.map(legRecord)),
    ...checkSchema("deposits.geojson", depositSchema, deposits),
    ...checkSchema("served figures.json", figuresSchema, [figures]),
    ...checkSchema("manifest.json", manifestSchema, [manifest]),
    ...checkSchema("served published.json", comparedSchema, compared),
    ...checkSchema("served quality.json", qualitySchema, [quality]),
    ...checkNetwork({
      ...{ nodes, legs, deposits, sources, sections, gates, fairways },
      namedSources: namedSources(inputs),
    }),
    ...recordProblems(records, known),
    ...energyProblems(energy, { sources: known.sources, taken: takenIds(records, known) }),
    ...capacityProblems(capacities, {
      ...{ nodes, legs, deposits, sources },
      projects: records.projects,
      states: manifest.borders,
    }),
  ];
  const warnings = [
    ...[...drawn.warnings, ...joined.warnings, ...counted.warnings],
    ...[...energyWarnings, ...missedFigures(compared)],
  ];
  const covered = countCovered(capacities.capacities, nodes, legs);
  return {
    files,
    problems,
    warnings,
    legs,
    counts: manifest.counts,
    quality,
    covered,
    energy,
    records,
  };
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

/** Shows all problems at once, on the screen and as `problems.geojson`; true where there are none. */
function isSound(problems: readonly Problem[], warnings: readonly Problem[]): boolean {
  printProblems("Warnings", warnings);
  printProblems("Problems", problems);
  writeText(fileURLToPath(new URL("problems.geojson", root)), formatProblems([...problems, ...warnings]));
  if (problems.length > 0) process.exitCode = 1;
  return problems.length === 0;
}

function main(options: ReadonlySet<string>): void {
  const { inputs, problems } = readInputs();
  if (problems.length > 0) {
    isSound(problems, []);
    return;
  }
  const built = build(inputs);
  const sound = isSound(built.problems, built.warnings);
  if (options.has("--report")) printReport(built);
  if (!sound) return;
  if (!options.has("--check")) {
    writeFiles(built.files);
    return;
  }
  const changed = outdated(built.files);
  if (changed.length > 0) {
    console.error(`public/data is out of date: ${changed.join(", ")}; run npm run geo and commit the result`);
    process.exitCode = 1;
  }
}

main(new Set(process.argv.slice(2)));
