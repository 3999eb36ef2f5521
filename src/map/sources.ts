import type { Feature, FeatureCollection, LineString, Point } from "geojson";
import { addProtocol } from "maplibre-gl";
import type { Dataset } from "../data/dataset.ts";
import { mineralGroup } from "../model/minerals.ts";
import type { Names } from "../model/network.ts";
import { type BasemapPart, basemapParts, interfaceLanguages } from "../model/vocabulary.ts";
import type { ImportedLayer } from "../state/imported.ts";
import { shortName } from "../state/names.ts";
import { loadBasemapPart } from "./basemapPart.ts";

/** Sources that do not depend on the question, by name. */
export const fixedSources = [...basemapParts, "legs", "nodes", "deposits"] as const;
type FixedSource = (typeof fixedSources)[number];

const scheme = "corridor";

/** The address under which the map finds a source. */
export function sourceUrl(source: string): string {
  return `${scheme}://${source}`;
}

/** The address under which the map finds a file of the reader's own. */
export function importedUrl(id: string): string {
  return `${scheme}://imported/${id}`;
}

/**
 * Serves the map's fixed sources from the data the page has in memory,
 * so that nothing is fetched twice and a style stays small.
 */
export function serveSources(dataset: Dataset, imported: () => readonly ImportedLayer[]): void {
  const parts = Object.fromEntries(
    basemapParts.map((part) => [
      part,
      async () => collect((await loadBasemapPart(part)).features.map(withLabel)),
    ]),
  ) as Record<BasemapPart, () => Promise<FeatureCollection>>;
  const fixed: Record<FixedSource, () => Promise<FeatureCollection>> = {
    ...parts,
    legs: async () => collect(legFeatures(dataset)),
    nodes: async () => collect(nodeFeatures(dataset)),
    deposits: async () => collect(depositFeatures(dataset)),
  };
  addProtocol(scheme, async ({ url }) => {
    const layer = imported().find(({ id }) => importedUrl(id) === url);
    if (layer) return { data: collect(importedFeatures(layer)) };
    const makers: Readonly<Record<string, SourceMaker>> = { ...fixed, ...later };
    const make = makers[url.slice(sourceUrl("").length)];
    if (!make)
      throw new Error(`The map has no source "${url}"; use one of ${Object.keys(makers).join(", ")}`);
    return { data: await make() };
  });
}

type SourceMaker = () => FeatureCollection | Promise<FeatureCollection>;
let later: Readonly<Record<string, SourceMaker>> = {};

/** Adds sources that are only known once more data is loaded. */
export function serveLater(makers: Readonly<Record<string, SourceMaker>>): void {
  later = { ...later, ...makers };
}

function legFeatures({ network, courseById }: Dataset): Feature<LineString>[] {
  return network.legs.map(({ id, mode, gauge, quality, corridor }) => ({
    type: "Feature",
    properties: { id, mode, gauge, quality, corridor },
    geometry: { type: "LineString", coordinates: [...(courseById.get(id) ?? [])] },
  }));
}

function nodeFeatures({ network }: Dataset): Feature<Point>[] {
  return network.nodes
    .filter((node) => node.type !== "waypoint" && node.type !== "access")
    .map(({ id, type, names, position }) => ({
      type: "Feature",
      properties: { id, type, ...labels(names) },
      geometry: { type: "Point", coordinates: [...position] },
    }));
}

function depositFeatures({ network }: Dataset): Feature<Point>[] {
  return network.deposits.flatMap(({ id, names, position, stage, commodities }) =>
    position
      ? [
          {
            type: "Feature",
            properties: { id, stage, group: mineralGroup(commodities[0]), ...labels(names) },
            geometry: { type: "Point", coordinates: [...position] },
          } as const,
        ]
      : [],
  );
}

/** The places of a reader's file with the names they are labelled by; the rest of it stays in the table. */
function importedFeatures({ features }: ImportedLayer): Feature[] {
  return features.flatMap(({ geometry, properties }) => {
    const label = properties["name"] ?? properties["Name"] ?? properties["title"];
    return geometry ? [{ type: "Feature", properties: label ? { label: String(label) } : {}, geometry }] : [];
  });
}

function withLabel(item: Feature): Feature {
  const names = item.properties?.["names"] as Names | undefined;
  return names ? { ...item, properties: { ...item.properties, ...labels(names) } } : item;
}

/** `label-en`, `label-ar` ...: the name without what stands in brackets, which a map has no room for. */
export function labels(names: Names): Record<string, string> {
  return Object.fromEntries(
    interfaceLanguages.map((language) => [`label-${language}`, shortName(names[language] ?? names.en)]),
  );
}

function collect<F extends Feature>(features: F[]): FeatureCollection {
  return { type: "FeatureCollection", features };
}
