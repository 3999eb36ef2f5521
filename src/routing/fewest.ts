import { hasBit, type LegBits } from "./constraints.ts";
import type { Graph } from "./graph.ts";
import { emptySet } from "./sets.ts";
import type { Violations } from "./violations.ts";

/**
 * How many steps a search may take: arcs looked at and sets compared. Questions of the real network take some
 * ten thousand, the hardest tried fifty thousand; more are needed only where closures were chosen to defeat the search.
 */
const stepLimit = 2 ** 18;

/** A vertex reached at a stage of the journey, and the constraints broken on the way. */
interface Label {
  readonly state: number;
  readonly broken: number;
}

/**
 * All sets of constraints of the smallest size that, lifted, open a way through some places in travel order;
 * none where that takes more than `most` of them. Undefined where the search would take too many steps:
 * then nobody knows which sets are the smallest.
 *
 * This is the minimum constraint removal problem, solved exactly (Hauser, "The Minimum Constraint Removal Problem
 * with Three Robotics Applications", International Journal of Robotics Research 33, 2014): a search over pairs of
 * a vertex and the set broken on the way to it, smaller sets first, that drops a pair where its vertex was reached
 * with a subset of its set. The problem is NP-hard: where 60 closures stand side by side in 30 pairs,
 * there are 2^30 smallest sets. A closed or avoided place of the question needs no rule of its own,
 * since every leg at it breaks the same constraint.
 */
export function findFewest(
  graph: Graph,
  { sets, ofLeg }: Violations,
  unusable: LegBits,
  places: readonly number[],
  most: number,
): readonly number[] | undefined {
  const { firstVertex, firstArc, arcHead, arcLeg, placeOfVertex, vehicles } = graph;
  const stops = places.filter((stop, index) => stop !== places[index - 1]);
  const end = (stops.length - 1) * vehicles.length;
  /** The sets each state was reached with, by their sizes. */
  const brokenAt = new Map<number, Set<number>[]>();
  /** Labels to go on from, by the size of their sets. */
  const levels: Label[][] = [];
  const found = new Set<number>();
  let steps = 0;
  let limit = most;

  const reach = (state: number, broken: number): void => {
    const size = sets.sizeOf(broken);
    if (size > limit) return;
    if (state >= end) {
      limit = size;
      found.add(broken);
      return;
    }
    const known = brokenAt.get(state) ?? [];
    brokenAt.set(state, known);
    while (known.length <= size) known.push(new Set());
    const equal = known[size] as Set<number>;
    if (equal.has(broken)) return;
    // Of two sets of one size neither is in the other.
    for (const smaller of known.slice(0, size)) {
      steps += smaller.size;
      for (const other of smaller) if (sets.isSubset(other, broken)) return;
    }
    equal.add(broken);
    while (levels.length <= size) levels.push([]);
    levels[size]?.push({ state, broken });
  };

  const [start = 0] = stops;
  for (let vertex = firstVertex[start] as number; vertex < (firstVertex[start + 1] as number); vertex++) {
    reach(vertex, emptySet);
  }
  for (let size = 0; size < levels.length && size <= limit; size++) {
    const level = levels[size] as Label[];
    for (let label = level.pop(); label; label = level.pop()) {
      if (steps > stepLimit) return undefined;
      if (found.has(label.broken)) continue;
      const vertex = label.state % vehicles.length;
      const stage = label.state - vertex;
      const goal = stops[stage / vehicles.length + 1];
      for (let arc = firstArc[vertex] as number; arc < (firstArc[vertex + 1] as number); arc++) {
        steps++;
        const leg = arcLeg[arc] as number;
        if (hasBit(unusable, leg)) continue;
        const head = arcHead[arc] as number;
        const place = placeOfVertex[head] as number;
        const isGoal = place === goal;
        // A mine is no thoroughfare: only a journey that calls at it goes on from there.
        if (!isGoal && graph.places[place]?.type === "deposit") continue;
        reach(
          (isGoal ? stage + vehicles.length : stage) + head,
          sets.union(label.broken, ofLeg[leg] as number),
        );
      }
    }
  }
  return [...found].filter((broken) => sets.sizeOf(broken) === limit);
}
