import Flatbush from "flatbush";
import type { Position } from "../../../src/model/network.ts";
import { once } from "../../once.ts";
import type { Owner } from "./owner.ts";
import { boundsOf, controlIndex, landIndex, ownerFields } from "./owner.ts";

interface SegmentIndex {
  readonly tree: Flatbush;
  /** Four numbers for each segment: x and y of both ends. */
  readonly ends: Float64Array;
  readonly owners: readonly Owner[];
}

/** Every side of every land polygon and control area. */
const segmentIndex = once((): SegmentIndex => {
  const ends: number[] = [];
  const owners: Owner[] = [];
  for (const { polygon, ...area } of [...landIndex().polygons, ...controlIndex().polygons]) {
    const owner = ownerFields(area);
    for (const ring of polygon.coordinates) {
      for (let i = 1; i < ring.length; i++) {
        const [x1, y1] = ring[i - 1] as Position;
        const [x2, y2] = ring[i] as Position;
        // Polygons that reach across the antimeridian are cut there; the cut is no coast and no border.
        if (Math.abs(x1) === 180 && x1 === x2) continue;
        ends.push(x1, y1, x2, y2);
        owners.push(owner);
      }
    }
  }
  const tree = new Flatbush(owners.length);
  for (let i = 0; i < ends.length; i += 4) {
    const [x1, y1, x2, y2] = ends.slice(i, i + 4) as [number, number, number, number];
    tree.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
  }
  tree.finish();
  return { tree, ends: Float64Array.from(ends), owners };
});

/**
 * Where the straight segment from `a` to `b` (in degrees) crosses a coast, a border or the edge of a control area:
 * fractions of the segment in (0, 1), ascending, each once. Between two neighbours the owner does not change.
 */
export function crossings(a: Position, b: Position): number[] {
  const { tree, ends } = segmentIndex();
  const [minX, minY, maxX, maxY] = boundsOf([a, b]);
  const found = tree
    .search(minX, minY, maxX, maxY)
    .map((i) => crossing(a, b, ends, i * 4))
    .filter((t) => t > 0 && t < 1)
    .sort((s, t) => s - t);
  // A border is a side of two polygons and a vertex an end of two sides: each is met twice.
  return found.filter((t, i) => i === 0 || t - (found[i - 1] as number) > 1e-9);
}

/** Fraction of a-b at which it meets the segment stored at `at`; NaN where it does not. */
function crossing([ax, ay]: Position, [bx, by]: Position, ends: Float64Array, at: number): number {
  const x1 = ends[at] as number;
  const y1 = ends[at + 1] as number;
  const dx = (ends[at + 2] as number) - x1;
  const dy = (ends[at + 3] as number) - y1;
  const cross = (bx - ax) * dy - (by - ay) * dx;
  if (cross === 0) return Number.NaN;
  const along = ((x1 - ax) * (by - ay) - (y1 - ay) * (bx - ax)) / cross;
  if (along < 0 || along > 1) return Number.NaN;
  return ((x1 - ax) * dy - (y1 - ay) * dx) / cross;
}

export interface NearestCoast extends Owner {
  readonly km: number;
}

/** Kilometres of one degree of latitude on a sphere of the Earth's mean radius, 6371.0 km. */
export const kmPerDegree = 111.195;

/** Two coasts this near to each other are the same line; the control area's own edge then decides. */
const sameLineKm = 0.01;

/**
 * The nearest coast of a point on the water within `maxKm`, with the owner of the land behind it;
 * `undefined` where there is none. Distances on a locally flat Earth: good to 1 % up to 50 km
 * below 60 degrees of latitude, worse farther away. On land the answer is the nearest border or coast.
 */
export function nearestCoast([lng, lat]: Position, maxKm: number): NearestCoast | undefined {
  const { tree, ends, owners } = segmentIndex();
  const kmPerLng = kmPerDegree * Math.cos((lat * Math.PI) / 180);
  let nearest: NearestCoast | undefined;
  let nearestRank = Infinity;
  for (let reachKm = Math.min(maxKm, 10); ; reachKm = Math.min(maxKm, reachKm * 4)) {
    const dx = reachKm / kmPerLng;
    const dy = reachKm / kmPerDegree;
    for (const i of tree.search(lng - dx, lat - dy, lng + dx, lat + dy)) {
      const km = distanceKm(lng, lat, ends, i * 4, kmPerLng);
      const owner = owners[i] as Owner;
      const rank = owner.controlledBy ? km - sameLineKm : km;
      if (km <= reachKm && rank < nearestRank) {
        nearest = { ...owner, km };
        nearestRank = rank;
      }
    }
    if (nearest || reachKm >= maxKm) return nearest;
  }
}

/** Distance in km of a point from the segment stored at `at`. */
function distanceKm(lng: number, lat: number, ends: Float64Array, at: number, kmPerLng: number): number {
  const x1 = ((ends[at] as number) - lng) * kmPerLng;
  const y1 = ((ends[at + 1] as number) - lat) * kmPerDegree;
  const dx = ((ends[at + 2] as number) - lng) * kmPerLng - x1;
  const dy = ((ends[at + 3] as number) - lat) * kmPerDegree - y1;
  const lengthSquared = dx * dx + dy * dy;
  const t = lengthSquared === 0 ? 0 : Math.min(1, Math.max(0, -(x1 * dx + y1 * dy) / lengthSquared));
  return Math.hypot(x1 + t * dx, y1 + t * dy);
}
