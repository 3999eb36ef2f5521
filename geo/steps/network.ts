import type { FeatureCollection, LineString } from "geojson";
import * as v from "valibot";
import {
  type Fact,
  factSchema,
  type LegRecord,
  legSchema,
  type Names,
  type NodeRecord,
  namesSchema,
  nodeSchema,
  type Position,
  sectionFiguresSchema,
} from "../../src/model/network.ts";
import type { Problem } from "../checks.ts";
import { type Course, type CoursePoint, courseKm, cutCourse, geodesicKm } from "../course.ts";

/** A node as kept by hand: with the figures that are served in a file of their own. */
export const nodeInputSchema = v.strictObject({
  ...nodeSchema.entries,
  facts: v.optional(v.array(factSchema)),
});
export type NodeInput = v.InferOutput<typeof nodeInputSchema>;

const {
  line: _,
  lengthKm,
  lengthBasis,
  drawnKm,
  countries,
  sea,
  access,
  corridor,
  capacity,
  ...drawnFields
} = legSchema.entries;

/** A drawn line: one connection before it is split, measured and given to states. */
export const lineSchema = v.strictObject({
  ...drawnFields,
  names: namesSchema,
  /** Running length that a source gives for this very line. */
  publishedKm: v.optional(v.number()),
  publishedSource: v.optional(v.string()),
  /** Relief, for the winding factor; a line without it runs through plains and low hills. */
  terrain: v.optional(v.literal("mountain")),
  /** An open strait between several states: passing its territorial sea enters none of them. */
  innocentPassage: v.optional(v.string()),
  /** Stations on the way, by the position of the course they stand at. */
  stations: v.optional(v.array(v.strictObject({ name: v.string(), vertex: v.number() }))),
});
export type LineProperties = v.InferOutput<typeof lineSchema>;
export type Line = LineProperties & { readonly course: Course };
export type LineCollection = FeatureCollection<LineString, LineProperties>;

/** A named section with its figures; `lengthKm` is shared out over its lines. */
export const sectionSchema = v.strictObject({
  ...sectionFiguresSchema.entries,
  lengthKm: v.optional(v.number()),
  lengthSource: v.optional(v.string()),
  capacity: v.optional(factSchema),
});
export type Section = v.InferOutput<typeof sectionSchema>;

/** A leg before its kilometres are given to states. */
export type DraftLeg = Omit<LegRecord, "countries"> & {
  readonly course: Course;
  readonly innocentPassage?: string | undefined;
};

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
  return { legs, warnings };
}

/**
 * Drawn railways cut corners. These factors bring drawn to running kilometres where no length is published:
 * published by drawn kilometres of every second published section, by relief.
 * tests/geo/network.test.ts fits them again and proves them on the other half.
 */
export const windingFactors = { plain: 1.06, mountain: 1.08 } as const;

interface Length {
  readonly km: number;
  readonly drawnKm: number;
  readonly basis: LegRecord["lengthBasis"];
  readonly sources: readonly string[];
}

/** The id that stands for knowledge without a source: its lengths count as estimates. */
const unsourced = "own";

/** Drawn lines may be this much shorter or longer than a published running length before they are reported. */
export const drawnShare = { min: 0.9, max: 1.02 } as const;

/**
 * The running length of each line: its own published one; else its share, by drawn length, of what a published
 * section leaves over for it, shorter sections first; else drawn, with the winding factor for railways.
 */
function measure(
  lines: readonly Line[],
  sections: readonly Section[],
): { lengths: Map<string, Length>; warnings: Problem[] } {
  const lengths = new Map<string, Length>();
  const drawn = new Map(lines.map((line) => [line.id, courseKm(line.course)]));
  const warnings: Problem[] = [];
  const report = (place: string, drawnKm: number, km: number) => {
    const share = drawnKm / km;
    if (share < drawnShare.min || share > drawnShare.max) {
      warnings.push({
        id: "drawn-length",
        place,
        problem: `drawn ${drawnKm.toFixed(1)} km are ${share.toFixed(3)} of the published ${km} km`,
        remedy: "draw its bends in geo/inputs/lines.geojson or check the published length",
      });
    }
  };
  for (const { id, publishedKm, publishedSource } of lines) {
    if (publishedKm === undefined || publishedSource === undefined) continue;
    const drawnKm = drawn.get(id) as number;
    report(id, drawnKm, publishedKm);
    lengths.set(id, {
      km: publishedKm,
      drawnKm,
      basis: publishedSource === unsourced ? "estimated" : "published",
      sources: [publishedSource],
    });
  }
  for (const section of [...sections].sort((a, b) => a.lines.length - b.lines.length)) {
    const { lengthKm, lengthSource } = section;
    if (lengthKm === undefined || lengthSource === undefined) continue;
    const total = section.lines.reduce((km, line) => km + (drawn.get(line) ?? 0), 0);
    report(section.id, total, lengthKm);
    const open = section.lines.filter((line) => !lengths.has(line));
    const fixedKm = section.lines.reduce((km, line) => km + (lengths.get(line)?.km ?? 0), 0);
    const openKm = open.reduce((km, line) => km + (drawn.get(line) ?? 0), 0);
    for (const line of open) {
      const drawnKm = drawn.get(line) as number;
      lengths.set(line, {
        km: ((lengthKm - fixedKm) * drawnKm) / openKm,
        drawnKm,
        basis: lengthSource === unsourced ? "estimated" : "published",
        sources: [lengthSource],
      });
    }
  }
  for (const { id, mode, terrain } of lines) {
    if (lengths.has(id)) continue;
    const drawnKm = drawn.get(id) as number;
    const winding = mode === "rail" ? windingFactors[terrain ?? "plain"] : 1;
    const basis = mode === "rail" ? "estimated" : "drawn";
    lengths.set(id, { km: drawnKm * winding, drawnKm, basis, sources: [] });
  }
  return { lengths, warnings };
}

/** A node this near to a bend of a railway stands on it: the precision of the drawing's five decimals. */
const onLineKm = 0.05;

function splitAtNodes(leg: DraftLeg, nodes: readonly NodeRecord[]): DraftLeg[] {
  const stops: Stop[] = [];
  for (const [side, position] of leg.course.entries()) {
    if (side === 0 || side === leg.course.length - 1) continue;
    const node = nodes.find(
      (candidate) =>
        leg.gauge !== undefined &&
        candidate.gauges?.includes(leg.gauge) &&
        Math.abs(candidate.position[1] - position[1]) < 0.01 &&
        geodesicKm(candidate.position, position) <= onLineKm,
    );
    if (node && node.id !== leg.from && node.id !== leg.to) {
      stops.push({ node: node.id, point: { side, fraction: 0, position } });
    }
  }
  return splitLeg(leg, stops);
}

/** A place where a leg is cut, and the node that stands there. */
export interface Stop {
  readonly node: string;
  readonly point: CoursePoint;
}

/** Cuts a leg at its stops. The parts share the leg's length by what is drawn of each. */
export function splitLeg(leg: DraftLeg, stops: readonly Stop[]): DraftLeg[] {
  if (stops.length === 0) return [leg];
  const ordered = [...stops].sort(
    (a, b) => a.point.side - b.point.side || a.point.fraction - b.point.fraction,
  );
  const ids = [leg.from, ...ordered.map((stop) => stop.node), leg.to];
  const courses = cutCourse(
    leg.course,
    ordered.map((stop) => stop.point),
  );
  const drawnKm = courses.map(courseKm);
  const total = drawnKm.reduce((sum, km) => sum + km, 0);
  return courses.map((course, i) => {
    const [from, to] = [ids[i] as string, ids[i + 1] as string];
    const km = drawnKm[i] as number;
    return {
      ...leg,
      id: `${from}-${to}`,
      from,
      to,
      course,
      drawnKm: km,
      lengthKm: (leg.lengthKm * km) / total,
    };
  });
}

type Box = readonly [west: number, south: number, east: number, north: number];

const caspian: Box = [46, 36, 55.5, 47.8];

/**
 * Seas of feeders and ferries: Black Sea, Aegean, Levant and Ionian; Adriatic; Baltic and Skagerrak; Yellow Sea,
 * East China Sea and Japan. A lane with an end outside them is an ocean lane: its ships are the large ones.
 */
const shortSeas: readonly Box[] = [
  [19, 34, 44.5, 47.5],
  [12, 39.5, 20, 46],
  [9.5, 53.3, 31, 61],
  [117, 30, 142.5, 44],
];

function seaOf(line: Line, positions: ReadonlyMap<string, Position>): LegRecord["sea"] {
  if (line.mode !== "sea" && line.mode !== "ferry") return undefined;
  const ends = [line.from, line.to].map((id) => positions.get(id) ?? (line.course[0] as Position));
  if (ends.every((end) => isInside(end, caspian))) return "caspian";
  return ends.every((end) => shortSeas.some((box) => isInside(end, box))) ? "short" : "deep";
}

function isInside([lng, lat]: Position, [west, south, east, north]: Box): boolean {
  return lng >= west && lng <= east && lat >= south && lat <= north;
}

function corridorLines(lines: readonly Line[], chains: NetworkInput["corridor"]): Set<string> {
  const joining = new Map<string, string[]>();
  for (const { id, from, to } of lines) {
    const key = [from, to].sort().join(" ");
    joining.set(key, [...(joining.get(key) ?? []), id]);
  }
  const found = new Set<string>();
  for (const chain of chains) {
    for (const [i, to] of chain.slice(1).entries()) {
      const ids = joining.get([chain[i] as string, to].sort().join(" "));
      if (!ids) {
        throw new Error(
          `corridor.json: no line joins "${chain[i]}" and "${to}"; name every node of the trunk in order`,
        );
      }
      for (const id of ids) found.add(id);
    }
  }
  return found;
}
