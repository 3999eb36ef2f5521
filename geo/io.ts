import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import type { Feature, FeatureCollection, Geometry, Position } from "geojson";

const require = createRequire(import.meta.url);

/**
 * Reads a JSON file as the type its writer promises; callers that read foreign files check them.
 * @throws Error naming the file where it is missing or is not JSON
 */
export function readJson<T>(path: string | URL): T {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as T;
  } catch (error) {
    throw new Error(`${path}: cannot be read as JSON (${(error as Error).message})`);
  }
}

/** Reads a JSON file that an installed package ships, such as `world-atlas/countries-10m.json`. */
export function readPackageJson<T>(specifier: string): T {
  return readJson<T>(require.resolve(specifier));
}

/** GeoJSON text with one feature to a line, so that a change of one place is a change of one line. */
export function formatGeoJson(collection: FeatureCollection<Geometry | null, unknown>): string {
  return `{"type":"FeatureCollection","features":[\n${formatLines(collection.features)}\n]}\n`;
}

/** JSON text of a list with one item to a line. */
export function formatList(items: readonly unknown[]): string {
  return `[\n${formatLines(items)}\n]\n`;
}

/** JSON text of an object with one key to a line. */
export function formatRecord(record: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(record).map(
    ([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`,
  );
  return `{\n${lines.join(",\n")}\n}\n`;
}

function formatLines(items: readonly unknown[]): string {
  return items.map((item) => JSON.stringify(item)).join(",\n");
}

/** Writes a file, with the folders it lies in. */
export function writeText(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Rounds to so many decimals; gives `0` for `-0`, so that values read back from JSON compare equal. */
export function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals)) + 0;
}

/** The feature with every coordinate rounded to so many decimals (4 are about 10 m, 5 about 1 m). */
export function roundFeature<G extends Geometry, P>(feature: Feature<G, P>, decimals: number): Feature<G, P> {
  return { ...feature, geometry: roundGeometry(feature.geometry, decimals) };
}

/** The geometry with every coordinate rounded; repeated neighbours that rounding makes are left out. */
function roundGeometry<G extends Geometry>(geometry: G, decimals: number): G {
  if (geometry.type === "GeometryCollection") {
    return { ...geometry, geometries: geometry.geometries.map((part) => roundGeometry(part, decimals)) };
  }
  return { ...geometry, coordinates: roundCoordinates(geometry.coordinates, decimals) };
}

type Coordinates = Position | Position[] | Position[][] | Position[][][];

function roundCoordinates(coordinates: Coordinates, decimals: number): Coordinates {
  if (isPosition(coordinates)) return coordinates.map((value) => round(value, decimals));
  const parts = (coordinates as Coordinates[]).map((part) => roundCoordinates(part, decimals));
  return parts.filter((part, i) => !samePosition(part, parts[i - 1])) as Coordinates;
}

function isPosition(coordinates: Coordinates): coordinates is Position {
  return typeof coordinates[0] === "number";
}

function samePosition(a: Coordinates, b: Coordinates | undefined): boolean {
  return b !== undefined && isPosition(a) && isPosition(b) && a[0] === b[0] && a[1] === b[1];
}

/** The items in order of id, so that outputs are stable. */
export function sortById<T extends { readonly id: string }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
