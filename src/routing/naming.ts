import { closableWaterways } from "../model/vocabulary.ts";
import { type Gate, gateKinds } from "./gates.ts";

const longestName = 3;

const waterways: readonly string[] = closableWaterways;

/**
 * A name for each route among others: the fewest of its gates, at most three, in travel order, that no other route
 * has all of; of equally few those of the kinds a person would name first, then those that fewest others share,
 * then the waterways that the vocabulary lists first, then the earliest. Where another route has all of its gates too, the name tells it from as many as it can.
 * Empty for a route without gates.
 */
export function nameAll(routes: readonly (readonly Gate[])[]): readonly (readonly string[])[] {
  const gateSets = routes.map((gates) => new Set(gates.map(({ id }) => id)));
  return routes.map((gates, index) => {
    const others = gateSets.filter((_, other) => other !== index);
    let best: readonly Gate[] = [];
    let bestRank: readonly number[] = [Number.POSITIVE_INFINITY];
    for (const name of subsetsOf(gates)) {
      const rank = rankOf(name, others);
      if (compare(rank, bestRank) < 0) [best, bestRank] = [name, rank];
    }
    return best.map(({ id }) => id);
  });
}

/** What makes one name worse than another, the gravest first. */
function rankOf(name: readonly Gate[], others: readonly ReadonlySet<string>[]): readonly number[] {
  const mistaken = others.filter((other) => name.every(({ id }) => other.has(id))).length;
  const kinds = name.reduce((sum, { kind }) => sum + gateKinds.indexOf(kind), 0);
  const shared = name.reduce((sum, { id }) => sum + others.filter((other) => other.has(id)).length, 0);
  // The Suez Canal says more than the straits before and behind it: the list of waterways has it first.
  const waters = name.reduce((sum, { id }) => sum + waterways.indexOf(id), 0);
  return [mistaken, name.length, kinds, shared, waters];
}

function compare(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((figure, index) => figure !== b[index]);
  return place === -1 ? 0 : (a[place] as number) - (b[place] as number);
}

function* subsetsOf(gates: readonly Gate[], length = longestName): Generator<readonly Gate[]> {
  for (const [index, gate] of gates.entries()) {
    yield [gate];
    if (length > 1) for (const rest of subsetsOf(gates.slice(index + 1), length - 1)) yield [gate, ...rest];
  }
}
