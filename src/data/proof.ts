import { booleanPointInPolygon, distance } from "@turf/turf";
import type { FeatureCollection, MultiPolygon } from "geojson";
import { around } from "geokdbush";
import KDBush from "kdbush";
import type { Position } from "../model/network.ts";

/** The 1:10m land of a state as recognised, and areas it controls beyond it, marked `controlledBy`. */
export type Borders = FeatureCollection<MultiPolygon, { code: string; controlledBy?: string }>;

/** How near the drawn route comes to a state. */
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

/**
 * Walks along the drawn legs and measures where they are against a state's borders.
 * Within the distance to the nearest border nothing changes, so that far from it the steps are long.
 * @param courses the legs of a route as drawn
 */
export function proveAvoidance(
  code: string,
  courses: readonly (readonly Position[])[],
  borders: Borders,
): ApproachKm {
  const recognised = indexBorders(borders, false);
  const controlled = indexBorders(borders, true);
  const isInside = (position: Position) =>
    borders.features.some((feature) => booleanPointInPolygon(position, feature));
  const approach = { inside: 0, recognised: Number.POSITIVE_INFINITY, controlled: Number.POSITIVE_INFINITY };
  for (const course of courses) {
    for (let index = 1; index < course.length; index++) {
      walk(course[index - 1] as Position, course[index] as Position);
    }
  }
  return {
    code,
    insideKm: approach.inside,
    ...(Number.isFinite(approach.recognised) ? { nearestKm: approach.recognised } : {}),
    ...(Number.isFinite(approach.controlled) ? { nearestControlledKm: approach.controlled } : {}),
  };

  function walk(start: Position, end: Position): void {
    const length = distance(start, end);
    let done = 0;
    while (done < length || length === 0) {
      const here = between(start, end, length === 0 ? 0 : done / length);
      const toRecognised = nearestKm(recognised, here);
      const toControlled = nearestKm(controlled, here);
      approach.recognised = Math.min(approach.recognised, toRecognised);
      approach.controlled = Math.min(approach.controlled, toControlled);
      const step = Math.max(shortestStepKm, Math.min(toRecognised, toControlled) - spacingKm);
      if (isInside(here)) approach.inside += Math.min(step, length - done);
      done += step;
      if (length === 0) return;
    }
  }
}

interface BorderIndex {
  readonly points: readonly Position[];
  readonly tree: KDBush;
}

function indexBorders(borders: Borders, controlled: boolean): BorderIndex | undefined {
  const points = borders.features
    .filter((feature) => (feature.properties.controlledBy !== undefined) === controlled)
    .flatMap((feature) => feature.geometry.coordinates.flat())
    .flatMap((ring) => densified(ring as Position[]));
  if (points.length === 0) return undefined;
  const tree = new KDBush(points.length);
  for (const [lng, lat] of points) tree.add(lng, lat);
  return { points, tree: tree.finish() };
}

function nearestKm(index: BorderIndex | undefined, position: Position): number {
  const nearest = index && around(index.tree, position[0], position[1], 1)[0];
  const point = nearest === undefined ? undefined : index?.points[nearest];
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
