import { bbox, booleanPointInPolygon, distance } from "@turf/turf";
import type { FeatureCollection, MultiPolygon, Polygon } from "geojson";
import { around } from "geokdbush";
import KDBush from "kdbush";
import type { Position } from "../model/network.ts";

/** The 1:10m land of a state as recognised, and areas it controls beyond it, marked `controlledBy`. */
export type Borders = FeatureCollection<MultiPolygon, { code: string; controlledBy?: string }>;

/** Borders ready to be measured against, made once for a state. */
export interface BorderIndex {
  readonly code: string;
  readonly recognised: Outline | undefined;
  readonly controlled: Outline | undefined;
  readonly polygons: readonly IndexedPolygon[];
}

/** How near drawn lines come to a state. */
export interface ApproachKm {
  readonly code: string;
  /** Kilometres of the drawn line on its land or on land it controls; 0 is the proof. */
  readonly insideKm: number;
  /** To the recognised border or coast. */
  readonly nearestKm?: number;
  /** To an area under its control outside that border. */
  readonly nearestControlledKm?: number;
}

/** Points of a border stand at most this far apart, so that the nearest one is as good as the line. */
const spacingKm = 1;
/** The line is looked at this closely where it runs near a border. */
const shortestStepKm = 0.25;

/** The border of a state as points and polygons that are quickly found. */
export function indexBorders(code: string, { features }: Borders): BorderIndex {
  const outlineOf = (controlled: boolean) =>
    outline(features.filter(({ properties }) => (properties.controlledBy !== undefined) === controlled));
  const polygons = features.flatMap(({ geometry }) =>
    geometry.coordinates.map((coordinates): IndexedPolygon => {
      const polygon: Polygon = { type: "Polygon", coordinates };
      return { polygon, bounds: bbox(polygon) as Bounds };
    }),
  );
  return { code, recognised: outlineOf(false), controlled: outlineOf(true), polygons };
}

/**
 * Walks along the drawn legs and measures where they are against a state's borders.
 * Within the distance to the nearest border nothing changes, so that far from it the steps are long.
 * @param courses the legs of a route as drawn
 */
export function measureApproach(
  { code, recognised, controlled, polygons }: BorderIndex,
  courses: readonly (readonly Position[])[],
): ApproachKm {
  const approach = { inside: 0, recognised: Number.POSITIVE_INFINITY, controlled: Number.POSITIVE_INFINITY };
  for (const course of courses) {
    // Known as long as no border has been near since it was looked up.
    let inside: boolean | undefined;
    for (let index = 1; index < course.length; index++) {
      inside = walk(course[index - 1] as Position, course[index] as Position, inside);
    }
  }
  return {
    code,
    insideKm: approach.inside,
    ...(Number.isFinite(approach.recognised) ? { nearestKm: approach.recognised } : {}),
    ...(Number.isFinite(approach.controlled) ? { nearestControlledKm: approach.controlled } : {}),
  };

  function walk(start: Position, end: Position, known: boolean | undefined): boolean | undefined {
    let inside = known;
    const length = distance(start, end);
    let done = 0;
    while (done < length || length === 0) {
      const here = between(start, end, length === 0 ? 0 : done / length);
      const toRecognised = nearestKm(recognised, here);
      const toControlled = nearestKm(controlled, here);
      approach.recognised = Math.min(approach.recognised, toRecognised);
      approach.controlled = Math.min(approach.controlled, toControlled);
      const freeKm = Math.min(toRecognised, toControlled) - spacingKm;
      inside ??= isInside(polygons, here);
      const step = Math.max(shortestStepKm, freeKm);
      if (inside) approach.inside += Math.min(step, length - done);
      done += step;
      if (freeKm < shortestStepKm) inside = undefined;
      if (length === 0) break;
    }
    return inside;
  }
}

type Bounds = readonly [west: number, south: number, east: number, north: number];

interface IndexedPolygon {
  readonly polygon: Polygon;
  readonly bounds: Bounds;
}

function isInside(polygons: readonly IndexedPolygon[], [lng, lat]: Position): boolean {
  return polygons.some(
    ({ polygon, bounds: [west, south, east, north] }) =>
      lng >= west &&
      lng <= east &&
      lat >= south &&
      lat <= north &&
      booleanPointInPolygon([lng, lat], polygon),
  );
}

/** The points of a border and where to find them. */
interface Outline {
  readonly points: readonly Position[];
  readonly tree: KDBush;
}

function outline(features: Borders["features"]): Outline | undefined {
  const points = features
    .flatMap((feature) => feature.geometry.coordinates.flat())
    .flatMap((ring) => densified(ring as Position[]));
  if (points.length === 0) return undefined;
  const tree = new KDBush(points.length);
  for (const [lng, lat] of points) tree.add(lng, lat);
  return { points, tree: tree.finish() };
}

function nearestKm(border: Outline | undefined, position: Position): number {
  const nearest = border && around(border.tree, position[0], position[1], 1)[0];
  const point = nearest === undefined ? undefined : border?.points[nearest];
  return point ? distance(position, point) : Number.POSITIVE_INFINITY;
}

function densified(ring: readonly Position[]): Position[] {
  return ring.flatMap((point, index) => {
    const next = ring[index + 1];
    if (!next) return [point];
    const count = Math.max(1, Math.ceil(distance(point, next) / spacingKm));
    return Array.from({ length: count }, (_, part) => between(point, next, part / count));
  });
}

function between([lngA, latA]: Position, [lngB, latB]: Position, share: number): Position {
  return [lngA + (lngB - lngA) * share, latA + (latB - latA) * share];
}
