import type { Capacities } from "../src/model/capacity.ts";
import { energyInputSchema } from "../src/model/energy.ts";
import type { Factor } from "../src/model/factors.ts";
import { factorSchema } from "../src/model/factors.ts";
import type { Manifest } from "../src/model/manifest.ts";
import type { Names, NodeRecord, Source } from "../src/model/network.ts";
import { type Published, publishedSchema } from "../src/model/published.ts";
import { type Fairways, fairwaysSchema, type Gates, gatesSchema } from "./checks/gates.ts";
import { checkSchema } from "./checks.ts";
import { readJson, sortById } from "./io.ts";
import type { Problem } from "./problem.ts";
import { capacitySchemaProblems } from "./steps/capacities.ts";
import { type BorderOverride, overrideSchema } from "./steps/countryKm.ts";
import type { EnergyCollection } from "./steps/energy.ts";
import {
  type Line,
  type LineCollection,
  lineSchema,
  type NodeInput,
  nodeInputSchema,
  readLines,
  type Section,
  sectionSchema,
} from "./steps/network.ts";
import { type Doubt, doubtsSchema, type SourceHosts, sourceHostsSchema } from "./steps/quality.ts";
import { parseRecords, type Records, recordFiles } from "./steps/records.ts";

/** Everything kept by hand in `geo/inputs` but the basemap's own files. */
export interface Inputs {
  readonly about: Pick<Manifest, "date" | "networkYear" | "licences">;
  readonly nodes: readonly NodeInput[];
  readonly lines: readonly Line[];
  readonly sections: readonly Section[];
  readonly corridor: readonly (readonly string[])[];
  readonly overrides: readonly BorderOverride[];
  readonly gates: Gates;
  readonly fairways: Fairways;
  readonly factors: readonly Factor[];
  /** What is known to be doubtful, in words. */
  readonly doubts: readonly Doubt[];
  readonly sourceHosts: SourceHosts;
  /** Times and prices of journeys that the model is compared with. */
  readonly published: readonly Published[];
  /** What places and lines can carry, and the questions asked of it. */
  readonly capacities: Capacities;
  readonly records: Records;
  /** Pipelines, terminals and cables. */
  readonly energy: EnergyCollection;
  /** Sources of the records, the network and the factors, each once, in order of id. */
  readonly sources: readonly Source[];
  /** Names of nodes by id. */
  readonly nodeNames: Readonly<Record<string, Names>>;
  /** Names by the English one, of the lines whose name says more than their two ends. */
  readonly lineNames: Readonly<Record<string, Names>>;
}

/** Reads the inputs and checks those that the steps build upon against their schemas. */
export function readInputs(): { inputs: Inputs; problems: Problem[] } {
  const nodes = read<NodeInput[]>("nodes.json");
  const lines = read<LineCollection>("lines.geojson");
  const sections = read<Section[]>("figures.json");
  const overrides = read<BorderOverride[]>("borders-overrides.json");
  const gates = read<Gates>("gates.json");
  const fairways = read<Fairways>("fairways.json");
  const factors = read<Factor[]>("factors.json");
  const doubts = read<Doubt[]>("doubts.json");
  const sourceHosts = read<SourceHosts>("source-kinds.json");
  const published = read<Published[]>("published.json");
  const capacities = read<Capacities>("capacities.json");
  const energy = read<EnergyCollection>("energy.geojson");
  const raw = Object.entries(recordFiles).map(([key, file]) => [key, read(file)]);
  const records = parseRecords(Object.fromEntries(raw) as Record<keyof Records, unknown>);
  const problems = [
    ...checkSchema("nodes.json", nodeInputSchema, nodes),
    ...checkSchema(
      "lines.geojson",
      lineSchema,
      lines.features.map(({ properties }) => properties),
    ),
    ...checkSchema("figures.json", sectionSchema, sections),
    ...checkSchema("borders-overrides.json", overrideSchema, overrides),
    ...checkSchema("gates.json", gatesSchema, [gates]),
    ...checkSchema("fairways.json", fairwaysSchema, [fairways]),
    ...checkSchema("factors.json", factorSchema, factors),
    ...checkSchema("doubts.json", doubtsSchema, [doubts]),
    ...checkSchema("source-kinds.json", sourceHostsSchema, [sourceHosts]),
    ...checkSchema("published.json", publishedSchema, published),
    ...capacitySchemaProblems(capacities),
    ...checkSchema(
      "energy.geojson",
      energyInputSchema,
      energy.features.map(({ properties }) => properties),
    ),
  ];
  const inputs: Inputs = {
    about: read("about.json"),
    nodes,
    lines: readLines(lines),
    sections,
    corridor: read("corridor.json"),
    overrides,
    gates,
    fairways,
    factors,
    doubts,
    sourceHosts,
    published,
    capacities,
    records,
    energy,
    sources: mergeSources(
      records.sources,
      read<Source[]>("sources-network.json"),
      read<Source[]>("sources-factors.json"),
    ),
    nodeNames: {
      ...read<Record<string, Names>>("names/land.json"),
      ...read<Record<string, Names>>("names/sea.json"),
    },
    lineNames: read("names/lines.json"),
  };
  return { inputs, problems };
}

function read<T>(file: string): T {
  return readJson<T>(new URL(`inputs/${file}`, import.meta.url));
}

/** The nodes with all their names and without the figures that are served apart. */
export function namedNodes({ nodes, nodeNames }: Inputs): NodeRecord[] {
  return nodes.map(({ facts: _, ...node }) => ({ ...node, names: { ...node.names, ...nodeNames[node.id] } }));
}

/** The sources that figures of the network, factors and published journeys name, by the place that names them. */
export function namedSources({
  nodes,
  sections,
  factors,
  published,
}: Inputs): ReadonlyMap<string, readonly string[]> {
  return new Map([
    ...factors.map((factor) => [factor.id, factor.sources] as const),
    ...published.map(({ id, source }) => [id, [source] as string[]] as const),
    ...sections.map((section) => [section.id, sourcesOf(section)] as const),
    ...nodes.map((node) => [node.id, (node.facts ?? []).flatMap(({ source }) => source ?? [])] as const),
  ]);
}

function sourcesOf({ lengthSource, capacity, facts }: Section): string[] {
  return [lengthSource, capacity?.source, ...facts.map(({ source }) => source)].flatMap((id) => id ?? []);
}

/** @throws Error where one id stands for two sources */
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
