import type { Feature, MultiPolygon, Polygon, Position as Vertex } from "geojson";
import { feature, mergeArcs } from "topojson-client";
import { filter, filterAttachedWeight, planarRingArea, presimplify } from "topojson-simplify";
import type { Topology, Polygon as TopoPolygon } from "topojson-specification";
import type { Position } from "../../../src/model/network.ts";
import { roundFeature } from "../../io.ts";
import { cutAtAntimeridian, landUnits } from "../countries/units.ts";
import { bendWeight, detailAt, generalise } from "./detail.ts";

/** An island or ring this many times as large as the zone's smallest bend is drawn. */
const islandBends = 5;

export interface UnitProperties {
  readonly code: string;
  /** The name of a part of a state, else the state's code. */
  readonly unit: string;
}
type UnitGeometry = TopoPolygon<UnitProperties>;
export type LandTopology = Topology<{ units: { type: "GeometryCollection"; geometries: UnitGeometry[] } }>;

/** The world's land with small bends straightened and small islands left out; neighbours still share arcs. */
export function generalisedLand(): LandTopology {
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
    islandBends,
    (ring) => planarRingArea(ring) * detailAt(ring[0] as Position),
  );
  const simple = generalise(filter(weighted, isLarge) as LandTopology);
  const kept = simple.objects.units.geometries.filter(
    (geometry) => geometry.type === "Polygon" && hasArea(outerRing(simple, geometry)),
  );
  return { ...simple, objects: { units: { type: "GeometryCollection", geometries: kept } } };
}

function outerRing(land: LandTopology, geometry: UnitGeometry): Vertex[] {
  return (feature(land, geometry) as Feature<Polygon>).geometry.coordinates[0] ?? [];
}

/** False for rings that rounding has flattened to a line. */
function hasArea(ring: readonly Vertex[]): boolean {
  return planarRingArea(ring as Position[]) > 0;
}

/** The land of each state that is drawn, in order of code. */
export function landFeatures(land: LandTopology): Feature<MultiPolygon, { code: string }>[] {
  const { geometries } = land.objects.units;
  const codes = [...new Set(geometries.map(({ properties }) => properties?.code as string))].sort();
  return codes.map((code) => {
    const merged = mergeArcs(
      land,
      geometries.filter(({ properties }) => properties?.code === code),
    );
    const geometry = cutAtAntimeridian(feature(land, merged).geometry as MultiPolygon);
    return roundFeature({ type: "Feature", properties: { code }, geometry: withoutFlatRings(geometry) }, 3);
  });
}

function withoutFlatRings({ coordinates }: MultiPolygon): MultiPolygon {
  const polygons = coordinates.filter(([outer]) => outer && hasArea(outer));
  return { type: "MultiPolygon", coordinates: polygons.map((rings) => rings.filter(hasArea)) };
}
