import * as v from "valibot";
import type { Checked } from "./checks/checked.ts";
import * as ids from "./checks/ids.ts";
import * as lines from "./checks/lines.ts";
import { reachable } from "./checks/reachable.ts";
import * as seaLanes from "./checks/seaLanes.ts";
import type { Problem } from "./problem.ts";

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
