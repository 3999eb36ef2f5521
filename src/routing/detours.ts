import type { Criterion } from "../model/vocabulary.ts";
import type { Graph } from "./graph.ts";
import type { Journey } from "./search.ts";

/**
 * How many times as long as the best route an alternative may take wherever it leaves it, by the criterion.
 * Cargo between China and Europe goes by rail and by sea, which takes twice as long, and both are really chosen:
 * beyond that, with some room, a way around is a detour that nobody weighs against the best.
 */
const stretchLimit = 2.5;

/**
 * Tells whether a journey takes longer than the limit allows somewhere between leaving the best one and coming back
 * to it, comes back to it further behind, or runs over a leg twice that the best one does not. By transfers the time is compared: their number may be none at all,
 * and no factor stretches that.
 */
export function compareWith(
  graph: Graph,
  criterion: Criterion,
  stops: readonly number[],
  best: Journey,
): (arcs: readonly number[]) => boolean {
  const keys = graph.arcKeys[criterion === "transfers" ? "time" : criterion];
  /** Each place on a journey, with its stage as one number, and the way so far. */
  const profileOf = (arcs: readonly number[]): readonly (readonly [at: number, travelled: number])[] => {
    let [stage, travelled] = [0, 0];
    return arcs.map((arc) => {
      const place = graph.placeOfVertex[graph.arcHead[arc] as number] as number;
      if (place === stops[stage + 1]) stage++;
      travelled += keys[arc] as number;
      return [stage * graph.places.length + place, travelled];
    });
  };
  const twiceOnBest = legsTwice(graph, best.arcs);
  const travelledOnBest = new Map(profileOf(best.arcs));
  return (arcs) => {
    if (legsTwice(graph, arcs).some((leg) => !twiceOnBest.includes(leg))) return true;
    let [left, leftOnBest] = [0, 0];
    return profileOf(arcs).some(([at, travelled]) => {
      const onBest = travelledOnBest.get(at);
      if (onBest === undefined) return false;
      const isTooLong = travelled - left > stretchLimit * (onBest - leftOnBest);
      [left, leftOnBest] = [travelled, onBest];
      return isTooLong;
    });
  };
}

function legsTwice({ arcLeg }: Graph, arcs: readonly number[]): readonly number[] {
  const once = new Set<number>();
  return arcs.map((arc) => arcLeg[arc] as number).filter((leg) => once.size === once.add(leg).size);
}
