import type { Feature, FeatureCollection, Geometry, MultiPolygon } from "geojson";
import { roundFeature } from "../io.ts";
import { borderFeatures, controlLineFeatures } from "./basemap/borders.ts";
import { generalisedLand, landFeatures } from "./basemap/land.ts";
import { placeFeatures } from "./basemap/places.ts";
import { waterFeatures } from "./basemap/waters.ts";
import type { CountryArea } from "./countries.ts";
import { controlAreas, countries } from "./countries.ts";

/** Files of the basemap by name, as served under `basemap/`. */
export function basemap(): Record<string, FeatureCollection> {
  const land = generalisedLand();
  const landShown = landFeatures(land);
  return {
    "land.geojson": collect(landShown),
    "borders.geojson": collect([...borderFeatures(land), ...controlLineFeatures()]),
    "water.geojson": collect(waterFeatures()),
    "places.geojson": collect(placeFeatures(new Set(landShown.map(({ properties }) => properties.code)))),
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
