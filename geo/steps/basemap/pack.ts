import type { FeatureCollection } from "geojson";
import { topology } from "topojson-server";
import type { Topology } from "topojson-specification";

/** Steps of the grid that coordinates are kept on: 0.0009 degrees of longitude, about 70 m at the Caspian. */
const gridSteps = 4e5;

/** All parts of the basemap in one topology, where a shore and a border that share a line share it. */
export function packBasemap(parts: Readonly<Record<string, FeatureCollection>>): Topology {
  return topology(structuredClone(parts), gridSteps);
}
