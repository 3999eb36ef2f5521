import * as v from "valibot";
import type { DepositRecord, NodeRecord, Position, Source } from "../src/model/network.ts";
import * as ids from "./checks/ids.ts";
import * as lines from "./checks/lines.ts";
import { reachable } from "./checks/reachable.ts";
import * as seaLanes from "./checks/seaLanes.ts";
import type { CountedLeg } from "./steps/countryKm.ts";

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
  readonly legs: readonly CountedLeg[];
  readonly deposits: readonly DepositRecord[];
  readonly sources: readonly Source[];
  readonly sections: readonly { readonly id: string; readonly lines: readonly string[] }[];
  /** Source ids that anything else of the network names, by the place that names them. */
  readonly namedSources: ReadonlyMap<string, readonly string[]>;
  readonly gates: seaLanes.Gates;
  readonly fairways: seaLanes.Fairways;
}

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

/** All problems of the finished network, check by check. */
export function checkNetwork(network: Checked): Problem[] {
  return checks.flatMap((check) => check(network));
}

const checks: readonly ((network: Checked) => Problem[])[] = [
  ids.uniqueIds,
  ids.knownEnds,
  ids.names,
  ids.sources,
  ids.sectionLines,
  lines.endsMeetNodes,
  lines.finiteCourses,
  lines.gauges,
  lines.gaugeContinuity,
  lines.sums,
  lines.corridorStaysOutOfRussia,
  reachable,
  seaLanes.lanesAtSea,
  seaLanes.straitsNamed,
];
