import { foldersToKML } from "@placemarkio/tokml";
import type { MapFile } from "./mapFile.ts";

/** A KML 2.2 file with one folder; sources stand below the description, where map programs make links of addresses. */
export function kml({ name, features }: MapFile): string {
  const placemarks = features.map(({ geometry, properties: { description, sources = [], ...others } }) => {
    const lines = sources.map(({ title, url }) => (url === undefined ? title : `${title}: ${url}`));
    const properties = { ...others, description: [description, ...lines].join("\n") };
    return { type: "Feature" as const, geometry, properties };
  });
  return foldersToKML({
    type: "root",
    children: [{ type: "folder", meta: { name }, children: placemarks }],
  });
}
