import { planarTriangleArea, simplify } from "topojson-simplify";
import type { Objects, Topology } from "topojson-specification";
import type { Position } from "../../../src/model/network.ts";
import { round } from "../../io.ts";
import { kmPerDegree } from "../countries.ts";

export type Bounds = readonly [west: number, south: number, east: number, north: number];

/**
 * How fine the basemap is drawn where: the first zone that holds a point decides.
 * A bend smaller than `bendKm2` is straightened, an island smaller than five such bends is left out.
 * The corridor is looked at up to zoom 8, where a pixel is about 0.2 km; the world only gives the oceans their shores.
 */
const zones: readonly { within: Bounds; bendKm2: number; decimals: number }[] = [
  { within: [46.5, 36.3, 55, 47.5], bendKm2: 3, decimals: 3 },
  // Straits and estuaries that ships pass: the Turkish Straits, the Elbe, Thessaloniki, Tokyo Bay.
  { within: [26, 39.9, 30, 41.4], bendKm2: 2, decimals: 3 },
  { within: [8, 53.3, 10.2, 54.2], bendKm2: 15, decimals: 2 },
  { within: [22.4, 40, 23.5, 40.8], bendKm2: 15, decimals: 2 },
  { within: [139.4, 34.8, 140.2, 35.8], bendKm2: 15, decimals: 2 },
  { within: [26, 36, 86, 49], bendKm2: 20, decimals: 2 },
  // Singapore and Bahrain would be lost among the small islands.
  { within: [103.5, 1.1, 104.2, 1.6], bendKm2: 20, decimals: 2 },
  { within: [50.3, 25.7, 50.8, 26.4], bendKm2: 20, decimals: 2 },
  { within: [-12, 30, 45, 62], bendKm2: 180, decimals: 2 },
  { within: [45, 30, 95, 58], bendKm2: 220, decimals: 2 },
  { within: [117, 22, 146, 46], bendKm2: 150, decimals: 2 },
  { within: [32, 11, 62, 31], bendKm2: 250, decimals: 2 },
  { within: [-12, -5, 150, 62], bendKm2: 1500, decimals: 2 },
  { within: [-180, -90, 180, 90], bendKm2: 6000, decimals: 1 },
];

export function zoneAt<Z extends { readonly within: Bounds }>(list: readonly Z[], position: Position): Z {
  return list.find((zone) => isWithin(zone.within, position)) ?? (list.at(-1) as Z);
}

export function isWithin([west, south, east, north]: Bounds, [lng, lat]: Position): boolean {
  return lng >= west && lng <= east && lat >= south && lat <= north;
}

/** How many of the zone's smallest bends go into a square degree at this place. */
export function detailAt(position: Position): number {
  const km2PerSquareDegree = kmPerDegree ** 2 * Math.cos((position[1] * Math.PI) / 180);
  return km2PerSquareDegree / zoneAt(zones, position).bendKm2;
}

/** Area of the triangle at a vertex in units of the zone's smallest bend: below 1 the vertex goes. */
export function bendWeight(triangle: [Position, Position, Position]): number {
  return planarTriangleArea(triangle) * detailAt(triangle[1]);
}

/** Removes the light vertices of a weighted topology and rounds the others, the same on both sides of a border. */
export function generalise<T extends Objects>(weighted: Topology<T>): Topology<T> {
  const simple = simplify(weighted, 1);
  return { ...simple, arcs: simple.arcs.map((arc) => roundArc(arc as Position[])) };
}

function roundArc(arc: readonly Position[]): Position[] {
  const rounded = arc.map((position): Position => {
    const { decimals } = zoneAt(zones, position);
    return [round(position[0], decimals), round(position[1], decimals)];
  });
  const moved = rounded.filter((position, i) => i === 0 || position.join() !== rounded[i - 1]?.join());
  // An arc keeps both ends, even where they have come to lie on one point.
  return moved.length > 1 ? moved : [rounded[0] as Position, rounded.at(-1) as Position];
}
