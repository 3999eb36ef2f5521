import { area, booleanPointInPolygon, centerOfMass, pointOnFeature } from "@turf/turf";
import type { Feature, MultiPolygon, Point, Polygon } from "geojson";
import type { Names, Position } from "../../../src/model/network.ts";
import { readJson, roundFeature } from "../../io.ts";
import { countries } from "../countries.ts";

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

/** Label points: the states that are drawn (named by the reader's own language tables), cities and waters. */
export function placeFeatures(codesShown: ReadonlySet<string>): Feature<Point, PlaceProperties>[] {
  const inputs = readJson<PlaceInputs>(new URL("../../inputs/places.json", import.meta.url));
  const labels = countries()
    .filter(({ code }) => codesShown.has(code))
    .map((country) => {
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
