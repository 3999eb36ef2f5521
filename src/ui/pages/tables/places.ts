import type { LineString, MultiPoint, Point } from "geojson";
import type { Dataset } from "../../../data/dataset.ts";
import type { Row } from "../../../export/table.ts";
import type { Position } from "../../../model/network.ts";
import { positionOf } from "../../../state/names.ts";

export function pointAt(position: Position | undefined): Point | null {
  return position ? { type: "Point", coordinates: [...position] } : null;
}

/** Those of the places that are known by coordinates. */
export function pointsAt(places: readonly string[], dataset: Dataset): MultiPoint | null {
  const positions = places.flatMap((id) => {
    const position = positionOf(dataset, id);
    return position ? [[...position]] : [];
  });
  return positions.length > 0 ? { type: "MultiPoint", coordinates: positions } : null;
}

export function lineAlong(course: readonly Position[] | undefined): LineString | null {
  return course ? { type: "LineString", coordinates: course.map((point) => [...point]) } : null;
}

/** The courses of lines of the network, a piece for each of their legs; nothing where none is named. */
export function linesAlong(lines: readonly string[], { network, courseById }: Dataset): Pick<Row, "lines"> {
  const legs = network.legs.filter(({ line }) => lines.includes(line));
  const pieces = legs.flatMap(({ id }) => {
    const course = lineAlong(courseById.get(id));
    return course ? [course.coordinates] : [];
  });
  return pieces.length > 0 ? { lines: { type: "MultiLineString", coordinates: pieces } } : {};
}
