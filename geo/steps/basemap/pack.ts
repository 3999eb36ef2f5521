import type { Feature, FeatureCollection } from "geojson";
import { topology } from "topojson-server";
import type { Topology } from "topojson-specification";
import type { Names } from "../../../src/model/network.ts";
import { interfaceLanguages } from "../../../src/model/vocabulary.ts";

/** Steps of the grid that coordinates are kept on: 0.0009 degrees of longitude, about 70 m at the Caspian. */
const gridSteps = 4e5;

/**
 * All parts of the basemap in one topology, where a shore and a border that share a line share it.
 * Names are kept in the languages of the interface.
 */
export function packBasemap(parts: Readonly<Record<string, FeatureCollection>>): Topology {
  const packed = Object.entries(parts).map(([name, { features }]) => [
    name,
    { type: "FeatureCollection", features: features.map(withOwnNames) },
  ]);
  return topology(structuredClone(Object.fromEntries(packed)), gridSteps);
}

function withOwnNames(feature: Feature): Feature {
  const names = feature.properties?.["names"] as Names | undefined;
  return names ? { ...feature, properties: { ...feature.properties, names: ownNames(names) } } : feature;
}

function ownNames(names: Names): Record<string, string> {
  return Object.fromEntries(
    interfaceLanguages.flatMap((language) => (names[language] ? [[language, names[language]]] : [])),
  );
}
