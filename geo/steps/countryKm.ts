import * as v from "valibot";
import {
  type CountryKm,
  countryCodeSchema,
  idSchema,
  type LegRecord,
  type NodeRecord,
  type Position,
} from "../../src/model/network.ts";
import { highSeas } from "../../src/model/vocabulary.ts";
import type { Problem } from "../checks.ts";
import { between, geodesicKm, sides } from "../course.ts";
import { round } from "../io.ts";
import { countryAt, crossings, nearestCoast, type Owner } from "./countries.ts";
import type { DraftLeg } from "./network.ts";

/** Breadth of the territorial sea: 12 nautical miles (UNCLOS, article 3). */
export const territorialSeaKm = 22.224;

/** Shorter pieces between two others are noise of the 1:10m polygons, which are good to about a kilometre. */
export const sliverKm = 0.3;

/** How far from a border a stretch may lie that is counted for the state of its stations. */
export const overrideReachKm = 2;

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

/** A stretch of a leg inside one state or on the high seas. */
interface Piece {
  readonly owner: Owner;
  readonly km: number;
  /** A position inside the piece. */
  readonly position: Position;
}

const openSea: Owner = { code: highSeas };

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
    const pieces = withoutSlivers(
      mergePieces(open.map((piece) => override(piece, own, leg, warnings))),
      ends,
    );
    if (!isWater) warnings.push(...suspects(leg, pieces, ends, own));
    return { ...leg, countries: sumUp(pieces, leg.lengthKm) };
  });
  return { legs: counted, warnings };
}

/** A leg as it is served, with its course. */
export type CountedLeg = LegRecord & Pick<DraftLeg, "course">;

type Ends = readonly [from: string | undefined, to: string | undefined];

/** Pieces of a way over land, cut exactly where it crosses a border. */
function landPieces(course: DraftLeg["course"]): Piece[] {
  return sides(course).flatMap(([a, b]) => {
    const cuts = [0, ...crossings(a, b), 1];
    const sideKm = geodesicKm(a, b);
    return cuts.slice(1).map((cut, i) => {
      const start = cuts[i] as number;
      const position = between(a, b, (start + cut) / 2);
      return { owner: ownerOnLand(position), km: sideKm * (cut - start), position };
    });
  });
}

/** Bridges, tunnels and shores that the generalised coast cuts off belong to the nearest coast. */
function ownerOnLand(position: Position): Owner {
  const owner = countryAt(position) ?? nearestCoast(position, territorialSeaKm);
  if (!owner)
    throw new Error(`[${position}]: a way over land runs more than 12 miles off the coast; draw it again`);
  return plainOwner(owner);
}

/** Step between samples of the water near a coast, in kilometres; the error of a boundary is half of it. */
const sampleKm = 0.5;

/** How far the nearest coast is looked for on the open sea, in kilometres. */
const farKm = 250;

/** Pieces of a way over water, found by sampling: closely near coasts, in long strides far from them. */
function waterPieces(course: DraftLeg["course"]): Piece[] {
  return sides(course).flatMap(([a, b]) => {
    const sideKm = geodesicKm(a, b);
    const pieces: Piece[] = [];
    for (let km = 0; km < sideKm; ) {
      const start = between(a, b, km / sideKm);
      const coastKm = nearestCoast(start, farKm)?.km ?? farKm;
      // Until it has gone the rest of the way to the nearest territorial sea, a ship cannot be in it;
      // 5 % are kept for the flat Earth of the measurement.
      const strideKm = countryAt(start) ? sampleKm : Math.max(sampleKm, (coastKm - territorialSeaKm) * 0.95);
      const pieceKm = Math.min(strideKm, sideKm - km);
      const position = between(a, b, (km + pieceKm / 2) / sideKm);
      pieces.push({ owner: ownerOnWater(position), km: pieceKm, position });
      km += pieceKm;
    }
    return pieces;
  });
}

function ownerOnWater(position: Position): Owner {
  return plainOwner(countryAt(position) ?? nearestCoast(position, territorialSeaKm) ?? openSea);
}

/** Owners compare and print without the distance that `nearestCoast` adds. */
function plainOwner({ code, controlledBy }: Owner): Owner {
  return controlledBy === undefined ? { code } : { code, controlledBy };
}

/** In an open strait only the approach to a port counts, for the port's own state. */
function letPass(pieces: readonly Piece[], [from, to]: Ends): Piece[] {
  const approach = (state: string | undefined, inOrder: readonly Piece[]) => {
    const end = inOrder.findIndex((piece) => piece.owner.code !== state);
    return state === undefined ? 0 : end === -1 ? inOrder.length : end;
  };
  const first = approach(from, pieces);
  const last = pieces.length - approach(to, pieces.toReversed());
  return pieces.map((piece, i) => (i < first || i >= last ? piece : { ...piece, owner: openSea }));
}

function override(
  piece: Piece,
  overrides: readonly BorderOverride[],
  leg: { readonly id: string },
  warnings: Problem[],
): Piece {
  const found = overrides.find((candidate) => candidate.drawnIn === piece.owner.code);
  if (!found?.countsFor) return piece;
  if (!isNear(piece.position, found.countsFor)) {
    warnings.push({
      id: "border-override",
      place: leg.id,
      problem: `a stretch in ${found.drawnIn} lies more than ${overrideReachKm} km from ${found.countsFor}; not overridden`,
      remedy: "draw the line again in geo/inputs/lines.geojson",
      position: piece.position,
    });
    return piece;
  }
  return { ...piece, owner: { code: found.countsFor } };
}

/** Whether a state's land lies within the reach of an override, looked for in sixteen directions. */
function isNear([lng, lat]: Position, code: string): boolean {
  const kmPerDegree = 111.2;
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

function isSame(a: Owner, b: Owner): boolean {
  return a.code === b.code && a.controlledBy === b.controlledBy;
}

function mergePieces(pieces: readonly Piece[]): Piece[] {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (last && isSame(last.owner, piece.owner)) {
      merged[merged.length - 1] = { ...last, km: last.km + piece.km };
    } else {
      merged.push(piece);
    }
  }
  return merged;
}

/** Gives slivers to the longer neighbour, the shortest first; an end in its own node's state is none. */
function withoutSlivers(pieces: readonly Piece[], [from, to]: Ends): Piece[] {
  const isSliver = (piece: Piece, i: number, all: readonly Piece[]) =>
    piece.km < sliverKm &&
    !(i === 0 && piece.owner.code === from) &&
    !(i === all.length - 1 && piece.owner.code === to);
  let rest = [...pieces];
  while (rest.length > 1) {
    const slivers = rest.filter(isSliver).sort((a, b) => a.km - b.km);
    const sliver = slivers[0];
    if (!sliver) break;
    const i = rest.indexOf(sliver);
    const [before, after] = [rest[i - 1], rest[i + 1]];
    const neighbour = !before || (after && after.km > before.km) ? (after as Piece) : before;
    rest = mergePieces(
      rest.map((piece) => (piece === sliver ? { ...piece, owner: neighbour.owner } : piece)),
    );
  }
  return rest;
}

/** A way between two places of one state that leaves it: a real crossing or a drawing error. */
function suspects(
  leg: { readonly id: string },
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
      place: leg.id,
      problem: `${km.toFixed(1)} km in ${owner.code} between ${ends.map((end) => end ?? "?").join(" and ")}`,
      remedy: "list it as real or as an override in geo/inputs/borders-overrides.json, or draw it again",
      position,
    }));
}

/** Sums pieces by state and shares the leg's length out to them, in whole 100 m that add up. */
function sumUp(pieces: readonly Piece[], lengthKm: number): CountryKm[] {
  const drawnKm = pieces.reduce((km, piece) => km + piece.km, 0);
  const sums = new Map<string, { owner: Owner; km: number }>();
  for (const { owner, km } of pieces) {
    const key = `${owner.code}${owner.controlledBy ?? ""}`;
    sums.set(key, { owner, km: (sums.get(key)?.km ?? 0) + km });
  }
  const tenths = [...sums.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { owner, km }]) => ({ owner, exact: (km / drawnKm) * lengthKm * 10 }));
  const counts = tenths.map(({ exact }) => Math.floor(exact));
  const left = Math.round(lengthKm * 10) - counts.reduce((sum, count) => sum + count, 0);
  const byRemainder = tenths
    .map(({ exact }, i) => ({ i, remainder: exact - Math.floor(exact) }))
    .sort((a, b) => b.remainder - a.remainder);
  for (const { i } of byRemainder.slice(0, left)) counts[i] = (counts[i] as number) + 1;
  return tenths
    .map(({ owner }, i): CountryKm => ({ ...owner, km: round((counts[i] as number) / 10, 1) }))
    .filter(({ km }) => km > 0);
}
