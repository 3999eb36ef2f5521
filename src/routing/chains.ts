import type { GraphPlace } from "./graph.ts";

/** No journey goes on after this arc: the line ends. */
export const endOfLine = -2;
/** A journey has a choice after this arc. */
export const choice = -1;

/**
 * Marks the mines and the vertices of their trucks: no journey but one to a mine goes on from there.
 */
export function findSideTracks(
  arcs: readonly { readonly tail: number; readonly head: number }[],
  placeOfVertex: Int32Array,
  places: readonly GraphPlace[],
): Uint8Array {
  const isMine = (vertex: number) => places[placeOfVertex[vertex] as number]?.type === "deposit";
  const isSideTrack = new Uint8Array(placeOfVertex.length).fill(1);
  for (const { tail, head } of arcs) if (!isMine(tail) && !isMine(head)) isSideTrack[tail] = 0;
  return isSideTrack;
}

/**
 * For each arc the only one on which a journey can go on, or `choice`, or `endOfLine`. Side tracks do not count,
 * nor does turning back on the same leg: what is gained by a handling at a place is never dearer or less possible
 * than going out and back between two handlings there (a test proves this of the real network).
 */
export function findOnward(
  { firstArc, arcHead, arcLeg }: { firstArc: Int32Array; arcHead: Int32Array; arcLeg: Int32Array },
  mainEnd: Int32Array,
): Int32Array {
  return arcHead.map((head, arc) => {
    let onward = endOfLine;
    for (let next = firstArc[head] as number; next < (mainEnd[head] as number); next++) {
      if (arcLeg[next] === arcLeg[arc]) continue;
      if (onward !== endOfLine) return choice;
      onward = next;
    }
    return onward;
  });
}
