import type { Geometry } from "geojson";
import { cleaned, ImportProblem, importLimits, shown } from "./problem.ts";

/** A feature that the map, the table and geometry libraries can take without harm. */
export interface CheckedFeature {
  readonly type: "Feature";
  readonly geometry: Geometry | null;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Keys that reach into the machinery of objects. */
const dangerousKeys = ["__proto__", "constructor", "prototype"];

/** How deep the coordinates of a geometry lie, and how many positions a line of it needs. */
const shapes: Readonly<
  Record<string, { readonly depth: number; readonly least: number; readonly ring?: true }>
> = {
  Point: { depth: 0, least: 1 },
  MultiPoint: { depth: 1, least: 1 },
  LineString: { depth: 1, least: 2 },
  MultiLineString: { depth: 2, least: 2 },
  Polygon: { depth: 2, least: 4, ring: true },
  MultiPolygon: { depth: 3, least: 4, ring: true },
};

/**
 * Checks foreign GeoJSON and copies what is good of it: type, finite numbers in range, closed rings, depth
 * and counts. Dangerous keys and characters are dropped.
 * @throws ImportProblem naming the first bad feature
 */
export function checkGeojson(value: unknown): readonly CheckedFeature[] {
  const features = featuresIn(value);
  if (features.length === 0) throw new ImportProblem("empty");
  if (features.length > importLimits.features)
    throw new ImportProblem("too-many-features", { value: String(features.length) });
  const points = { left: importLimits.points };
  return features.map((item, index) => checkFeature(item, index + 1, points));
}

function featuresIn(value: unknown): readonly unknown[] {
  if (!isObject(value)) throw new ImportProblem("not-geojson", { value: shown(value) });
  const type = own(value, "type");
  if (type === "FeatureCollection") {
    const features = own(value, "features");
    if (Array.isArray(features)) return features;
  } else if (type === "Feature") return [value];
  else if (type === "GeometryCollection" || (typeof type === "string" && Object.hasOwn(shapes, type)))
    return [{ type: "Feature", properties: {}, geometry: value }];
  throw new ImportProblem("not-geojson", { value: shown(type) });
}

interface Left {
  left: number;
}

function checkFeature(value: unknown, feature: number, points: Left): CheckedFeature {
  if (!isObject(value) || own(value, "type") !== "Feature")
    throw new ImportProblem("not-geojson", { feature, value: shown(value) });
  const geometry = own(value, "geometry") ?? null;
  const properties = own(value, "properties");
  return {
    type: "Feature",
    geometry: geometry === null ? null : checkGeometry(geometry, feature, points, 0),
    properties: isObject(properties) ? checkObject(properties, feature, 0) : {},
  };
}

function checkGeometry(value: unknown, feature: number, points: Left, depth: number): Geometry {
  const type = isObject(value) ? own(value, "type") : undefined;
  if (!isObject(value) || typeof type !== "string")
    throw new ImportProblem("no-geometry-type", { feature, value: shown(value) });
  if (depth > importLimits.depth) throw new ImportProblem("too-deep", { feature });
  if (type === "GeometryCollection") {
    const geometries = own(value, "geometries");
    if (!Array.isArray(geometries)) throw new ImportProblem("no-geometry-type", { feature, value: type });
    return { type, geometries: geometries.map((one) => checkGeometry(one, feature, points, depth + 1)) };
  }
  const shape = Object.hasOwn(shapes, type) ? shapes[type] : undefined;
  if (!shape) throw new ImportProblem("no-geometry-type", { feature, value: shown(type) });
  const lines = (coordinates: unknown, level: number): unknown => {
    if (level === 0) return checkPosition(coordinates, feature, points);
    if (!Array.isArray(coordinates))
      throw new ImportProblem("not-a-number", { feature, value: shown(coordinates) });
    const checked = coordinates.map((item) => lines(item, level - 1));
    if (level === 1) checkLine(checked as number[][], shape, feature);
    else if (checked.length === 0) throw new ImportProblem("too-short", { feature });
    return checked;
  };
  return { type, coordinates: lines(own(value, "coordinates"), shape.depth) } as Geometry;
}

function checkLine(
  line: readonly number[][],
  { least, ring }: { least: number; ring?: true },
  feature: number,
) {
  if (line.length < least) throw new ImportProblem("too-short", { feature });
  const [first, last] = [line[0], line.at(-1)];
  if (ring && (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]))
    throw new ImportProblem("open-ring", { feature });
}

function checkPosition(value: unknown, feature: number, points: Left): number[] {
  points.left -= 1;
  if (points.left < 0) throw new ImportProblem("too-many-points", { feature });
  const [lng, lat, height]: unknown[] = Array.isArray(value) ? value : [];
  if (!isFiniteNumber(lng) || !isFiniteNumber(lat))
    throw new ImportProblem("not-a-number", { feature, value: shown(value) });
  if (Math.abs(lng) > 180 || Math.abs(lat) > 90)
    throw new ImportProblem("out-of-range", { feature, value: `${lng}, ${lat}` });
  return isFiniteNumber(height) ? [lng, lat, height] : [lng, lat];
}

function checkObject(object: object, feature: number, depth: number): Record<string, unknown> {
  if (depth > importLimits.depth) throw new ImportProblem("too-deep", { feature });
  const entries = Object.entries(object);
  if (entries.length > importLimits.properties)
    throw new ImportProblem("too-many-properties", { feature, value: String(entries.length) });
  const kept = entries.flatMap(([key, item]) => {
    if (key.length > importLimits.keyLength)
      throw new ImportProblem("long-key", { feature, value: shown(key) });
    const name = cleaned(key).trim();
    return name === "" || dangerousKeys.includes(name)
      ? []
      : [[name, checkValue(item, feature, depth)] as const];
  });
  return Object.fromEntries(kept);
}

function checkValue(value: unknown, feature: number, depth: number): unknown {
  if (typeof value === "string") {
    if (value.length > importLimits.valueLength)
      throw new ImportProblem("long-value", { feature, value: shown(value) });
    return cleaned(value);
  }
  if (Array.isArray(value)) {
    if (depth >= importLimits.depth) throw new ImportProblem("too-deep", { feature });
    return value.map((item) => checkValue(item, feature, depth + 1));
  }
  if (isObject(value)) return checkObject(value, feature, depth + 1);
  return typeof value === "boolean" || isFiniteNumber(value) ? value : null;
}

function isFiniteNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What an object holds itself; never what it was born with. */
function own(object: object, key: string): unknown {
  return Object.hasOwn(object, key) ? (object as Record<string, unknown>)[key] : undefined;
}
