import type { NodeRecord } from "../../../src/model/network.ts";
import { type CoursePoint, courseKm, cutCourse, geodesicKm } from "../../course.ts";
import type { DraftLeg } from "./schemas.ts";

/** A node this near to a bend of a railway stands on it: the precision of the drawing's five decimals. */
const onLineKm = 0.05;

/** Cuts a railway at the stations of its gauge that it runs through. */
export function splitAtNodes(leg: DraftLeg, nodes: readonly NodeRecord[]): DraftLeg[] {
  const stops: Stop[] = [];
  for (const [side, position] of leg.course.entries()) {
    if (side === 0 || side === leg.course.length - 1) continue;
    const node = nodes.find(
      (candidate) =>
        leg.gauge !== undefined &&
        candidate.gauges?.includes(leg.gauge) &&
        Math.abs(candidate.position[1] - position[1]) < 0.01 &&
        geodesicKm(candidate.position, position) <= onLineKm,
    );
    if (node && node.id !== leg.from && node.id !== leg.to) {
      stops.push({ node: node.id, point: { side, fraction: 0, position } });
    }
  }
  return splitLeg(leg, stops);
}

/** A place where a leg is cut, and the node that stands there. */
export interface Stop {
  readonly node: string;
  readonly point: CoursePoint;
}

/** Cuts a leg at its stops. The parts share the leg's length by what is drawn of each. */
export function splitLeg(leg: DraftLeg, stops: readonly Stop[]): DraftLeg[] {
  if (stops.length === 0) return [leg];
  const ordered = [...stops].sort(
    (a, b) => a.point.side - b.point.side || a.point.fraction - b.point.fraction,
  );
  const ids = [leg.from, ...ordered.map((stop) => stop.node), leg.to];
  const courses = cutCourse(
    leg.course,
    ordered.map((stop) => stop.point),
  );
  const drawnKm = courses.map(courseKm);
  const total = drawnKm.reduce((sum, km) => sum + km, 0);
  return courses.map((course, i) => {
    const [from, to] = [ids[i] as string, ids[i + 1] as string];
    const km = drawnKm[i] as number;
    return {
      ...leg,
      id: `${from}-${to}`,
      from,
      to,
      course,
      drawnKm: km,
      lengthKm: (leg.lengthKm * km) / total,
    };
  });
}
