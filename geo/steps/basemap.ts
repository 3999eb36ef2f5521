import { area, booleanPointInPolygon, centerOfMass, pointOnFeature } from "@turf/turf";
import type {
  Feature,
  FeatureCollection,
  Geometry,
  LineString,
  MultiLineString,
  MultiPolygon,
  Point,
  Polygon,
} from "geojson";
import { feature, mergeArcs, mesh } from "topojson-client";
import { topology as buildTopology } from "topojson-server";
import {
  filter,
  filterAttachedWeight,
  planarRingArea,
  planarTriangleArea,
  presimplify,
  simplify,
} from "topojson-simplify";
import type { GeometryCollection, Objects, Topology, Polygon as TopoPolygon } from "topojson-specification";
import type { Names, Position } from "../../src/model/network.ts";
import { readJson, readPackageJson, round, roundFeature } from "../io.ts";
import type { CountryArea } from "./countries.ts";
import {
  controlAreas,
  countries,
  countryAt,
  cutAtAntimeridian,
  kmPerDegree,
  landUnits,
} from "./countries.ts";

type Bounds = readonly [west: number, south: number, east: number, north: number];

/**
 * How fine the basemap is drawn where: the first zone that holds a point decides.
 * A bend smaller than `bendKm2` is straightened, an island smaller than twenty such bends is left out.
 * The corridor is looked at up to zoom 8, where a pixel is about 0.2 km; the world only gives the oceans their shores.
 */
const zones: readonly { within: Bounds; bendKm2: number; decimals: number }[] = [
  { within: [46.5, 36.3, 55, 47.5], bendKm2: 3, decimals: 3 },
  { within: [26, 36, 82, 48], bendKm2: 20, decimals: 2 },
  { within: [-12, 30, 45, 62], bendKm2: 120, decimals: 2 },
  { within: [45, 30, 95, 58], bendKm2: 150, decimals: 2 },
  { within: [117, 22, 146, 46], bendKm2: 120, decimals: 2 },
  { within: [32, 11, 62, 31], bendKm2: 200, decimals: 2 },
  { within: [-12, -5, 150, 62], bendKm2: 800, decimals: 2 },
  { within: [-180, -90, 180, 90], bendKm2: 6000, decimals: 1 },
];

/** Lakes and rivers that are worth drawing: Natural Earth's rank of a lake, first zoom of a river. */
const waterDetail: readonly { within: Bounds; lakeRank: number; riverZoom: number }[] = [
  { within: [26, 33, 92, 56], lakeRank: 5, riverZoom: 5 },
  { within: [-12, -5, 150, 62], lakeRank: 3, riverZoom: 3 },
  { within: [-180, -90, 180, 90], lakeRank: 1, riverZoom: 1 },
];

/** Seas to the map maker, lakes to Natural Earth; the Aral Sea has shrunk and is drawn by hand, Lop Nur is dry. */
const lakesLeftOut: ReadonlySet<string> = new Set([
  "Aral Sea",
  "Lop Nur",
  "Kaliningradskiy Zaliv",
  "Zalev Wislany",
]);

/** Borders drawn dashed, between states or parts of states, along the whole line or `within` bounds. */
const disputedBorders: readonly { between: readonly [string, string]; within?: Bounds }[] = [
  { between: ["RS", "kosovo"] },
  { between: ["CY", "cyprus-buffer-zone"] },
  { between: ["northern-cyprus", "cyprus-buffer-zone"] },
  { between: ["SO", "somaliland"] },
  { between: ["EH", "MA"] },
  { between: ["IL", "PS"] },
  { between: ["IL", "SY"] },
  { between: ["IN", "siachen"] },
  { between: ["PK", "siachen"] },
  { between: ["CN", "siachen"] },
  { between: ["IN", "PK"], within: [73, 32.2, 78, 36] },
  { between: ["CN", "PK"], within: [73, 34, 78, 37.5] },
  { between: ["CN", "IN"], within: [77, 32, 80.5, 36.5] },
  { between: ["CN", "IN"], within: [91.5, 27, 98, 30] },
];

/** Files of the basemap by name, as served under `basemap/`. */
export function basemap(): Record<string, FeatureCollection> {
  const land = generalisedLand();
  return {
    "land.geojson": collect(landFeatures(land)),
    "borders.geojson": collect([...borderFeatures(land), ...controlLineFeatures()]),
    "water.geojson": collect(waterFeatures()),
    "places.geojson": collect(placeFeatures()),
  };
}

/**
 * The full 1:10m land of each state for the proof at run time, by code: its recognised land,
 * then every area it controls beyond it, with `controlledBy`. Four decimals, about 10 m.
 * @throws Error where a code belongs to no land
 */
export function borderFiles(
  codes: readonly string[],
): Record<string, FeatureCollection<MultiPolygon, Omit<CountryArea, "geometry">>> {
  return Object.fromEntries(
    [...codes].sort().map((code) => {
      const recognised = countries().find((country) => country.code === code);
      if (!recognised)
        throw new Error(`"${code}" has no land in world-atlas; leave it out of the border files`);
      const held = controlAreas().filter((area) => area.controlledBy === code);
      const features = [recognised, ...held].map(({ geometry, ...properties }) =>
        roundFeature({ type: "Feature" as const, properties, geometry }, 4),
      );
      return [code, collect(features)];
    }),
  );
}

function collect<G extends Geometry, P>(features: Feature<G, P>[]): FeatureCollection<G, P> {
  return { type: "FeatureCollection", features };
}

interface UnitProperties {
  readonly code: string;
  /** The name of a part of a state, else the state's code. */
  readonly unit: string;
}
type UnitGeometry = TopoPolygon<UnitProperties>;
type LandTopology = Topology<{ units: { type: "GeometryCollection"; geometries: UnitGeometry[] } }>;

/** The world's land with small bends straightened and small islands left out; neighbours still share arcs. */
function generalisedLand(): LandTopology {
  const { topology, units } = landUnits();
  const geometries = units.map(
    ({ code, unit, shape }): UnitGeometry => ({ ...shape, properties: { code, unit: unit ?? code } }),
  );
  const detailed = {
    ...topology,
    objects: { units: { type: "GeometryCollection", geometries } },
  } as LandTopology;
  const weighted = presimplify(detailed, bendWeight);
  const isLarge = filterAttachedWeight(
    weighted,
    20,
    (ring) => planarRingArea(ring) * detailAt(ring[0] as Position),
  );
  const simple = generalise(filter(weighted, isLarge) as LandTopology);
  const kept = simple.objects.units.geometries.filter((geometry) => geometry.type === "Polygon");
  return { ...simple, objects: { units: { type: "GeometryCollection", geometries: kept } } };
}

function zoneAt<Z extends { readonly within: Bounds }>(list: readonly Z[], position: Position): Z {
  return list.find((zone) => isWithin(zone.within, position)) ?? (list.at(-1) as Z);
}

function isWithin([west, south, east, north]: Bounds, [lng, lat]: Position): boolean {
  return lng >= west && lng <= east && lat >= south && lat <= north;
}

/** How many of the zone's smallest bends go into a square degree at this place. */
function detailAt(position: Position): number {
  const km2PerSquareDegree = kmPerDegree ** 2 * Math.cos((position[1] * Math.PI) / 180);
  return km2PerSquareDegree / zoneAt(zones, position).bendKm2;
}

/** Area of the triangle at a vertex in units of the zone's smallest bend: below 1 the vertex goes. */
function bendWeight(triangle: [Position, Position, Position]): number {
  return planarTriangleArea(triangle) * detailAt(triangle[1]);
}

/** Removes the light vertices of a weighted topology and rounds the others, the same on both sides of a border. */
function generalise<T extends Objects>(weighted: Topology<T>): Topology<T> {
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

function landFeatures(land: LandTopology): Feature<MultiPolygon, { code: string }>[] {
  const { geometries } = land.objects.units;
  const codes = [...new Set(geometries.map(({ properties }) => properties?.code as string))].sort();
  return codes.map((code) => {
    const merged = mergeArcs(
      land,
      geometries.filter(({ properties }) => properties?.code === code),
    );
    return {
      type: "Feature",
      properties: { code },
      geometry: withoutFlatRings(cutAtAntimeridian(feature(land, merged).geometry as MultiPolygon)),
    };
  });
}

/** Rounding flattens the smallest rings to a line; those are left out. */
function withoutFlatRings({ coordinates }: MultiPolygon): MultiPolygon {
  const polygons = coordinates.map((rings) => rings.filter((ring) => planarRingArea(ring as Position[]) > 0));
  return { type: "MultiPolygon", coordinates: polygons.filter((rings) => rings.length > 0) };
}

interface BorderProperties {
  readonly disputed: boolean;
}

/** Land borders without coasts: one feature of agreed lines, one of disputed ones. */
function borderFeatures(land: LandTopology): Feature<MultiLineString, BorderProperties>[] {
  const agreed = borderLines(land, (a, b) => a.code !== b.code && !disputesOf(a, b).length);
  const disputed: Position[][] = [];
  const pairs = new Set(disputedBorders.map(({ between }) => between.join()));
  for (const pair of pairs) {
    const disputes = disputedBorders.filter(({ between }) => between.join() === pair);
    for (const line of borderLines(land, (a, b) => disputesOf(a, b).some((one) => disputes.includes(one)))) {
      const isDisputed = (position: Position) =>
        disputes.some(({ within }) => !within || isWithin(within, position));
      for (const run of runsOf(line, isDisputed)) (run.matches ? disputed : agreed).push(run.line);
    }
  }
  const crimea = borderLines(land, (a, b) => [a.unit, b.unit].includes("crimea") && a.code === b.code);
  return [borderFeature(agreed, false), borderFeature([...disputed, ...crimea], true)];
}

function disputesOf(a: UnitProperties, b: UnitProperties): typeof disputedBorders {
  return disputedBorders.filter(
    ({ between: [one, other] }) =>
      (a.unit === one && b.unit === other) || (a.unit === other && b.unit === one),
  );
}

function borderLines(
  land: LandTopology,
  accept: (a: UnitProperties, b: UnitProperties) => boolean,
): Position[][] {
  const lines = mesh(land, land.objects.units, (a, b) => {
    return a !== b && accept(a.properties as UnitProperties, b.properties as UnitProperties);
  });
  return lines.coordinates as Position[][];
}

function borderFeature(
  coordinates: Position[][],
  disputed: boolean,
): Feature<MultiLineString, BorderProperties> {
  return { type: "Feature", properties: { disputed }, geometry: { type: "MultiLineString", coordinates } };
}

/** Cuts a line at its vertices into stretches that match a test and stretches that do not. */
function runsOf(
  line: readonly Position[],
  test: (position: Position) => boolean,
): { matches: boolean; line: Position[] }[] {
  const runs: { matches: boolean; line: Position[] }[] = [];
  for (const [i, end] of line.entries()) {
    const start = line[i - 1];
    if (!start) continue;
    const matches = test(start) && test(end);
    const last = runs.at(-1);
    if (last?.matches === matches) last.line.push(end);
    else runs.push({ matches, line: [start, end] });
  }
  return runs;
}

/** The edges of control areas that run through their owner's land, without coasts and state borders. */
function controlLineFeatures(): Feature<MultiLineString, BorderProperties & { controlArea: string }>[] {
  return controlAreas().flatMap(({ id, geometry }) => {
    const rings = geometry.coordinates.flat() as Position[][];
    const lines = rings.flatMap(controlLines);
    if (lines.length === 0) return [];
    const line: Feature<MultiLineString> = {
      type: "Feature",
      properties: {},
      geometry: { type: "MultiLineString", coordinates: lines },
    };
    return [{ ...roundFeature(line, 2), properties: { disputed: true, controlArea: id } }];
  });
}

/** Half the width of the strip in degrees, about 200 m, in which the two sides of a line are looked at. */
const besideDegrees = 0.002;

function controlLines(ring: readonly Position[]): Position[][] {
  const lines: Position[][] = [];
  let open = false;
  for (const [i, end] of ring.entries()) {
    const start = ring[i - 1];
    if (!start) continue;
    const dividesOneState = isControlEdge(start, end);
    if (dividesOneState && open) lines.at(-1)?.push(end);
    else if (dividesOneState) lines.push([start, end]);
    open = dividesOneState;
  }
  return lines;
}

function isControlEdge([x1, y1]: Position, [x2, y2]: Position): boolean {
  const length = Math.hypot(x2 - x1, y2 - y1);
  const dx = ((y1 - y2) / length) * besideDegrees;
  const dy = ((x2 - x1) / length) * besideDegrees;
  const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2];
  const left = countryAt([x + dx, y + dy]);
  const right = countryAt([x - dx, y - dy]);
  return left?.code === right?.code && left?.controlledBy !== right?.controlledBy;
}

type WaterGeometry = Polygon | MultiPolygon | LineString | MultiLineString;
interface WaterProperties {
  readonly kind: "lake" | "river";
  /** Relative width of a river, 0.15 to 1.2, as Natural Earth draws it. */
  readonly width?: number;
  readonly quality?: "schematic";
}
type WaterFeature = Feature<WaterGeometry, WaterProperties>;

/**
 * Lakes and rivers of Natural Earth 1:50m, all that are drawn alike in one feature,
 * and those drawn by hand that it lacks or has outdated.
 */
function waterFeatures(): WaterFeature[] {
  const features = collect([lakes(), ...rivers(), ...drawnWaters()]);
  const topology = buildTopology({ features }) as Topology<{ features: GeometryCollection<WaterProperties> }>;
  const simple = generalise(presimplify(topology, bendWeight));
  return feature(simple, simple.objects.features).features as WaterFeature[];
}

function lakes(): WaterFeature {
  const file = readPackageJson<FeatureCollection<Polygon, { name: string | null; scalerank: number }>>(
    "mapeo-offline-map/dist/lakes.json",
  );
  const coordinates = file.features
    .filter(({ properties }) => !lakesLeftOut.has(properties.name ?? ""))
    .map(({ properties, geometry }) => ({ rank: properties.scalerank, rings: geometry.coordinates }))
    .filter(({ rank, rings }) => rank <= zoneAt(waterDetail, rings[0]?.[0] as Position).lakeRank)
    .map(({ rings }) => rings);
  return { type: "Feature", properties: { kind: "lake" }, geometry: { type: "MultiPolygon", coordinates } };
}

function rivers(): WaterFeature[] {
  const file = readPackageJson<FeatureCollection<LineString, { min_zoom: number; strokeweig: number }>>(
    "mapeo-offline-map/dist/rivers.json",
  );
  const shown = file.features
    .map(({ properties, geometry }) => ({ ...properties, line: geometry.coordinates as Position[] }))
    .filter(({ min_zoom, line }) => min_zoom <= zoneAt(waterDetail, line[0] as Position).riverZoom);
  const widths = [...new Set(shown.map(({ strokeweig }) => strokeweig))].sort();
  return widths.map((width) => {
    const coordinates = shown.filter(({ strokeweig }) => strokeweig === width).map(({ line }) => line);
    return {
      type: "Feature",
      properties: { kind: "river", width },
      geometry: { type: "MultiLineString", coordinates },
    };
  });
}

function drawnWaters(): WaterFeature[] {
  const file = readJson<FeatureCollection<WaterGeometry, WaterProperties>>(
    new URL("../inputs/water.geojson", import.meta.url),
  );
  return file.features.map(({ properties: { kind, width }, geometry }) => ({
    type: "Feature",
    properties: { kind, ...(width !== undefined && { width }), quality: "schematic" },
    geometry,
  }));
}

interface PlaceInputs {
  /** Where the name of a state stands, where the middle of its land is a poor place for it. */
  readonly countryLabels: Readonly<Record<string, Position>>;
  readonly cities: readonly (Omit<CityProperties, "kind"> & { position: Position })[];
  readonly waters: readonly (Omit<WaterLabelProperties, "kind"> & { position: Position })[];
}

interface CountryLabelProperties {
  readonly kind: "country";
  readonly code: string;
  readonly rank: number;
}
interface CityProperties {
  readonly kind: "city";
  readonly id: string;
  readonly country: string;
  /** 1 is drawn first, 4 last. */
  readonly rank: number;
  readonly names: Names;
}
interface WaterLabelProperties {
  readonly kind: "water";
  readonly id: string;
  readonly rank: number;
  readonly names: Names;
}
type PlaceProperties = CountryLabelProperties | CityProperties | WaterLabelProperties;

/** Smallest land of each rank of a state's name, in square kilometres; smaller states have rank 4. */
const countryRankKm2 = [1_000_000, 250_000, 60_000];

/** Label points: states (named by the reader's own language tables), cities and waters. */
function placeFeatures(): Feature<Point, PlaceProperties>[] {
  const inputs = readJson<PlaceInputs>(new URL("../inputs/places.json", import.meta.url));
  const labels = countries().map((country) => {
    const km2 = area(country.geometry) / 1e6;
    const rank = countryRankKm2.findIndex((least) => km2 >= least) + 1 || 4;
    const position = inputs.countryLabels[country.code] ?? labelPosition(country.geometry);
    return placeFeature({ kind: "country", code: country.code, rank }, position);
  });
  const cities = inputs.cities.map(({ position, ...city }) =>
    placeFeature({ kind: "city", ...city }, position),
  );
  const waters = inputs.waters.map(({ position, ...water }) =>
    placeFeature({ kind: "water", ...water }, position),
  );
  return [...labels, ...cities, ...waters];
}

function placeFeature(properties: PlaceProperties, position: Position): Feature<Point, PlaceProperties> {
  return roundFeature({ type: "Feature", properties, geometry: { type: "Point", coordinates: position } }, 2);
}

/** The middle of the largest polygon, or a point inside it where its middle lies outside. */
function labelPosition({ coordinates }: MultiPolygon): Position {
  const polygons = coordinates.map((rings): Polygon => ({ type: "Polygon", coordinates: rings }));
  const largest = polygons.reduce((best, one) => (area(one) > area(best) ? one : best));
  const middle = centerOfMass(largest);
  const inside = booleanPointInPolygon(middle, largest) ? middle : pointOnFeature(largest);
  return inside.geometry.coordinates as Position;
}
