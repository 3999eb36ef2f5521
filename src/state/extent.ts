import type { Geometry } from "geojson";
import type { Dataset } from "../data/dataset.ts";
import type { EnergyRecord, Records } from "../data/records.ts";
import type { Position } from "../model/network.ts";
import type { Project } from "../model/records.ts";

/** Every point of a geometry. */
export function pointsOf(geometry: Geometry | null): readonly Position[] {
  if (!geometry) return [];
  if (geometry.type === "GeometryCollection") return geometry.geometries.flatMap(pointsOf);
  const flatten = (coordinates: unknown): Position[] => {
    const items = coordinates as readonly unknown[];
    return typeof items[0] === "number" ? [items as unknown as Position] : items.flatMap(flatten);
  };
  return flatten(geometry.coordinates);
}

/** What a record speaks of, by ids. */
interface Linked {
  readonly id: string;
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

/** Where a record lies: its own place, its places and lines, and those of the records it names. */
export function extentOf(
  record: Linked | Project | EnergyRecord,
  records: Records,
  dataset: Dataset,
): Extent {
  const linked: Linked = record;
  const named: readonly Linked[] = [
    ...records.projects.filter(({ id }) => linked.projects?.includes(id)),
    ...records.commitments.filter(({ id }) => linked.commitments?.includes(id)),
  ];
  const touching = [linked, ...named];
  const lines = new Set(touching.flatMap((one) => one.lines ?? []));
  const legs = dataset.network.legs.filter(({ line }) => lines.has(line)).map(({ id }) => id);
  const positions = touching.flatMap((one) => ("position" in one && one.position ? [one.position] : []));
  const course = "geometry" in record ? pointsOf(record.geometry) : [];
  return {
    ids: [linked.id, ...touching.flatMap((one) => one.places ?? []), ...legs],
    points: [...(positions as Position[]), ...course],
  };
}
