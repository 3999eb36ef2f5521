import {
  bboxClip,
  booleanPointInPolygon,
  difference,
  featureCollection,
  intersect,
  multiPolygon,
  polygon as turfPolygon,
} from "@turf/turf";
import Flatbush from "flatbush";
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position as Vertex } from "geojson";
import isoCountries from "i18n-iso-countries";
import { feature, mergeArcs } from "topojson-client";
import type {
  GeometryCollection,
  Objects,
  Topology,
  MultiPolygon as TopoMultiPolygon,
  Polygon as TopoPolygon,
} from "topojson-specification";
import type { Names, Position } from "../../src/model/network.ts";
import { readJson, readPackageJson } from "../io.ts";

/** Land of one state, or land of one state that another one holds. */
export interface CountryArea {
  /** ISO 3166-1 alpha-2 code of the recognised owner. */
  readonly code: string;
  readonly geometry: MultiPolygon;
  /** The state that holds the area, where that is not its owner. */
  readonly controlledBy?: string;
}

/** An area under the control of a state that is not its owner; lies inside its owner's land. */
export interface ControlArea extends CountryArea {
  readonly id: string;
  readonly names: Names;
  readonly controlledBy: string;
  /** Month the line was true, as in `2025-12`. */
  readonly asOf: string;
  readonly quality: "approximate" | "schematic";
  readonly sources: readonly { readonly title: string; readonly url: string }[];
  readonly note?: string;
}

/** Whose land a point is on. */
export interface Owner {
  readonly code: string;
  readonly controlledBy?: string;
}

/** One polygon of the world's land; `unit` names a part that some maps draw apart from its state. */
export interface LandUnit {
  readonly code: string;
  readonly unit?: string;
  readonly shape: TopoPolygon;
}

type CountryObjects = Objects<{ name: string }> & { countries: GeometryCollection<{ name: string }> };

/**
 * Areas that Natural Earth draws without an ISO code, and the state they count for:
 * the General Assembly's view where there is one. `null` leaves out reefs several states claim.
 * Siachen is divided by no agreed line; India holds the glacier. Its borders are drawn as disputed.
 */
const unitsWithoutCode: Readonly<Record<string, { code: string; unit?: string } | null>> = {
  Baikonur: { code: "KZ" },
  Kosovo: { code: "RS", unit: "kosovo" },
  Somaliland: { code: "SO", unit: "somaliland" },
  "N. Cyprus": { code: "CY", unit: "northern-cyprus" },
  "Cyprus U.N. Buffer Zone": { code: "CY", unit: "cyprus-buffer-zone" },
  Dhekelia: { code: "GB" },
  Akrotiri: { code: "GB" },
  "Siachen Glacier": { code: "IN", unit: "siachen" },
  "USNB Guantanamo Bay": { code: "CU" },
  "Indian Ocean Ter.": { code: "AU" },
  "Coral Sea Is.": { code: "AU" },
  "Clipperton I.": { code: "FR" },
  "Bajo Nuevo Bank": { code: "CO" },
  "Serranilla Bank": { code: "CO" },
  "Spratly Is.": null,
  "Scarborough Reef": null,
};

/** Antarctica belongs to no state. */
const noState = "AQ";

/** Parts of a state that have an ISO code of their own; avoiding the state avoids them. */
const partsOfStates: Readonly<Record<string, string>> = { HK: "CN", MO: "CN", AX: "FI" };

/** A point inside Crimea, which Natural Earth draws as a polygon of Russia. */
const simferopol: Position = [34.1, 44.95];

/**
 * The 1:10m topology of the world and its polygons with the owner of each,
 * Crimea as Ukraine. Neighbours share arcs, so merging and simplifying leave no slivers.
 */
export const landUnits = once((): { topology: Topology<CountryObjects>; units: readonly LandUnit[] } => {
  const topology = readPackageJson<Topology<CountryObjects>>("world-atlas/countries-10m.json");
  const units: LandUnit[] = [];
  for (const geometry of topology.objects.countries.geometries) {
    if (geometry.type !== "Polygon" && geometry.type !== "MultiPolygon") continue;
    const owner = ownerOf(geometry.id, geometry.properties?.name ?? "");
    if (!owner) continue;
    const polygons = geometry.type === "Polygon" ? [geometry.arcs] : geometry.arcs;
    for (const arcs of polygons) {
      const shape: TopoPolygon = { type: "Polygon", arcs };
      const isCrimea = owner.code === "RU" && contains(topology, shape, simferopol);
      units.push(isCrimea ? { code: "UA", unit: "crimea", shape } : { ...owner, shape });
    }
  }
  return { topology, units };
});

function ownerOf(id: string | number | undefined, name: string): { code: string; unit?: string } | null {
  if (id === undefined) {
    const owner = unitsWithoutCode[name];
    if (owner === undefined) throw new Error(`"${name}" has no ISO code; add it to unitsWithoutCode`);
    return owner;
  }
  const code = isoCountries.numericToAlpha2(id);
  if (!code) throw new Error(`"${name}": ${id} is not an ISO 3166-1 number; correct the input`);
  return code === noState ? null : { code: partsOfStates[code] ?? code };
}

function contains(topology: Topology, shape: TopoPolygon, position: Position): boolean {
  return booleanPointInPolygon(position, feature(topology, shape) as Feature<Polygon>);
}

/** Every state's recognised land at 1:10m, in order of code; control areas are not cut out of it. */
export const countries = once((): readonly CountryArea[] => {
  const { topology, units } = landUnits();
  const codes = [...new Set(units.map((unit) => unit.code))].sort();
  return codes.map((code) => ({
    code,
    geometry: dissolve(
      topology,
      units.filter((unit) => unit.code === code),
    ),
  }));
});

function dissolve(topology: Topology, units: readonly LandUnit[]): MultiPolygon {
  const merged: TopoMultiPolygon = mergeArcs(
    topology,
    units.map((unit) => unit.shape),
  );
  return cutAtAntimeridian((feature(topology, merged) as Feature<MultiPolygon>).geometry);
}

/**
 * Natural Earth's topology lets polygons run on from 180 to -180 degrees (Chukotka, Fiji). In plane geometry that is
 * an edge across the whole world, so such polygons are cut in two there.
 */
export function cutAtAntimeridian({ coordinates }: MultiPolygon): MultiPolygon {
  return { type: "MultiPolygon", coordinates: coordinates.flatMap(cutPolygon) };
}

function cutPolygon(rings: Vertex[][]): Vertex[][][] {
  const unrolled = rings.map(unroll);
  if (unrolled.flat().every(([lng]) => Math.abs(lng as number) <= 180)) return [unrolled];
  return [-360, 0, 360].flatMap((turn) => {
    const part = bboxClip(turfPolygon(unrolled), [turn - 180, -90, turn + 180, 90]).geometry;
    const polygons = part.type === "Polygon" ? [part.coordinates] : part.coordinates;
    return polygons
      .filter((polygon) => polygon.length > 0)
      .map((polygon) =>
        polygon.map((ring) => ring.map(([lng, lat]) => [(lng as number) - turn, lat as number])),
      );
  });
}

/** The ring with longitudes that go on beyond 180 degrees instead of jumping. */
function unroll(ring: Vertex[]): Vertex[] {
  let turn = 0;
  return ring.map(([lng, lat], i) => {
    const step = (lng as number) - (ring[i - 1]?.[0] ?? (lng as number));
    if (step > 180) turn -= 360;
    if (step < -180) turn += 360;
    return [(lng as number) + turn, lat as number];
  });
}

type ControlInput = FeatureCollection<
  Polygon | null,
  Omit<ControlArea, "code" | "geometry"> & { owner: string }
>;

/**
 * The areas under Russian control, clipped to their owner's land and without overlap.
 * @throws Error where a drawn area does not touch its owner's land
 */
export const controlAreas = once((): readonly ControlArea[] => {
  const input = readJson<ControlInput>(new URL("../inputs/control-areas.geojson", import.meta.url));
  const { topology, units } = landUnits();
  const crimea = dissolve(
    topology,
    units.filter((unit) => unit.unit === "crimea"),
  );
  return input.features.map(({ properties: { owner, ...rest }, geometry }) => ({
    ...rest,
    code: owner,
    geometry: geometry ? clip(rest.id, geometry, owner, crimea) : crimea,
  }));
});

function clip(id: string, drawn: Polygon, owner: string, crimea: MultiPolygon): MultiPolygon {
  const land = countries().find((country) => country.code === owner);
  if (!land) throw new Error(`Control area "${id}": unknown owner "${owner}"`);
  const onLand = intersect(
    featureCollection<Polygon | MultiPolygon>([turfFeature(drawn), turfFeature(land.geometry)]),
  );
  const rest = onLand && difference(featureCollection<Polygon | MultiPolygon>([onLand, turfFeature(crimea)]));
  if (!rest) throw new Error(`Control area "${id}": covers no land of ${owner}; redraw it`);
  return rest.geometry.type === "MultiPolygon"
    ? rest.geometry
    : multiPolygon([rest.geometry.coordinates]).geometry;
}

function turfFeature<G extends Polygon | MultiPolygon>(geometry: G): Feature<G> {
  return { type: "Feature", properties: {}, geometry };
}

interface IndexedPolygon extends Owner {
  readonly polygon: Polygon;
}

interface PolygonIndex {
  readonly tree: Flatbush;
  readonly polygons: readonly IndexedPolygon[];
}

const landIndex = once(() => indexPolygons(countries()));
const controlIndex = once(() => indexPolygons(controlAreas()));

function indexPolygons(areas: readonly CountryArea[]): PolygonIndex {
  const polygons = areas.flatMap(({ geometry, ...area }) =>
    geometry.coordinates.map((coordinates) => ({
      ...ownerFields(area),
      polygon: { type: "Polygon" as const, coordinates },
    })),
  );
  const tree = new Flatbush(polygons.length);
  for (const { polygon } of polygons) tree.add(...boundsOf(polygon.coordinates[0] as Vertex[]));
  tree.finish();
  return { tree, polygons };
}

function polygonAt({ tree, polygons }: PolygonIndex, [lng, lat]: Position): IndexedPolygon | undefined {
  for (const i of tree.search(lng, lat, lng, lat)) {
    const candidate = polygons[i] as IndexedPolygon;
    if (booleanPointInPolygon([lng, lat], candidate.polygon)) return candidate;
  }
  return undefined;
}

/** Whose land the point is on; `undefined` on the sea and on the Caspian. Lakes count as land. */
export function countryAt(position: Position): Owner | undefined {
  const land = polygonAt(landIndex(), position);
  if (!land) return undefined;
  const held = polygonAt(controlIndex(), position);
  return held?.code === land.code ? ownerFields(held) : { code: land.code };
}

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
 * `undefined` where there is none. Distances on a locally flat Earth: good to 1 % below about 300 km
 * and 70 degrees of latitude. On land the answer is the nearest border or coast and means nothing.
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

function boundsOf(ring: readonly Vertex[]): [number, number, number, number] {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of ring as readonly Position[]) {
    if (x < minX) minX = x;
    if (x > maxX) maxX = x;
    if (y < minY) minY = y;
    if (y > maxY) maxY = y;
  }
  return [minX, minY, maxX, maxY];
}

function ownerFields({ code, controlledBy }: Owner): Owner {
  return controlledBy === undefined ? { code } : { code, controlledBy };
}

/** The function, called at most once: reading and merging the world takes a second. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
