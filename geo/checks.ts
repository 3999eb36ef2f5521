import * as v from "valibot";
import type {
  CountryKm,
  DepositRecord,
  LegRecord,
  NodeRecord,
  Position,
  Source,
} from "../src/model/network.ts";
import { type Course, geodesicKm } from "./course.ts";

/** Something wrong with the inputs or outputs: what, where, and what to do about it. */
export interface Problem {
  /** The check that found it. */
  readonly id: string;
  readonly place: string;
  readonly problem: string;
  readonly remedy: string;
  readonly position?: Position | undefined;
}

/** Everything the checks look at: the network as it is about to be written. */
export interface Checked {
  readonly nodes: readonly NodeRecord[];
  readonly legs: readonly (LegRecord & { readonly course: Course })[];
  readonly deposits: readonly DepositRecord[];
  readonly sources: readonly Source[];
  /** Line ids that sections of the figures name. */
  readonly sectionLines: ReadonlyMap<string, readonly string[]>;
  /** Source ids that anything else of the network names, by the place that names them. */
  readonly namedSources: ReadonlyMap<string, readonly string[]>;
}

/** Track gauges in the network, in millimetres. */
const knownGauges = [1067, 1435, 1520, 1676];

/**
 * A leg may end this far from its node: the four decimals of its course are 11 m, so the ends of one place
 * lie up to 16 m apart. Wider gaps are drawing errors.
 */
const endReachKm = 0.02;

/** Names every place must have. */
const languages = ["en", "ar", "ja"];

/** Half of the 100 m that kilometres by state are rounded to, with room for binary fractions. */
const sumToleranceKm = 0.051;

/** Problems of one list against its schema, one for each wrong field. */
export function checkSchema(file: string, schema: v.GenericSchema, items: readonly object[]): Problem[] {
  return items.flatMap((item, i) => {
    const result = v.safeParse(schema, item);
    if (result.success) return [];
    return result.issues.map((issue) => ({
      id: "schema",
      place: `${file} ${"id" in item ? `"${item.id}"` : `number ${i + 1}`}`,
      problem: `${v.getDotPath(issue) ?? "record"}: ${issue.message}`,
      remedy: "correct it in geo/inputs, or the schema in src/model",
    }));
  });
}

/** The named checks of the finished network; each returns all problems it finds. */
export const checks: readonly ((network: Checked) => Problem[])[] = [
  uniqueIds,
  knownEnds,
  endsMeetNodes,
  finiteCourses,
  gauges,
  gaugeContinuity,
  names,
  sources,
  sums,
  reachable,
  corridorStaysOutOfRussia,
  sections,
];

function uniqueIds({ nodes, legs, deposits }: Checked): Problem[] {
  const seen = new Set<string>();
  const places = [...nodes, ...deposits].map(({ id }) => id);
  // Links close nodes, legs and lines by one list of ids, so none may mean two things.
  const lines = new Set(legs.filter((leg) => leg.line !== leg.id).map(({ line }) => line));
  return [...places, ...legs.map(({ id }) => id), ...lines]
    .filter((id) => seen.size === seen.add(id).size)
    .map((id) => ({
      id: "unique-ids",
      place: id,
      problem: "the id is used twice among nodes, deposits, legs and lines",
      remedy: "rename the newer one",
    }));
}

function knownEnds({ nodes, legs, deposits }: Checked): Problem[] {
  const known = new Set([...nodes, ...deposits].map(({ id }) => id));
  return legs.flatMap((leg) =>
    [leg.from, leg.to]
      .filter((end) => !known.has(end))
      .map((end) => ({
        id: "known-ends",
        place: leg.id,
        problem: `ends at "${end}", which does not exist`,
        remedy: "add it to geo/inputs/nodes.json or correct the line",
      })),
  );
}

function endsMeetNodes({ nodes, legs, deposits }: Checked): Problem[] {
  const positions = new Map([...nodes, ...deposits].map(({ id, position }) => [id, position]));
  return legs.flatMap((leg) => {
    const ends: [string, Position | undefined][] = [
      [leg.from, leg.course[0]],
      [leg.to, leg.course.at(-1)],
    ];
    return ends.flatMap(([id, end]) => {
      const position = positions.get(id);
      const gapKm = position && end ? geodesicKm(position, end) : 0;
      if (gapKm <= endReachKm) return [];
      return [
        {
          id: "ends-meet-nodes",
          place: leg.id,
          problem: `its end lies ${gapKm.toFixed(2)} km from "${id}"`,
          remedy: `start or end the line at the node's position`,
          position: end,
        },
      ];
    });
  });
}

function finiteCourses({ legs }: Checked): Problem[] {
  const isWrong = ([lng, lat]: Position) =>
    !(Math.abs(lng) <= 180 && Math.abs(lat) <= 90) || !Number.isFinite(lng + lat);
  return legs
    .filter((leg) => leg.course.length < 2 || leg.course.some(isWrong) || !(leg.lengthKm > 0))
    .map((leg) => ({
      id: "finite-courses",
      place: leg.id,
      problem: `has ${leg.course.length} positions, ${leg.lengthKm} km, or coordinates out of range`,
      remedy: "draw it in geo/inputs/lines.geojson",
    }));
}

function gauges({ legs }: Checked): Problem[] {
  return legs
    .filter(({ mode, gauge }) =>
      mode === "rail" ? gauge === undefined || !knownGauges.includes(gauge) : gauge !== undefined,
    )
    .map(({ id, mode, gauge }) => ({
      id: "gauges",
      place: id,
      problem: `${mode} with gauge ${gauge ?? "unknown"}`,
      remedy: `railways have one of ${knownGauges.join(", ")}, other modes none`,
    }));
}

/** Two gauges meet only in a node that lists both: there the cargo changes wagons or the wagons bogies. */
function gaugeContinuity({ nodes, legs }: Checked): Problem[] {
  const met = new Map<string, Set<number>>();
  for (const { from, to, gauge } of legs) {
    if (gauge === undefined) continue;
    for (const id of [from, to]) met.set(id, (met.get(id) ?? new Set<number>()).add(gauge));
  }
  return nodes.flatMap((node) => {
    const missing = [...(met.get(node.id) ?? [])].filter((gauge) => !node.gauges?.includes(gauge));
    if (missing.length === 0) return [];
    return [
      {
        id: "gauge-continuity",
        place: node.id,
        problem: `a ${missing.join(" and ")} mm railway ends here, the node lists ${node.gauges ?? "none"}`,
        remedy: "list the gauge if both meet here, else correct the line",
        position: node.position,
      },
    ];
  });
}

function names({ nodes }: Checked): Problem[] {
  return nodes.flatMap((node) => {
    const missing = languages.filter((language) => !node.names[language]);
    if (missing.length === 0) return [];
    return [
      {
        id: "names",
        place: node.id,
        problem: `has no name in ${missing.join(", ")}`,
        remedy: "add it to geo/inputs/names",
        position: node.position,
      },
    ];
  });
}

function sources({ nodes, legs, sources, namedSources }: Checked): Problem[] {
  const known = new Set(sources.map(({ id }) => id));
  const named: (readonly [string, readonly string[]])[] = [
    ...[...nodes, ...legs].map((item) => [item.id, item.sources] as const),
    ...namedSources,
  ];
  return named.flatMap(([place, ids]) =>
    ids
      .filter((id) => !known.has(id))
      .map((id) => ({
        id: "sources",
        place,
        problem: `names the source "${id}", which does not exist`,
        remedy: "add it to geo/inputs/sources.json or sources-network.json",
      })),
  );
}

function sums({ legs }: Checked): Problem[] {
  const total = (countries: readonly CountryKm[]) => countries.reduce((sum, { km }) => sum + km, 0);
  return legs
    .filter((leg) => Math.abs(total(leg.countries) - leg.lengthKm) > sumToleranceKm)
    .map((leg) => ({
      id: "sums",
      place: leg.id,
      problem: `its states sum to ${total(leg.countries).toFixed(1)} km of ${leg.lengthKm}`,
      remedy: "a fault of geo/steps/countryKm.ts",
    }));
}

/** Every node can be reached by freight, and every node of the working network by working legs. */
function reachable({ nodes, legs }: Checked): Problem[] {
  const freight = legs.filter((leg) => leg.freight !== false);
  const working = freight.filter((leg) => leg.status === "operating");
  const served = new Set(working.flatMap(({ from, to }) => [from, to]));
  const passengerOnly = new Set(
    legs.filter((leg) => leg.freight === false).flatMap((leg) => [leg.from, leg.to]),
  );
  const unreached = (ids: readonly string[], by: Checked["legs"], what: string) => {
    const main = component(by);
    return ids.filter((id) => !main.has(id)).map((id) => ({ id, what }));
  };
  const places = nodes.filter((node) => !passengerOnly.has(node.id)).map(({ id }) => id);
  const positions = new Map(nodes.map((node) => [node.id, node.position]));
  return [
    ...unreached(places, freight, "freight of any status"),
    ...unreached([...served], working, "working freight"),
  ].map(({ id, what }) => ({
    id: "reachable",
    place: id,
    problem: `cannot be reached by ${what}`,
    remedy: "draw a line to it, or take the node out",
    position: positions.get(id),
  }));
}

/** The nodes that hang together with the most others. */
function component(legs: Checked["legs"]): ReadonlySet<string> {
  const neighbours = new Map<string, string[]>();
  for (const { from, to } of legs) {
    neighbours.set(from, [...(neighbours.get(from) ?? []), to]);
    neighbours.set(to, [...(neighbours.get(to) ?? []), from]);
  }
  const left = new Set(neighbours.keys());
  let largest: ReadonlySet<string> = new Set();
  for (const start of left) {
    const found = new Set([start]);
    for (const id of found) {
      left.delete(id);
      for (const next of neighbours.get(id) ?? []) found.add(next);
    }
    if (found.size > largest.size) largest = found;
  }
  return largest;
}

function corridorStaysOutOfRussia({ legs }: Checked): Problem[] {
  return legs
    .filter((leg) => leg.corridor && leg.countries.some((c) => c.code === "RU" || c.controlledBy === "RU"))
    .map((leg) => ({
      id: "corridor-stays-out-of-russia",
      place: leg.id,
      problem: "a leg of the trunk has kilometres in Russia or in an area it controls",
      remedy: "draw the line again, or take it out of geo/inputs/corridor.json",
      position: leg.course[0],
    }));
}

function sections({ legs, sectionLines }: Checked): Problem[] {
  const known = new Set(legs.map(({ line }) => line));
  return [...sectionLines].flatMap(([section, lines]) =>
    lines
      .filter((line) => !known.has(line))
      .map((line) => ({
        id: "sections",
        place: section,
        problem: `names the line "${line}", which does not exist`,
        remedy: "correct geo/inputs/figures.json",
      })),
  );
}
