import geographicLib from "geographiclib-geodesic";
import type { Position } from "../src/model/network.ts";

/** The drawn way of a line or leg; straight between its positions in degrees. */
export type Course = readonly Position[];

/** A point on a course: so much of the way along the side that starts at `side`. */
export interface CoursePoint {
  readonly side: number;
  readonly fraction: number;
  readonly position: Position;
}

/** Kilometres between two positions on the WGS 84 ellipsoid (Karney 2013). */
export function geodesicKm([lng1, lat1]: Position, [lng2, lat2]: Position): number {
  return (geographicLib.Geodesic.WGS84.Inverse(lat1, lng1, lat2, lng2).s12 as number) / 1000;
}

/** Drawn length in kilometres on the ellipsoid. */
export function courseKm(course: Course): number {
  return sides(course).reduce((km, [a, b]) => km + geodesicKm(a, b), 0);
}

/** Each two neighbours of a course, in order. */
export function sides(course: Course): [Position, Position][] {
  return course.slice(1).map((b, i) => [course[i] as Position, b]);
}

/** The position so much of the way from `a` to `b`, straight in degrees. */
export function between([ax, ay]: Position, [bx, by]: Position, fraction: number): Position {
  return [ax + (bx - ax) * fraction, ay + (by - ay) * fraction];
}

/** The point of each side that is nearest to a place, on an Earth that is flat around that place. */
export function nearestPoints(course: Course, place: Position): CoursePoint[] {
  const scale = Math.cos((place[1] * Math.PI) / 180);
  return sides(course).map(([a, b], side) => {
    const [dx, dy] = [(b[0] - a[0]) * scale, b[1] - a[1]];
    const along = (place[0] - a[0]) * scale * dx + (place[1] - a[1]) * dy;
    const fraction = Math.min(1, Math.max(0, along / (dx * dx + dy * dy || 1)));
    return { side, fraction, position: between(a, b, fraction) };
  });
}

/** Cuts a course at points inside it; the points may come in any order. */
export function cutCourse(course: Course, points: readonly CoursePoint[]): Position[][] {
  const ordered = [...points].sort((a, b) => a.side - b.side || a.fraction - b.fraction);
  const parts: Position[][] = [];
  let part: Position[] = [course[0] as Position];
  let next = 1;
  for (const point of ordered) {
    for (; next <= point.side; next++) part.push(course[next] as Position);
    part.push(point.position);
    parts.push(withoutRepeats(part));
    part = [point.position];
  }
  parts.push(withoutRepeats([...part, ...course.slice(next)]));
  return parts;
}

function withoutRepeats(course: readonly Position[]): Position[] {
  return course.filter((p, i) => i === 0 || p[0] !== course[i - 1]?.[0] || p[1] !== course[i - 1]?.[1]);
}
