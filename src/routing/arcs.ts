import type { Handling } from "../model/estimate.ts";
import type { Leg } from "../model/network.ts";
import type { GraphPlace } from "./places.ts";
import { handlingBetween, type Vehicle, vehicleOf } from "./transfers.ts";

/** The vertices of a graph: each place by each vehicle that leaves it, those of a place side by side. */
export interface Vertices {
  /** First vertex of each place, and the number of vertices at the end. */
  readonly firstVertex: Int32Array;
  readonly placeOfVertex: Int32Array;
  readonly vehicles: readonly Vehicle[];
}

/** One leg in one direction, followed by at most one handling at its end. */
export interface Arc {
  readonly tail: number;
  readonly head: number;
  readonly leg: number;
  readonly handling: Handling | undefined;
}

/**
 * Lays out the vertices.
 * @throws Error naming a leg whose end is not there or whose ends are one
 */
export function layVertices(
  places: readonly GraphPlace[],
  placeById: ReadonlyMap<string, number>,
  legs: readonly Leg[],
): Vertices {
  const vehiclesAt = places.map(() => new Set<Vehicle>());
  for (const leg of legs) {
    if (leg.from === leg.to)
      throw new Error(`Leg "${leg.id}": both ends are "${leg.from}"; split the circle`);
    for (const id of [leg.from, leg.to]) {
      const place = placeById.get(id);
      if (place === undefined) throw new Error(`Leg "${leg.id}": no node or deposit has the id "${id}"`);
      vehiclesAt[place]?.add(vehicleOf(leg));
    }
  }
  const firstVertex = new Int32Array(places.length + 1);
  const vehicles: Vehicle[] = [];
  const placeOfVertex: number[] = [];
  vehiclesAt.forEach((atPlace, place) => {
    for (const vehicle of [...atPlace].sort()) {
      vehicles.push(vehicle);
      placeOfVertex.push(place);
    }
    firstVertex[place + 1] = vehicles.length;
  });
  return { firstVertex, placeOfVertex: Int32Array.from(placeOfVertex), vehicles };
}

/** Lays out the arcs of all legs in both directions, in no particular order. */
export function layArcs(
  { firstVertex, vehicles }: Vertices,
  places: readonly GraphPlace[],
  placeById: ReadonlyMap<string, number>,
  legs: readonly Leg[],
): Arc[] {
  const arcs: Arc[] = [];
  legs.forEach((leg, index) => {
    const vehicle = vehicleOf(leg);
    for (const [from, to] of [
      [leg.from, leg.to],
      [leg.to, leg.from],
    ].map((ends) => ends.map((id) => placeById.get(id) as number)) as [number, number][]) {
      const tail = vehicles.indexOf(vehicle, firstVertex[from]);
      for (let head = firstVertex[to] as number; head < (firstVertex[to + 1] as number); head++) {
        const next = vehicles[head] as Vehicle;
        const handling = handlingBetween(places[to] as GraphPlace, vehicle, next);
        if (handling || next === vehicle) arcs.push({ tail, head, leg: index, handling });
      }
    }
  });
  return arcs;
}

/** The arcs by their tails; those onto side tracks stand last among the arcs of a vertex. */
export interface ArcIndex {
  readonly arcs: readonly Arc[];
  /** First arc of each vertex, and the number of arcs at the end. */
  readonly firstArc: Int32Array;
  /** End of the arcs of each vertex that are not onto side tracks. */
  readonly mainEnd: Int32Array;
}

/** Orders the arcs and says where those of each vertex stand. */
export function indexArcs(unordered: readonly Arc[], isSideTrack: Uint8Array): ArcIndex {
  const rank = ({ head }: Arc) => isSideTrack[head] as number;
  const arcs = [...unordered].sort(
    (a, b) => a.tail - b.tail || rank(a) - rank(b) || a.leg - b.leg || a.head - b.head,
  );
  const size = isSideTrack.length;
  const firstArc = new Int32Array(size + 1);
  for (const { tail } of arcs) firstArc[tail + 1] = (firstArc[tail + 1] as number) + 1;
  for (let vertex = 0; vertex < size; vertex++) {
    firstArc[vertex + 1] = (firstArc[vertex + 1] as number) + (firstArc[vertex] as number);
  }
  const mainEnd = firstArc.slice(0, size);
  for (const arc of arcs) if (rank(arc) === 0) mainEnd[arc.tail] = (mainEnd[arc.tail] as number) + 1;
  return { arcs, firstArc, mainEnd };
}

/** Marks the mines and the vertices of their trucks: no journey but one to a mine goes on from there. */
export function findSideTracks(
  arcs: readonly Arc[],
  { placeOfVertex }: Vertices,
  places: readonly GraphPlace[],
): Uint8Array {
  const isMine = (vertex: number) => places[placeOfVertex[vertex] as number]?.type === "deposit";
  const isSideTrack = new Uint8Array(placeOfVertex.length).fill(1);
  for (const { tail, head } of arcs) if (!isMine(tail) && !isMine(head)) isSideTrack[tail] = 0;
  return isSideTrack;
}

/** No journey goes on after this arc: the line ends. */
export const endOfLine = -2;
/** A journey has a choice after this arc. */
export const choice = -1;

/**
 * For each arc the only one on which a journey can go on, or `choice`, or `endOfLine`. Side tracks do not count,
 * nor does turning back on the same leg: what a place does to the cargo is never dearer, nor less possible,
 * than to do it in two parts with a way out and back between (a test proves this of the real network).
 */
export function findOnward({ arcs, firstArc, mainEnd }: ArcIndex): Int32Array {
  return Int32Array.from(arcs, ({ head, leg }) => {
    let onward = endOfLine;
    for (let next = firstArc[head] as number; next < (mainEnd[head] as number); next++) {
      if (arcs[next]?.leg === leg) continue;
      if (onward !== endOfLine) return choice;
      onward = next;
    }
    return onward;
  });
}
