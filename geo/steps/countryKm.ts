import type { LegRecord, NodeRecord } from "../../src/model/network.ts";
import { round } from "../io.ts";
import type { Problem } from "../problem.ts";
import { letPass, mergePieces, withoutSlivers } from "./countryKm/merge.ts";
import { applyOverrides, type BorderOverride, foreignStretches } from "./countryKm/overrides.ts";
import { landPieces, waterPieces } from "./countryKm/pieces.ts";
import { sumUp } from "./countryKm/sumUp.ts";
import type { DraftLeg } from "./network.ts";

export { type BorderOverride, overrideSchema } from "./countryKm/overrides.ts";

/** A leg as it is served, with its course. */
export type CountedLeg = LegRecord & Pick<DraftLeg, "course">;

/**
 * Gives every leg its kilometres by state. Land counts for the state whose polygon it lies in;
 * water within 12 nautical miles of a coast for the state of the nearest coast, which cuts it at the median line;
 * the rest is the high seas, `XZ`. Kilometres are scaled to the leg's length and rounded to 100 m.
 */
export function countLegs(
  legs: readonly DraftLeg[],
  nodes: readonly NodeRecord[],
  overrides: readonly BorderOverride[],
): { legs: CountedLeg[]; warnings: Problem[] } {
  const countryOf = new Map(nodes.map((node) => [node.id, node.country]));
  const warnings: Problem[] = [];
  const counted = legs.map(({ innocentPassage, ...rest }): CountedLeg => {
    const leg = { ...rest, lengthKm: round(rest.lengthKm, 1), drawnKm: round(rest.drawnKm, 1) };
    const ends = [countryOf.get(leg.from), countryOf.get(leg.to)] as const;
    // A road to a deposit stays in the state of its railway: joinDeposits saw to that.
    if (leg.access && ends[1]) return { ...leg, countries: [{ code: ends[1], km: leg.lengthKm }] };
    const isWater = leg.mode === "sea" || leg.mode === "ferry";
    const drawn = isWater ? waterPieces(leg.course) : landPieces(leg.course);
    const open = innocentPassage === undefined ? drawn : letPass(drawn, ends);
    const own = overrides.filter((override) => override.line === leg.line);
    const pieces = withoutSlivers(mergePieces(applyOverrides(leg.id, open, own, warnings)), ends);
    if (!isWater) warnings.push(...foreignStretches(leg.id, pieces, ends, own));
    return { ...leg, countries: sumUp(pieces, leg.lengthKm) };
  });
  return { legs: counted, warnings };
}
