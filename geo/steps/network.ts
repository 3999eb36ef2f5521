import type { Fact, Names, NodeRecord, Position } from "../../src/model/network.ts";
import type { Problem } from "../problem.ts";
import { corridorLines } from "./network/corridor.ts";
import { type Length, measure } from "./network/lengths.ts";
import type { DraftLeg, Line, LineCollection, Section } from "./network/schemas.ts";
import { seaOf } from "./network/seas.ts";
import { splitAtNodes } from "./network/split.ts";

export { drawnShare, publishedLengths, unsourced, windingFactors } from "./network/lengths.ts";
export {
  type DraftLeg,
  type Line,
  type LineCollection,
  lineSchema,
  type NodeInput,
  nodeInputSchema,
  type Section,
  sectionSchema,
} from "./network/schemas.ts";
export { type Stop, splitLeg } from "./network/split.ts";

export interface NetworkInput {
  readonly lines: readonly Line[];
  readonly nodes: readonly NodeRecord[];
  readonly sections: readonly Section[];
  /** Chains of neighbouring nodes that make up the trunk of the corridor. */
  readonly corridor: readonly (readonly string[])[];
  /** Names by the English one, of the lines whose name says more than their two ends. */
  readonly lineNames: Readonly<Record<string, Names>>;
}

/** Lines as plain values, each with the course its feature draws. */
export function readLines(collection: LineCollection): Line[] {
  return collection.features.map(({ properties, geometry }) => ({
    ...properties,
    course: geometry.coordinates as Position[],
  }));
}

/**
 * Turns lines into legs: splits railways at the nodes they run through, and gives every part its length,
 * sea and place in the corridor.
 * @throws Error where a corridor chain names neighbours that no line joins
 */
export function buildLegs(input: NetworkInput): { legs: DraftLeg[]; warnings: Problem[] } {
  const { lengths, warnings } = measure(input.lines, input.sections);
  const corridor = corridorLines(input.lines, input.corridor);
  const capacities = new Map(
    input.sections.flatMap(({ lines, capacity }): [string, Fact][] =>
      capacity ? lines.map((line) => [line, capacity]) : [],
    ),
  );
  const positions = new Map(input.nodes.map((node) => [node.id, node.position]));
  const legs = input.lines.flatMap((line) => {
    const length = lengths.get(line.id) as Length;
    const seaClass = seaOf(line, positions);
    const capacity = capacities.get(line.id);
    const cited = [...length.sources, ...(capacity?.source ? [capacity.source] : []), ...line.sources];
    const leg: DraftLeg = {
      id: line.id,
      line: line.id,
      from: line.from,
      to: line.to,
      mode: line.mode,
      names: input.lineNames[line.names.en],
      sea: seaClass,
      gauge: line.gauge,
      tracks: line.tracks,
      traction: line.traction,
      status: line.status,
      opened: line.opened,
      expected: line.expected,
      closed: line.closed,
      reopened: line.reopened,
      quality: line.quality,
      lengthBasis: length.basis,
      lengthKm: length.km,
      drawnKm: length.drawnKm,
      passes: line.passes,
      waterway: line.waterway,
      innocentPassage: line.innocentPassage,
      freight: line.freight,
      corridor: corridor.has(line.id) || undefined,
      capacity,
      sources: [...new Set(cited)],
      note: line.note,
      course: line.course,
    };
    return line.mode === "rail" ? splitAtNodes(leg, input.nodes) : [leg];
  });
  return { legs, warnings: [...warnings, ...neverOpen(input.lines)] };
}

/** Promised lines without a year: drawn, but never part of a route. */
function neverOpen(lines: readonly Line[]): Problem[] {
  return lines
    .filter(({ status, expected }) => /^(?:construction|planned)$/.test(status) && expected === undefined)
    .map(({ id, status }) => ({
      id: "never-open",
      place: id,
      problem: `${status} without an expected year: it never opens`,
      remedy: "add `expected` when a source names a year",
    }));
}
