import type { Factor, Range } from "./factors.ts";
import type { Deposit, Leg, Names, Node, Position } from "./network.ts";
import { type FactorId, interfaceLanguages } from "./vocabulary.ts";

/**
 * The network as a page loads it: what routing, lists and the map need, and no more.
 * Longer facts, other languages and notes stay in the GeoJSON files, which are loaded when they are asked for.
 */
export interface PackedNetwork {
  readonly nodes: readonly PackedNode[];
  readonly legs: readonly PackedLeg[];
  readonly deposits: readonly PackedDeposit[];
  readonly factors: Readonly<Record<string, Range>>;
  /** Lists of source ids; a leg names its list by index. */
  readonly sourceLists: readonly (readonly string[])[];
}

type PackedNode = Pick<Node, "id" | "type" | "names" | "position" | "country" | "unlocode" | "gauges" | "status">;
type PackedDeposit = Pick<Deposit, "id" | "names" | "country" | "position" | "commodities" | "stage" | "routable">;
type KeptOfLeg =
  | "from"
  | "to"
  | "mode"
  | "gauge"
  | "traction"
  | "status"
  | "opened"
  | "expected"
  | "closed"
  | "quality"
  | "lengthKm"
  | "passes"
  | "sea"
  | "freight"
  | "access"
  | "corridor";
type PackedLeg = Pick<Leg, KeptOfLeg> & {
  /** Absent where it is `from-to`. */
  readonly id?: string;
  /** Absent where it is the id. */
  readonly line?: string;
  /** Code, kilometres and holder, one after the other: `["GE", 12.3, "RU", ...]`, holder "" for none. */
  readonly countries: readonly (string | number)[];
  readonly sources: number;
  /** Longitudes and latitudes in ten-thousandths of a degree, each as the step from the one before. */
  readonly course: readonly number[];
};

/** Ten-thousandths of a degree: about ten metres, finer than the lines are drawn. */
const unitsPerDegree = 1e4;

export interface UnpackedNetwork {
  readonly nodes: readonly Node[];
  readonly legs: readonly Leg[];
  readonly deposits: readonly Deposit[];
  readonly factors: Readonly<Record<FactorId, Range>>;
  readonly courseById: ReadonlyMap<string, readonly Position[]>;
}

export function packNetwork(
  nodes: readonly Node[],
  legs: readonly Leg[],
  deposits: readonly Deposit[],
  factors: readonly Factor[],
  courseById: ReadonlyMap<string, readonly Position[]>,
): PackedNetwork {
  const lists = new Map<string, number>();
  const listOf = (sources: readonly string[]) => {
    const key = sources.join(" ");
    const index = lists.get(key) ?? lists.size;
    lists.set(key, index);
    return index;
  };
  return {
    nodes: nodes.map(({ id, type, names, position, country, unlocode, gauges, status }) =>
      present({ id, type, names: shortNames(names), position, country, unlocode, gauges, status }),
    ),
    legs: legs.map((leg) => {
      const { from, to, mode, gauge, traction, status, opened, expected, closed, quality, lengthKm } = leg;
      const { passes, sea, freight, access, corridor } = leg;
      return present({
        ...(leg.id === `${from}-${to}` ? {} : { id: leg.id }),
        ...(leg.line === leg.id ? {} : { line: leg.line }),
        ...{ from, to, mode, gauge, traction, status, opened, expected, closed, quality, lengthKm },
        ...{ passes, sea, freight, access, corridor },
        countries: leg.countries.flatMap(({ code, km, controlledBy = "" }) => [code, km, controlledBy]),
        sources: listOf(leg.sources),
        course: packCourse(courseById.get(leg.id) ?? []),
      });
    }),
    deposits: deposits.map(({ id, names, country, position, commodities, stage, routable }) =>
      present({ id, names: shortNames(names), country, position, commodities, stage, routable }),
    ),
    factors: Object.fromEntries(factors.map(({ id, range }) => [id, range])),
    sourceLists: [...lists.keys()].map((key) => (key === "" ? [] : key.split(" "))),
  };
}

export function unpackNetwork(packed: PackedNetwork): UnpackedNetwork {
  const courses = new Map<string, readonly Position[]>();
  const legs = packed.legs.map(({ course, countries, sources, ...leg }): Leg => {
    const id = leg.id ?? `${leg.from}-${leg.to}`;
    courses.set(id, unpackCourse(course));
    return {
      ...leg,
      id,
      line: leg.line ?? id,
      countries: unpackCountries(countries),
      sources: [...(packed.sourceLists[sources] ?? [])],
    };
  });
  return {
    nodes: packed.nodes.map((node) => ({ ...node, sources: [] })),
    legs,
    deposits: packed.deposits.map((deposit) => ({ ...deposit, sources: [] })),
    factors: packed.factors as Record<FactorId, Range>,
    courseById: courses,
  };
}
