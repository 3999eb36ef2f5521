import type { Factor, Range } from "./factors.ts";
import type { CountryKm, Deposit, Leg, Node, Position } from "./network.ts";
import { present } from "./present.ts";
import type { FactorId } from "./vocabulary.ts";

/**
 * The network as the page loads it: what routing, lists and the map need, and no more, with English names.
 * The names of another language are a file of their own; longer facts and notes stay in the GeoJSON files,
 * which are loaded when they are asked for.
 */
export interface PackedNetwork {
  readonly nodes: readonly Node[];
  readonly legs: readonly PackedLeg[];
  readonly deposits: readonly Deposit[];
  readonly factors: Readonly<Record<FactorId, Range>>;
  /** Lists of source ids; a leg names its list by index. */
  readonly sourceLists: readonly (readonly string[])[];
}

interface PackedLeg extends Omit<Leg, "id" | "line" | "countries" | "sources"> {
  /** Absent where it is `from-to`. */
  readonly id?: string;
  /** Absent where it is the id. */
  readonly line?: string;
  /** Code, kilometres and holder by turns, the holder "" where it is the state itself. */
  readonly countries: readonly (string | number)[];
  readonly sources: number;
  /** Longitude and latitude by turns in thousandths of a degree, each as the step from the one before. */
  readonly course: readonly number[];
}

/** A network with its factors and the drawn course of each leg, from its `from` to its `to`. */
export interface NetworkWithCourses {
  readonly nodes: readonly Node[];
  readonly legs: readonly Leg[];
  readonly deposits: readonly Deposit[];
  readonly factors: Readonly<Record<FactorId, Range>>;
  readonly courseById: ReadonlyMap<string, readonly Position[]>;
}

/** Courses are kept to thousandths of a degree, about 100 m: finer than the lines are drawn. */
const courseUnits = 1e3;
/** Points are kept to ten-thousandths, about 10 m. */
const pointUnits = 1e4;

export function packNetwork({
  nodes,
  legs,
  deposits,
  factors,
  courseById,
}: NetworkWithCourses): PackedNetwork {
  const lists = new Map<string, number>();
  const listOf = (sources: readonly string[]) => {
    const key = sources.join(" ");
    const index = lists.get(key) ?? lists.size;
    lists.set(key, index);
    return index;
  };
  const packedLegs = legs.map(({ id, line, countries, sources, ...leg }): PackedLeg => {
    const { from, to, mode, gauge, traction, status, opened, expected, closed, reopened } = leg;
    const { quality, lengthKm, passes, sea, freight, access, corridor } = leg;
    return present({
      id: id === `${from}-${to}` ? undefined : id,
      line: line === id ? undefined : line,
      ...{ from, to, mode, gauge, traction, status, opened, expected, closed, reopened },
      ...{ quality, lengthKm, passes, sea, freight, access, corridor },
      countries: countries.flatMap(({ code, km, controlledBy = "" }) => [code, km, controlledBy]),
      sources: listOf(sources),
      course: packCourse(courseById.get(id) ?? []),
    });
  });
  return {
    nodes: nodes.map(({ id, type, names, position, country, unlocode, gauges, status }) =>
      present({
        id,
        type,
        names: { en: names.en },
        position: rounded(position),
        country,
        unlocode,
        gauges,
        status,
      }),
    ),
    legs: packedLegs,
    deposits: deposits.map(({ id, names, country, position, commodities, stage, routable }) =>
      present({
        id,
        names: { en: names.en },
        country,
        position: position && rounded(position),
        commodities,
        stage,
        routable,
      }),
    ),
    factors,
    sourceLists: [...lists.keys()].map((key) => (key === "" ? [] : key.split(" "))),
  };
}

export function unpackNetwork(packed: PackedNetwork): NetworkWithCourses {
  const courseById = new Map<string, readonly Position[]>();
  const legs = packed.legs.map(({ course, countries, sources, ...leg }): Leg => {
    const id = leg.id ?? `${leg.from}-${leg.to}`;
    courseById.set(id, unpackCourse(course));
    return {
      ...leg,
      id,
      line: leg.line ?? id,
      countries: unpackCountries(countries),
      sources: [...(packed.sourceLists[sources] ?? [])],
    };
  });
  const { nodes, deposits, factors } = packed;
  return { nodes, legs, deposits, factors, courseById };
}

function rounded([lng, lat]: Position): Position {
  return [Math.round(lng * pointUnits) / pointUnits, Math.round(lat * pointUnits) / pointUnits];
}

function packCourse(course: readonly Position[]): number[] {
  let [lastX, lastY] = [0, 0];
  return course.flatMap(([lng, lat]) => {
    const [x, y] = [Math.round(lng * courseUnits), Math.round(lat * courseUnits)];
    const step = [x - lastX, y - lastY];
    [lastX, lastY] = [x, y];
    return step;
  });
}

function unpackCourse(steps: readonly number[]): Position[] {
  let [x, y] = [0, 0];
  return Array.from({ length: steps.length / 2 }, (_, index) => {
    x += steps[2 * index] ?? 0;
    y += steps[2 * index + 1] ?? 0;
    return [x / courseUnits, y / courseUnits];
  });
}

function unpackCountries(flat: readonly (string | number)[]): CountryKm[] {
  return Array.from({ length: flat.length / 3 }, (_, index) => {
    const [code, km, controlledBy] = flat.slice(3 * index, 3 * index + 3) as [string, number, string];
    return controlledBy === "" ? { code, km } : { code, km, controlledBy };
  });
}

/** The factors by id. @throws Error naming the one that is missing */
export function factorsById(list: readonly Factor[], ids: readonly FactorId[]): Record<FactorId, Range> {
  const byId = new Map(list.map((factor) => [factor.id, factor.range]));
  const entries = ids.map((id) => {
    const range = byId.get(id);
    if (!range) throw new Error(`factors.json lacks "${id}"; add it to the factors and build the data again`);
    return [id, range] as const;
  });
  return Object.fromEntries(entries) as Record<FactorId, Range>;
}
