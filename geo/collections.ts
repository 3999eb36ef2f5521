import type { Feature, FeatureCollection, LineString, Point } from "geojson";
import type { Figures, LegRecord, Names, NodeRecord } from "../src/model/network.ts";
import { interfaceLanguages } from "../src/model/vocabulary.ts";
import { round, roundFeature, sortById } from "./io.ts";
import type { CountedLeg } from "./steps/countryKm.ts";
import type { NodeInput, Section } from "./steps/network.ts";

/** Four decimals are about 10 m, finer than the lines are drawn. */
const decimals = 4;

/** One point to a node. */
export function nodeCollection(
  nodes: readonly NodeRecord[],
): FeatureCollection<Point, Omit<NodeRecord, "position">> {
  const features = nodes.map(({ position, ...properties }) => {
    const geometry: Point = { type: "Point", coordinates: [...position] };
    return roundFeature({ type: "Feature", geometry, properties } as const, decimals);
  });
  return { type: "FeatureCollection", features };
}

/**
 * One line to a leg, from its `from` to its `to`. Positions that rounding makes equal stay:
 * the road of a deposit that lies at its station has nothing else.
 */
export function legCollection(legs: readonly CountedLeg[]): FeatureCollection<LineString, LegRecord> {
  const features = legs.map((leg): Feature<LineString, LegRecord> => {
    const coordinates = leg.course.map((position) => position.map((degrees) => round(degrees, decimals)));
    return { type: "Feature", geometry: { type: "LineString", coordinates }, properties: legRecord(leg) };
  });
  return { type: "FeatureCollection", features };
}

/** A leg as it is served. */
export function legRecord({ course: _, ...leg }: CountedLeg): LegRecord {
  return leg;
}

/** The figures of places and sections, which are loaded when one is opened. */
export function collectFigures(nodes: readonly NodeInput[], sections: readonly Section[]): Figures {
  return {
    nodes: Object.fromEntries(
      sortById(nodes).flatMap(({ id, facts }) => (facts ? [[id, facts] as const] : [])),
    ),
    sections: sortById(sections).map(
      ({ lengthKm: _, lengthSource: __, capacity: ___, ...section }) => section,
    ),
  };
}

/** Names of places by id, a file for each language of the interface but English, which the network carries. */
export function nameFiles(
  places: readonly { readonly id: string; readonly names: Names }[],
): [string, string][] {
  return interfaceLanguages
    .filter((language) => language !== "en")
    .map((language) => {
      const names = places.flatMap(({ id, names }) =>
        names[language] ? [[id, names[language]] as const] : [],
      );
      return [`names/${language}.json`, `${JSON.stringify(Object.fromEntries(names))}\n`];
    });
}
