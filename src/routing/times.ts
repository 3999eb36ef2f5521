import { type AllowedStatus, allowedStatuses } from "../model/vocabulary.ts";
import { type LegBits, unusableLegs } from "./constraints.ts";
import type { Graph } from "./graph.ts";

/** What decides which lines are open: a year, and the least certain status allowed. */
export interface Time {
  readonly year: number;
  readonly status: AllowedStatus;
}

/** The legs that cannot be used at a time. */
export function unusableAt({ legSets, legs, networkYear }: Graph, { year, status }: Time): LegBits {
  return unusableLegs(legSets, legs, networkYear, year, status);
}

/** The year asked for and every later one in which some leg opens, in order. */
export function yearsToTry(graph: Graph, year: number): readonly number[] {
  const openings = graph.legs.flatMap(({ opened, reopened, expected }) =>
    [opened, reopened, expected === undefined ? undefined : expected + 1].filter(
      (opening) => opening !== undefined && opening > year,
    ),
  ) as number[];
  return [...new Set([year, ...openings])].sort((a, b) => a - b);
}

/**
 * The other times worth a try: from the more to the less certain status, each with its years in order,
 * but none in which the same lines are open as at a time before that is no later.
 */
export function timesToTry(graph: Graph, asked: Time): readonly Time[] {
  const linesAt = (time: Time) => unusableAt(graph, time).join();
  const years = yearsToTry(graph, asked.year);
  const earliest = new Map([[linesAt(asked), asked.year]]);
  const times: Time[] = [];
  for (const status of allowedStatuses.slice(allowedStatuses.indexOf(asked.status))) {
    for (const year of years) {
      const lines = linesAt({ year, status });
      if (year >= (earliest.get(lines) ?? Number.POSITIVE_INFINITY)) continue;
      earliest.set(lines, year);
      times.push({ year, status });
    }
  }
  return times;
}
