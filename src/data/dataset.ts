import type { Feature, FeatureCollection, LineString, Point } from "geojson";
import type { Factor, Factors } from "../model/factors.ts";
import type { Manifest } from "../model/manifest.ts";
import type { Deposit, Leg, Network, Node, Position } from "../model/network.ts";
import { type FactorId, factorIds } from "../model/vocabulary.ts";

export type NodeFeature = Feature<Point, Omit<Node, "position">>;
export type LegFeature = Feature<LineString, Leg>;
export type DepositFeature = Feature<Point | null, Omit<Deposit, "position">>;

/** The files of the first view as they are served. */
export interface DataFiles {
  readonly manifest: Manifest;
  readonly nodes: FeatureCollection<Point, Omit<Node, "position">>;
  readonly legs: FeatureCollection<LineString, Leg>;
  readonly deposits: FeatureCollection<Point | null, Omit<Deposit, "position">>;
  readonly factors: readonly Factor[];
}

/** The data of the first view, ready for routing and for lists. */
export interface Dataset {
  readonly manifest: Manifest;
  readonly network: Network;
  readonly factors: Factors;
  readonly factorList: readonly Factor[];
  readonly nodeById: ReadonlyMap<string, Node>;
  readonly legById: ReadonlyMap<string, Leg>;
  readonly depositById: ReadonlyMap<string, Deposit>;
  /** Drawn course of each leg, from its `from` to its `to`. */
  readonly courseById: ReadonlyMap<string, readonly Position[]>;
}

/**
 * Joins the served files into one dataset. Our own files get a light check only;
 * the full schemas run when they are built.
 * @throws Error where a file is of another schema version or empty
 */
export function buildDataset(files: DataFiles): Dataset {
  if (files.manifest.schema !== 1) {
    throw new Error(`manifest.json: schema ${files.manifest.schema} is not 1; build the data again`);
  }
  const nodes = files.nodes.features.map(
    (feature): Node => ({ ...feature.properties, position: feature.geometry.coordinates as Position }),
  );
  const legs = files.legs.features.map((feature) => feature.properties);
  const deposits = files.deposits.features.map(
    (feature): Deposit =>
      feature.geometry
        ? { ...feature.properties, position: feature.geometry.coordinates as Position }
        : feature.properties,
  );
  if (nodes.length === 0 || legs.length === 0) {
    throw new Error("nodes.geojson or legs.geojson is empty; build the data again");
  }
  return {
    manifest: files.manifest,
    network: { nodes, legs, deposits },
    factors: indexFactors(files.factors),
    factorList: files.factors,
    nodeById: indexById(nodes),
    legById: indexById(legs),
    depositById: indexById(deposits),
    courseById: new Map(
      files.legs.features.map((feature) => [
        feature.properties.id,
        feature.geometry.coordinates as Position[],
      ]),
    ),
  };
}

function indexById<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

function indexFactors(list: readonly Factor[]): Factors {
  const byId = new Map(list.map((factor) => [factor.id, factor.range]));
  const entries = factorIds.map((id) => {
    const range = byId.get(id);
    if (!range) throw new Error(`factors.json lacks "${id}"; build the data again`);
    return [id, range] as const;
  });
  return Object.fromEntries(entries) as Record<FactorId, Factors[FactorId]>;
}
