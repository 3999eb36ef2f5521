import type { Feature, FeatureCollection, LineString, MultiLineString, MultiPolygon, Polygon } from "geojson";
import { feature } from "topojson-client";
import { topology as buildTopology } from "topojson-server";
import { presimplify } from "topojson-simplify";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { Position } from "../../../src/model/network.ts";
import { readJson, readPackageJson } from "../../io.ts";
import type { Bounds } from "./detail.ts";
import { bendWeight, generalise, zoneAt } from "./detail.ts";

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
export function waterFeatures(): WaterFeature[] {
  const features = {
    type: "FeatureCollection" as const,
    features: [lakes(), ...rivers(), ...drawnWaters()],
  };
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
    new URL("../../inputs/water.geojson", import.meta.url),
  );
  return file.features.map(({ properties: { kind, width }, geometry }) => ({
    type: "Feature",
    properties: { kind, ...(width !== undefined && { width }), quality: "schematic" },
    geometry,
  }));
}
