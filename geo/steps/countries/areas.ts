import { difference, featureCollection, intersect, multiPolygon } from "@turf/turf";
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from "geojson";
import type { Names } from "../../../src/model/network.ts";
import { readJson } from "../../io.ts";
import { once } from "../../once.ts";
import { dissolve, landUnits } from "./units.ts";

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

type ControlInput = FeatureCollection<
  Polygon | null,
  Omit<ControlArea, "code" | "geometry"> & { owner: string }
>;

/**
 * The areas under Russian control, clipped to their owner's land and without overlap.
 * @throws Error where a drawn area does not touch its owner's land
 */
export const controlAreas = once((): readonly ControlArea[] => {
  const input = readJson<ControlInput>(new URL("../../inputs/control-areas.geojson", import.meta.url));
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
