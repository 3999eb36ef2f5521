import type { CountryKm, Position } from "../../src/model/network.ts";
import { geodesicKm } from "../course.ts";
import type { Problem } from "../problem.ts";
import type { Checked } from "./checked.ts";

/** Track gauges in the network, in millimetres. */
const knownGauges = [1067, 1435, 1520, 1676];

/**
 * A leg may end this far from its node: the four decimals of its course are 11 m, so the ends of one place
 * lie up to 16 m apart. Wider gaps are drawing errors.
 */
const endReachKm = 0.02;

/** Half of the 100 m that kilometres by state are rounded to, with room for binary fractions. */
const sumToleranceKm = 0.051;

export function endsMeetNodes({ nodes, legs, deposits }: Checked): Problem[] {
  const positions = new Map([...nodes, ...deposits].map(({ id, position }) => [id, position]));
  return legs.flatMap((leg) => {
    const ends: [string, Position | undefined][] = [
      [leg.from, leg.course[0]],
      [leg.to, leg.course.at(-1)],
    ];
    return ends.flatMap(([id, end]) => {
      const position = positions.get(id);
      const gapKm = position && end ? geodesicKm(position, end) : 0;
      if (gapKm <= endReachKm) return [];
      return [
        {
          id: "ends-meet-nodes",
          place: leg.id,
          problem: `its end lies ${gapKm.toFixed(2)} km from "${id}"`,
          remedy: `start or end the line at the node's position`,
          position: end,
        },
      ];
    });
  });
}

export function finiteCourses({ legs }: Checked): Problem[] {
  const isWrong = ([lng, lat]: Position) =>
    !(Math.abs(lng) <= 180 && Math.abs(lat) <= 90) || !Number.isFinite(lng + lat);
  return legs
    .filter((leg) => leg.course.length < 2 || leg.course.some(isWrong) || !(leg.lengthKm > 0))
    .map((leg) => ({
      id: "finite-courses",
      place: leg.id,
      problem: `has ${leg.course.length} positions, ${leg.lengthKm} km, or coordinates out of range`,
      remedy: "draw it in geo/inputs/lines.geojson",
    }));
}

export function gauges({ legs }: Checked): Problem[] {
  return legs
    .filter(({ mode, gauge }) =>
      mode === "rail" ? gauge === undefined || !knownGauges.includes(gauge) : gauge !== undefined,
    )
    .map(({ id, mode, gauge }) => ({
      id: "gauges",
      place: id,
      problem: `${mode} with gauge ${gauge ?? "unknown"}`,
      remedy: `railways have one of ${knownGauges.join(", ")}, other modes none`,
    }));
}

/** Two gauges meet only in a node that lists both: there the cargo changes wagons or the wagons bogies. */
export function gaugeContinuity({ nodes, legs }: Checked): Problem[] {
  const met = new Map<string, Set<number>>();
  for (const { from, to, gauge } of legs) {
    if (gauge === undefined) continue;
    for (const id of [from, to]) met.set(id, (met.get(id) ?? new Set<number>()).add(gauge));
  }
  return nodes.flatMap((node) => {
    const missing = [...(met.get(node.id) ?? [])].filter((gauge) => !node.gauges?.includes(gauge));
    if (missing.length === 0) return [];
    return [
      {
        id: "gauge-continuity",
        place: node.id,
        problem: `a ${missing.join(" and ")} mm railway ends here, the node lists ${node.gauges ?? "none"}`,
        remedy: "list the gauge if both meet here, else correct the line",
        position: node.position,
      },
    ];
  });
}

export function sums({ legs }: Checked): Problem[] {
  const total = (countries: readonly CountryKm[]) => countries.reduce((sum, { km }) => sum + km, 0);
  return legs
    .filter((leg) => Math.abs(total(leg.countries) - leg.lengthKm) > sumToleranceKm)
    .map((leg) => ({
      id: "sums",
      place: leg.id,
      problem: `its states sum to ${total(leg.countries).toFixed(1)} km of ${leg.lengthKm}`,
      remedy: "a fault of geo/steps/countryKm.ts",
    }));
}

export function corridorStaysOutOfRussia({ legs }: Checked): Problem[] {
  return legs
    .filter((leg) => leg.corridor && leg.countries.some((c) => c.code === "RU" || c.controlledBy === "RU"))
    .map((leg) => ({
      id: "corridor-stays-out-of-russia",
      place: leg.id,
      problem: "a leg of the trunk has kilometres in Russia or in an area it controls",
      remedy: "draw the line again, or take it out of geo/inputs/corridor.json",
      position: leg.course[0],
    }));
}
