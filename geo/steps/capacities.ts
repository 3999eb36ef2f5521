import * as v from "valibot";
import {
  type Capacities,
  type Capacity,
  type CapacityFile,
  capacitiesSchema,
  capacitySchema,
  groupSchema,
  pairSchema,
  presetSchema,
} from "../../src/model/capacity.ts";
import type { NodeRecord } from "../../src/model/network.ts";
import type { Project } from "../../src/model/records.ts";
import { closableWaterways } from "../../src/model/vocabulary.ts";
import { checkSchema } from "../checks.ts";
import type { Problem } from "../problem.ts";
import type { CountedLeg } from "./countryKm.ts";

const file = "capacities.json";

/** Places whose own capacity limits what passes; elsewhere it is that of the lines. */
const gateTypes: ReadonlySet<NodeRecord["type"]> = new Set(["seaport", "dry-port", "border"]);

/** Problems of the hand-kept file against its schema, each with the id of its entry. */
export function capacitySchemaProblems(capacities: Capacities): Problem[] {
  const { note, tonnesPerTrain } = capacitiesSchema.entries;
  return [
    ...checkSchema(file, v.strictObject({ note, tonnesPerTrain }), [
      { note: capacities.note, tonnesPerTrain: capacities.tonnesPerTrain },
    ]),
    ...checkSchema(file, capacitySchema, capacities.capacities),
    ...checkSchema(file, groupSchema, capacities.groups),
    ...checkSchema(file, pairSchema, capacities.pairs),
    ...checkSchema(file, presetSchema, capacities.presets),
  ];
}

/** What the capacities may refer to. */
export interface CapacityScope {
  readonly nodes: readonly NodeRecord[];
  readonly legs: readonly Pick<CountedLeg, "id" | "line">[];
  readonly deposits: readonly { readonly id: string; readonly routable: boolean }[];
  readonly projects: readonly { readonly id: string }[];
  readonly sources: readonly { readonly id: string }[];
  /** Codes of the states the network runs through. */
  readonly states: readonly string[];
}

/** Everything in the capacities, groups, pairs and presets that points nowhere or contradicts itself. */
export function capacityProblems(capacities: Capacities, scope: CapacityScope): Problem[] {
  const { groups, pairs, presets, tonnesPerTrain } = capacities;
  const carriers = new Set([
    ...scope.nodes.map(({ id }) => id),
    ...scope.legs.flatMap(({ id, line }) => [id, line]),
  ]);
  const closable = new Set<string>([...carriers, ...closableWaterways]);
  const places = loadable(scope);
  const projects = idsOf(scope.projects);
  const sources = idsOf(scope.sources);
  const states = new Set(scope.states);
  return [
    ...repeated([...capacities.capacities, ...groups, ...presets].map(({ id }) => id)),
    ...capacities.capacities.flatMap(({ id, on, project, source }) => [
      ...unknown(id, "on", on, carriers, "name a node, leg or line"),
      ...unknown(id, "project", project ? [project] : [], projects, "name one of projects.json"),
      ...unknown(id, "source", [source], sources, "add it to sources-network.json"),
    ]),
    ...rivals(capacities.capacities),
    ...unknown(
      "tonnesPerTrain",
      "source",
      [tonnesPerTrain.source],
      sources,
      "add it to sources-network.json",
    ),
    ...groups.flatMap(({ id, members }) =>
      unknown(id, "members", members, places, "name a node or deposit that freight can start from"),
    ),
    ...pairs.flatMap(({ from, to }) =>
      unknown(
        `${from} to ${to}`,
        "the pair",
        [from, to],
        places,
        "name a node or deposit that freight can start from",
      ),
    ),
    ...presets.flatMap(({ id, close = [], avoid = [], slow = [], reduce = [], ...preset }) => [
      ...unknown(id, "close", close, closable, "name a node, leg, line or waterway"),
      ...unknown(id, "avoid", avoid, states, "name a state the network runs through"),
      ...unknown(
        id,
        "slow",
        slow.map((entry) => entry.id),
        carriers,
        "name a node, leg or line",
      ),
      ...unknown(
        id,
        "reduce",
        reduce.map((entry) => entry.id),
        carriers,
        "name a node, leg or line",
      ),
      ...unknown(id, "sources", preset.sources, sources, "add it to sources-network.json"),
    ]),
  ];
}

/** The file as the page loads it: with the projects that open lines or bring a capacity. */
export function servedCapacities(capacities: Capacities, projects: readonly Project[]): CapacityFile {
  const brings = new Set(capacities.capacities.map(({ project }) => project));
  return {
    ...capacities,
    projects: projects
      .filter(({ id, lines }) => brings.has(id) || lines.length > 0)
      .map(({ id, names, lines }) => ({ id, names, lines })),
  };
}

/** So many of all. */
interface Coverage {
  readonly known: number;
  readonly all: number;
}

export interface Covered {
  /** Ports and border stations. */
  readonly gates: Coverage;
  readonly lines: Coverage;
}

/** How many ports, border stations and lines of the corridor's trunk have a capacity that exists today. */
export function countCovered(
  capacities: readonly Capacity[],
  nodes: readonly Pick<NodeRecord, "id" | "type">[],
  legs: readonly Pick<CountedLeg, "line" | "from" | "to" | "corridor">[],
): Covered {
  const known = new Set(capacities.filter(({ status }) => status === undefined).flatMap(({ on }) => on));
  const trunk = legs.filter(({ corridor }) => corridor);
  const ends = new Set(trunk.flatMap(({ from, to }) => [from, to]));
  const cover = (ids: readonly string[]): Coverage => {
    const all = new Set(ids);
    return { known: [...all].filter((id) => known.has(id)).length, all: all.size };
  };
  return {
    gates: cover(nodes.filter(({ id, type }) => gateTypes.has(type) && ends.has(id)).map(({ id }) => id)),
    lines: cover(trunk.map(({ line }) => line)),
  };
}

/** Figures of one element that start in the same year and would hold at once. */
function rivals(capacities: readonly Capacity[]): Problem[] {
  const first = new Map<string, string>();
  return capacities.flatMap(({ id, on, measure, from }) =>
    on.flatMap((element) => {
      // Trains a day are compared with tonnes a year, so an element has either.
      const key = `${element} ${measure === "TEU" ? "TEU" : "t"} ${from ?? "ever"}`;
      const other = first.get(key);
      first.set(key, other ?? id);
      if (other === undefined) return [];
      const text = `holds for "${element}" from the same year as "${other}"`;
      return [problem(id, text, "keep the better sourced one and name the other in its note")];
    }),
  );
}

function loadable({ nodes, deposits }: CapacityScope): ReadonlySet<string> {
  const stops = nodes.filter(({ type }) => type !== "waypoint" && type !== "access");
  return idsOf([...stops, ...deposits.filter(({ routable }) => routable)]);
}

function repeated(ids: readonly string[]): Problem[] {
  const seen = new Set<string>();
  const twice = ids.filter((id) => seen.size === seen.add(id).size);
  return twice.map((id) => problem(id, "its id is used twice", "give the newer entry another id"));
}

function unknown(
  place: string,
  field: string,
  ids: readonly string[],
  known: ReadonlySet<string>,
  remedy: string,
): Problem[] {
  return ids
    .filter((id) => !known.has(id))
    .map((id) => problem(place, `${field} names "${id}", which is not known here`, remedy));
}

function problem(place: string, text: string, remedy: string): Problem {
  return { id: "capacities", place, problem: text, remedy };
}

function idsOf(items: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(items.map(({ id }) => id));
}
