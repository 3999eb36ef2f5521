import type { Feature, FeatureCollection, LineString, Point } from "geojson";
import type { Factor, Factors } from "../model/factors.ts";
import type { Manifest } from "../model/manifest.ts";
import type {
  Deposit,
  DepositRecord,
  Leg,
  LegRecord,
  Names,
  Network,
  Node,
  NodeRecord,
  Position,
} from "../model/network.ts";
import { factorsById, type NetworkWithCourses } from "../model/packed.ts";
import { factorIds } from "../model/vocabulary.ts";

export type NodeFeature = Feature<Point, Omit<NodeRecord, "position">>;
export type LegFeature = Feature<LineString, LegRecord>;
export type DepositFeature = Feature<Point | null, Omit<DepositRecord, "position">>;

/** The network as the served GeoJSON files give it, for readers without a browser. */
export interface DataFiles {
  readonly nodes: FeatureCollection<Point, NodeFeature["properties"]>;
  readonly legs: FeatureCollection<LineString, LegFeature["properties"]>;
  readonly deposits: FeatureCollection<Point | null, DepositFeature["properties"]>;
  readonly factors: readonly Factor[];
}

/** The data ready for routing, lists and the map. */
export interface Dataset {
  readonly manifest: Manifest;
  readonly network: Network;
  readonly factors: Factors;
  readonly nodeById: ReadonlyMap<string, Node>;
  readonly legById: ReadonlyMap<string, Leg>;
  readonly depositById: ReadonlyMap<string, Deposit>;
  /** Drawn course of each leg, from its `from` to its `to`. */
  readonly courseById: ReadonlyMap<string, readonly Position[]>;
}

/**
 * Joins manifest and network. Our own files get a light check only; the full schemas run when they are built.
 * @throws Error where the data is of another schema version or empty
 */
export function buildDataset(
  manifest: Manifest,
  { nodes, legs, deposits, factors, courseById }: NetworkWithCourses,
): Dataset {
  if (manifest.schema !== 1) {
    throw new Error(`manifest.json: schema ${manifest.schema} is not 1; build the data again`);
  }
  if (nodes.length === 0 || legs.length === 0) {
    throw new Error("the network has no nodes or no legs; build the data again");
  }
  return {
    manifest,
    network: { nodes, legs, deposits },
    factors,
    nodeById: indexById(nodes),
    legById: indexById(legs),
    depositById: indexById(deposits),
    courseById,
  };
}

/** Reads the network from the GeoJSON files. */
export function networkOf({ nodes, legs, deposits, factors }: DataFiles): NetworkWithCourses {
  return {
    nodes: nodes.features.map(({ properties, geometry }) => ({
      ...properties,
      position: geometry.coordinates as Position,
    })),
    legs: legs.features.map(({ properties }) => properties),
    deposits: deposits.features.map(({ properties, geometry }) =>
      geometry ? { ...properties, position: geometry.coordinates as Position } : properties,
    ),
    factors: factorsById(factors, factorIds),
    courseById: new Map(
      legs.features.map(({ properties, geometry }) => [properties.id, geometry.coordinates as Position[]]),
    ),
  };
}

/** The dataset with names of one more language, by id; what has none keeps its English name. */
export function withNames(
  dataset: Dataset,
  language: string,
  names: Readonly<Record<string, string>>,
): Dataset {
  const named = <T extends { readonly id: string; readonly names: Names }>(item: T): T => {
    const name = Object.hasOwn(names, item.id) ? names[item.id] : undefined;
    return name === undefined ? item : { ...item, names: { ...item.names, [language]: name } };
  };
  const nodes = dataset.network.nodes.map(named);
  const deposits = dataset.network.deposits.map(named);
  return {
    ...dataset,
    network: { ...dataset.network, nodes, deposits },
    nodeById: indexById(nodes),
    depositById: indexById(deposits),
  };
}

function indexById<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}
