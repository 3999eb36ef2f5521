import type { LineString, MultiLineString } from "geojson";
import type { Position } from "../model/network.ts";
import type { Route } from "../model/route.ts";

/**
 * The drawn course of a route, or of some of its steps, in travel order. Where it crosses the antimeridian it is cut there
 * (RFC 7946, section 3.1.9), and a route without legs is an empty line.
 * @param courseById the course of each leg from its `from` to its `to`
 * @throws Error where a leg has no course
 */
export function geometryOf(
  route: Pick<Route, "steps">,
  courseById: ReadonlyMap<string, readonly Position[]>,
): LineString | MultiLineString {
  const course: Position[] = [];
  for (const step of route.steps) {
    if (step.kind !== "leg") continue;
    const drawn = courseById.get(step.id);
    if (!drawn) throw new Error(`Leg "${step.id}": no course; load legs.geojson of the same version`);
    for (const position of step.reversed ? drawn.toReversed() : drawn) {
      const last = course.at(-1);
      if (!last || last[0] !== position[0] || last[1] !== position[1]) course.push(position);
    }
  }
  const lines = cutAtAntimeridian(course);
  return lines.length === 1
    ? { type: "LineString", coordinates: lines[0] as Position[] }
    : { type: "MultiLineString", coordinates: lines };
}

function cutAtAntimeridian(course: readonly Position[]): Position[][] {
  let line: Position[] = [];
  const lines = [line];
  let previous: Position | undefined;
  for (const position of course) {
    if (previous && Math.abs(position[0] - previous[0]) > 180) {
      const edge = previous[0] > 0 ? 180 : -180;
      const beyond = position[0] + 2 * edge;
      const share = (edge - previous[0]) / (beyond - previous[0]);
      const latitude = previous[1] + share * (position[1] - previous[1]);
      line.push([edge, latitude]);
      line = [[-edge, latitude]];
      lines.push(line);
    }
    line.push(position);
    previous = position;
  }
  return lines;
}
