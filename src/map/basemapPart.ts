import type { FeatureCollection } from "geojson";
import { feature } from "topojson-client";
import type { GeometryObject, Topology } from "topojson-specification";
import { fetchOnce } from "../data/load.ts";
import type { BasemapPart } from "../model/vocabulary.ts";

/** One part of the basemap, as features. @throws Error where the file cannot be had or lacks the part */
export async function loadBasemapPart(part: BasemapPart): Promise<FeatureCollection> {
  const topology = await fetchOnce<Topology>("basemap.json");
  const object = topology.objects[part];
  if (!object) throw new Error(`basemap.json lacks "${part}"; build the data again`);
  return feature(topology, object as GeometryObject) as unknown as FeatureCollection;
}
