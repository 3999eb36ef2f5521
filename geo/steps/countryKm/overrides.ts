import * as v from "valibot";
import { countryCodeSchema, idSchema, type Position } from "../../../src/model/network.ts";
import type { Problem } from "../../problem.ts";
import { countryAt, kmPerDegree } from "../countries.ts";
import type { Ends } from "./merge.ts";
import type { Piece } from "./pieces.ts";

/** How far from a border a stretch may lie that is counted for the state of its stations. */
const overrideReachKm = 2;

/**
 * What was decided about a line between two places of one state that is drawn in another one:
 * it counts for the state `countsFor`, or, without it, the crossing is real and stays.
 */
export const overrideSchema = v.strictObject({
  line: idSchema,
  drawnIn: countryCodeSchema,
  countsFor: v.optional(countryCodeSchema),
  reason: v.string(),
  source: v.optional(v.string()),
});
export type BorderOverride = v.InferOutput<typeof overrideSchema>;

/** The pieces of a leg as they were decided to count; `warnings` grows by decisions that reach too far. */
export function applyOverrides(
  leg: string,
  pieces: readonly Piece[],
  overrides: readonly BorderOverride[],
  warnings: Problem[],
): Piece[] {
  return pieces.map((piece) => {
    const found = overrides.find((candidate) => candidate.drawnIn === piece.owner.code);
    if (!found?.countsFor) return piece;
    if (isNear(piece.position, found.countsFor)) return { ...piece, owner: { code: found.countsFor } };
    warnings.push({
      id: "border-override",
      place: leg,
      problem: `a stretch in ${found.drawnIn} lies more than ${overrideReachKm} km from ${found.countsFor}; not overridden`,
      remedy: "draw the line again in geo/inputs/lines.geojson",
      position: piece.position,
    });
    return piece;
  });
}

/** Whether a state's land lies within the reach of an override, looked for in sixteen directions. */
function isNear([lng, lat]: Position, code: string): boolean {
  const kmPerLng = kmPerDegree * Math.cos((lat * Math.PI) / 180);
  for (let step = 0; step < 16; step++) {
    const angle = (step / 8) * Math.PI;
    for (const km of [overrideReachKm / 2, overrideReachKm]) {
      const near: Position = [
        lng + (Math.cos(angle) * km) / kmPerLng,
        lat + (Math.sin(angle) * km) / kmPerDegree,
      ];
      if (countryAt(near)?.code === code) return true;
    }
  }
  return false;
}

/** A way between two places of one state that leaves it: a real crossing or a drawing error. */
export function foreignStretches(
  leg: string,
  pieces: readonly Piece[],
  ends: Ends,
  decided: readonly BorderOverride[],
): Problem[] {
  return pieces
    .filter(
      ({ owner }) => !ends.includes(owner.code) && !decided.some(({ drawnIn }) => drawnIn === owner.code),
    )
    .map(({ owner, km, position }) => ({
      id: "foreign-stretch",
      place: leg,
      problem: `${km.toFixed(1)} km in ${owner.code} between ${ends.map((end) => end ?? "?").join(" and ")}`,
      remedy: "list it as real or as an override in geo/inputs/borders-overrides.json, or draw it again",
      position,
    }));
}
