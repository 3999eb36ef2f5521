import type { Owner } from "../countries.ts";
import { openSea, type Piece } from "./pieces.ts";

/** Shorter pieces between two others are noise of the 1:10m polygons, which are good to about a kilometre. */
const sliverKm = 0.3;

/** States of the nodes a leg runs between; waypoints have none. */
export type Ends = readonly [from: string | undefined, to: string | undefined];

/** In an open strait only the approach to a port counts, for the port's own state. */
export function letPass(pieces: readonly Piece[], [from, to]: Ends): Piece[] {
  const approach = (state: string | undefined, inOrder: readonly Piece[]) => {
    const end = inOrder.findIndex((piece) => piece.owner.code !== state);
    return state === undefined ? 0 : end === -1 ? inOrder.length : end;
  };
  const first = approach(from, pieces);
  const last = pieces.length - approach(to, pieces.toReversed());
  return pieces.map((piece, i) => (i < first || i >= last ? piece : { ...piece, owner: openSea }));
}

function isSame(a: Owner, b: Owner): boolean {
  return a.code === b.code && a.controlledBy === b.controlledBy;
}

/** Joins neighbours of one owner. */
export function mergePieces(pieces: readonly Piece[]): Piece[] {
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
export function withoutSlivers(pieces: readonly Piece[], [from, to]: Ends): Piece[] {
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
