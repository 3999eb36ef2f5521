import { booleanPointInPolygon } from "@turf/turf";
import Flatbush from "flatbush";
import type { Polygon, Position as Vertex } from "geojson";
import type { Position } from "../../../src/model/network.ts";
import { once } from "../../once.ts";
import type { CountryArea } from "./areas.ts";
import { controlAreas, countries } from "./areas.ts";

/** Whose land a point is on. */
export interface Owner {
  readonly code: string;
  readonly controlledBy?: string;
}

interface IndexedPolygon extends Owner {
  readonly polygon: Polygon;
}

export interface PolygonIndex {
  readonly tree: Flatbush;
  readonly polygons: readonly IndexedPolygon[];
}

export const landIndex = once(() => indexPolygons(countries()));
export const controlIndex = once(() => indexPolygons(controlAreas()));

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

export function boundsOf(ring: readonly Vertex[]): [number, number, number, number] {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of ring as readonly Position[]) {
    if (x < minX) minX = x;
    if (x > maxX) maxX = x;
    if (y < minY) minY = y;
    if (y > maxY) maxY = y;
  }
  return [minX, minY, maxX, maxY];
}

export function ownerFields({ code, controlledBy }: Owner): Owner {
  return controlledBy === undefined ? { code } : { code, controlledBy };
}
