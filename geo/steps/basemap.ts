import type { Feature, FeatureCollection, Geometry, MultiPolygon } from "geojson";
import type { BasemapPart } from "../../src/model/vocabulary.ts";
import { roundFeature } from "../io.ts";
import { borderFeatures, controlLineFeatures } from "./basemap/borders.ts";
import { generalisedLand, landFeatures } from "./basemap/land.ts";
import { placeFeatures } from "./basemap/places.ts";
import { waterFeatures } from "./basemap/waters.ts";
import type { CountryArea } from "./countries.ts";
import { controlAreas, countries } from "./countries.ts";

/** Parts of the basemap by name, as the page's map knows them. */
export function basemap(): Record<BasemapPart, FeatureCollection> {
  const land = generalisedLand();
  const landShown = landFeatures(land);
  return {
    land: collect(landShown),
    control: collect(controlFeatures()),
    borders: collect([...borderFeatures(land), ...controlLineFeatures()]),
    water: collect(waterFeatures()),
    places: collect(placeFeatures(new Set(landShown.map(({ properties }) => properties.code)))),
  };
}

/** Areas that a state holds beyond its recognised land, as drawn over the map; two decimals, about 1 km. */
function controlFeatures(): Feature<MultiPolygon, { code: string; controlledBy: string }>[] {
  return controlAreas().map(({ code, controlledBy, geometry }) =>
    roundFeature({ type: "Feature", properties: { code, controlledBy }, geometry }, 2),
  );
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
