import type { Geometry, Position } from "geojson";
import type { Caption, MapFile } from "./mapFile.ts";
import { element, text } from "./xml.ts";

/**
 * A GPX 1.1 file: waypoints first, then tracks, as its schema wants them (https://www.topografix.com/GPX/1/1/).
 * Each point is a waypoint; the lines and rings of a feature are the segments of one track.
 */
export function gpx({ name, features }: MapFile): string {
  const content = [
    element("metadata", {}, element("name", {}, text(name))),
    ...features.flatMap(({ geometry, properties }) =>
      partsOf(geometry).points.map((position) => at("wpt", position, captionOf(properties))),
    ),
    ...features.flatMap(({ geometry, properties }) => {
      const segments = partsOf(geometry).lines.map((line) =>
        element("trkseg", {}, line.map((position) => at("trkpt", position)).join("")),
      );
      return segments.length > 0 ? [element("trk", {}, captionOf(properties) + segments.join(""))] : [];
    }),
  ];
  const root = { version: "1.1", creator: "Middle Corridor", xmlns: "http://www.topografix.com/GPX/1/1" };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element("gpx", root, content.join("\n"))}`;
}

/** A source is a link; one without an address is told by its title. */
function captionOf({ name, description, sources = [] }: Caption): string {
  const untraced = sources.filter(({ url }) => url === undefined).map(({ title }) => title);
  return [
    element("name", {}, text(name)),
    element("desc", {}, text(description)),
    ...(untraced.length > 0 ? [element("src", {}, text(untraced.join("; ")))] : []),
    ...sources.flatMap(({ url, title }) =>
      url === undefined ? [] : [element("link", { href: url }, element("text", {}, text(title)))],
    ),
  ].join("");
}

function at(name: string, [lng, lat]: Position, content = ""): string {
  return element(name, { lat, lon: lng }, content);
}

interface Parts {
  readonly points: readonly Position[];
  readonly lines: readonly Position[][];
}

function partsOf(geometry: Geometry): Parts {
  switch (geometry.type) {
    case "Point":
      return { points: [geometry.coordinates], lines: [] };
    case "MultiPoint":
      return { points: geometry.coordinates, lines: [] };
    case "LineString":
      return { points: [], lines: [geometry.coordinates] };
    case "MultiLineString":
    case "Polygon":
      return { points: [], lines: geometry.coordinates };
    case "MultiPolygon":
      return { points: [], lines: geometry.coordinates.flat() };
    case "GeometryCollection": {
      const parts = geometry.geometries.map(partsOf);
      return {
        points: parts.flatMap(({ points }) => points),
        lines: parts.flatMap(({ lines }) => lines),
      };
    }
  }
}
