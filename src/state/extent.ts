import type { Geometry } from "geojson";
import type { Dataset } from "../data/dataset.ts";
import type { RecordBook } from "../data/records/book.ts";
import type { Position } from "../model/network.ts";

/** Every point of a geometry. */
export function pointsOf(geometry: Geometry | null | undefined): readonly Position[] {
  if (!geometry) return [];
  if (geometry.type === "GeometryCollection") return geometry.geometries.flatMap(pointsOf);
  const flatten = (coordinates: unknown): Position[] => {
    const items = coordinates as readonly unknown[];
    return typeof items[0] === "number" ? [items as unknown as Position] : items.flatMap(flatten);
  };
  return flatten(geometry.coordinates);
}

/** What a record may say of where it is; places, lines and records by their ids. */
interface Located {
  readonly position?: Position | undefined;
  readonly geometry?: Geometry;
  readonly places?: readonly string[];
  readonly lines?: readonly string[];
  readonly projects?: readonly string[];
  readonly commitments?: readonly string[];
}

/** Legs and places, and points beside them, that a record touches. */
export interface Extent {
  readonly ids: readonly string[];
  readonly points: readonly Position[];
}

/**
 * Where a record lies: its own place, its places and lines, and those of the records it names.
 * @param id of a record, a place or a leg
 */
export function extentOf(id: string, { byId }: Pick<RecordBook, "byId">, { network }: Dataset): Extent {
  const record: Located = byId.get(id)?.record ?? {};
  const named = [...(record.projects ?? []), ...(record.commitments ?? [])];
  const touching = [record, ...named.map((other): Located => byId.get(other)?.record ?? {})];
  const lines = new Set(touching.flatMap((one) => one.lines ?? []));
  const legs = network.legs.filter(({ line }) => lines.has(line));
  return {
    ids: [id, ...touching.flatMap(({ places }) => places ?? []), ...legs.map((leg) => leg.id)],
    points: [
      ...touching.flatMap(({ position }) => (position ? [position] : [])),
      ...pointsOf(record.geometry),
    ],
  };
}
