import type { Feature, LineString, MultiLineString, Point, Position } from "geojson";
import { element, text } from "./xml.ts";

interface Caption {
  readonly name: string;
  readonly description: string;
}

/**
 * A GPX 1.1 file: waypoints first, then tracks, as its schema wants them (https://www.topografix.com/GPX/1/1/).
 * A line in several pieces is one track in several segments.
 */
export function gpx({
  name,
  waypoints,
  tracks,
}: {
  readonly name: string;
  readonly waypoints: readonly Feature<Point, Caption>[];
  readonly tracks: readonly Feature<LineString | MultiLineString, Caption>[];
}): string {
  const caption = (words: Caption) =>
    element("name", {}, text(words.name)) + element("desc", {}, text(words.description));
  const content = [
    element("metadata", {}, element("name", {}, text(name))),
    ...waypoints.map(({ geometry, properties }) => at("wpt", geometry.coordinates, caption(properties))),
    ...tracks.map(({ geometry, properties }) => {
      const pieces = geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates;
      const segments = pieces.map((piece) =>
        element("trkseg", {}, piece.map((position) => at("trkpt", position)).join("")),
      );
      return element("trk", {}, caption(properties) + segments.join(""));
    }),
  ];
  const root = { version: "1.1", creator: "Middle Corridor", xmlns: "http://www.topografix.com/GPX/1/1" };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element("gpx", root, content.join("\n"))}`;
}

function at(name: string, [lng, lat]: Position, content = ""): string {
  return element(name, { lat, lon: lng }, content);
}
