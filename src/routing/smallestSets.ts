import type { Relaxation, RouteQuery } from "../model/route.ts";
import { inBoth, type LegBits } from "./constraints.ts";
import { findFewest } from "./fewest.ts";
import type { Graph } from "./graph.ts";
import { type Time, timesToTry, unusableAt } from "./times.ts";
import { findViolations, type Violations } from "./violations.ts";

/**
 * The smallest sets of relaxations that open a route between known places, in no particular order:
 * none where nothing does, or where a search gave up. Another year, another status or both are one relaxation.
 * A set is told with the earliest year of each status, and with a less certain status only where that is earlier.
 */
export function findSmallestSets(
  graph: Graph,
  query: RouteQuery,
  places: readonly number[],
): readonly (readonly Relaxation[])[] {
  const violations = findViolations(graph.legSets, query);
  const { sets } = violations;
  const nothingBroken: Violations = { ...violations, ofLeg: new Int32Array(graph.legs.length) };
  const search = (unusable: LegBits, most: number) => {
    // Where nothing leads even with all lifted, the search would try every set to find that out.
    const isJoined = findFewest(graph, nothingBroken, unusable, places, 0)?.length !== 0;
    return isJoined ? findFewest(graph, violations, unusable, places, most) : [];
  };
  const relaxationsIn = (set: number) =>
    sets.membersOf(set).map((position) => violations.relaxations[position] as Relaxation);

  const asked = search(unusableAt(graph, query), Number.POSITIVE_INFINITY);
  if (!asked) return [];
  let smallest = asked[0] === undefined ? Number.POSITIVE_INFINITY : sets.sizeOf(asked[0]);
  let found = asked.map(relaxationsIn);
  const times = timesToTry(graph, query);
  // Mostly time is no help: then no set is small enough even with the lines of all times at once.
  const never = times.map((time) => unusableAt(graph, time)).reduce(inBoth, unusableAt(graph, query));
  if (search(never, smallest - 1)?.length === 0) return found;
  const earliest = new Map<number, number>();
  for (const time of times) {
    const lifted = search(unusableAt(graph, time), smallest - 1);
    if (!lifted) return [];
    for (const set of lifted) {
      const size = sets.sizeOf(set) + 1;
      if (size < smallest) found = [];
      smallest = size;
      if (time.year >= (earliest.get(set) ?? Number.POSITIVE_INFINITY)) continue;
      earliest.set(set, time.year);
      found.push([...relaxationsIn(set), waitFor(time, query)]);
    }
  }
  return found;
}

function waitFor({ year, status }: Time, query: RouteQuery): Relaxation {
  if (status === query.status) return { kind: "year", value: `${year}`, year };
  return { kind: "status", value: status, ...(year !== query.year && { year }) };
}
