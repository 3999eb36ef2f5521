import type { Position } from "../../../src/model/network.ts";
import { highSeas } from "../../../src/model/vocabulary.ts";
import { between, type Course, geodesicKm, sides } from "../../course.ts";
import { countryAt, crossings, nearestCoast, type Owner } from "../countries.ts";

/** Breadth of the territorial sea: 12 nautical miles (UNCLOS, article 3). */
const territorialSeaKm = 22.224;

/** A stretch of a leg inside one state or on the high seas. */
export interface Piece {
  readonly owner: Owner;
  readonly km: number;
  /** A position inside the piece. */
  readonly position: Position;
}

export const openSea: Owner = { code: highSeas };

/** Pieces of a way over land, cut exactly where it crosses a border. */
export function landPieces(course: Course): Piece[] {
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
export function waterPieces(course: Course): Piece[] {
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
