import type { Position } from "./network.ts";

/** A point of the Web Mercator square: x from the date line to the east, y from the north, both from 0 to 1. */
export type MercatorPoint = readonly [x: number, y: number];

/** Projects degrees to the Web Mercator square (EPSG:3857, sphere). */
export function mercator([lng, lat]: Position): MercatorPoint {
  const north = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
  return [(lng + 180) / 360, (1 - north / Math.PI) / 2];
}

/** The latitude in degrees of a y of the Web Mercator square. */
export function latitudeAt(y: number): number {
  return (Math.atan(Math.exp((1 - 2 * y) * Math.PI)) * 360) / Math.PI - 90;
}
