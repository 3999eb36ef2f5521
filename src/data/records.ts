import type { Feature, FeatureCollection, Geometry, Point } from "geojson";
import type { Energy } from "../model/energy.ts";
import type { Position } from "../model/network.ts";
import type { Commitment, Commodity, FoundingFact, Project, TimelineEvent } from "../model/records.ts";
import { fetchOnce } from "./load.ts";

/** A pipeline, terminal or cable with its course. */
export type EnergyRecord = Energy & { readonly geometry: Geometry };

/** What the files say beside the network: who promised what, what happened, what is dug and piped. */
export interface Records {
  readonly minerals: readonly Commodity[];
  readonly projects: readonly Project[];
  readonly commitments: readonly Commitment[];
  readonly events: readonly TimelineEvent[];
  readonly energy: readonly EnergyRecord[];
  readonly facts: readonly FoundingFact[];
}

/** The record files as they are served. */
export interface RecordFiles {
  readonly minerals: readonly Commodity[];
  readonly projects: FeatureCollection<Point | null, Omit<Project, "position">>;
  readonly commitments: readonly Commitment[];
  readonly events: readonly TimelineEvent[];
  readonly energy: FeatureCollection<Geometry, Energy>;
  readonly facts: readonly FoundingFact[];
}

/** Joins the properties of the GeoJSON files with their places. */
export function recordsOf({ projects, energy, ...lists }: RecordFiles): Records {
  const placed = ({ properties, geometry }: Feature<Point | null, Omit<Project, "position">>): Project =>
    geometry ? { ...properties, position: geometry.coordinates as Position } : properties;
  return {
    ...lists,
    projects: projects.features.map(placed),
    energy: energy.features.map(({ properties, geometry }) => ({ ...properties, geometry })),
  };
}

let loaded: Promise<Records> | undefined;

/** Loads every record once; a failed try is made again at the next call. */
export function loadRecords(): Promise<Records> {
  loaded ??= fetchRecords();
  loaded.catch(() => {
    loaded = undefined;
  });
  return loaded;
}

async function fetchRecords(): Promise<Records> {
  const [minerals, projects, commitments, events, energy, facts] = await Promise.all([
    fetchOnce<RecordFiles["minerals"]>("commodities.json"),
    fetchOnce<RecordFiles["projects"]>("projects.geojson"),
    fetchOnce<RecordFiles["commitments"]>("commitments.json"),
    fetchOnce<RecordFiles["events"]>("events.json"),
    fetchOnce<RecordFiles["energy"]>("energy.geojson"),
    fetchOnce<RecordFiles["facts"]>("founding-facts.json"),
  ]);
  return recordsOf({ minerals, projects, commitments, events, energy, facts });
}
