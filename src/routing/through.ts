import { hasBit, type LegBits } from "./constraints.ts";
import { distancesFromStops, distancesToStops } from "./distances.ts";
import type { Graph } from "./graph.ts";

/** The best journeys between some stops over each arc. */
export interface Through {
  /** The key of the best one over an open arc after a number of stops; infinite where there is none. */
  keyOver(arc: number, stage: number): number;
  /** Its arcs, or undefined where it doubles back: comes to a place twice between two stops, or passes a mine. */
  journeyOver(arc: number, stage: number): readonly number[] | undefined;
}

/**
 * Measures the ways from the start and those to the end, once for all arcs: the best journey over an arc is
 * the best way to it and the best way on. Of equally good ways always the same one is taken.
 * @param stops in travel order, no two neighbours the same
 */
export function lookThrough(
  graph: Graph,
  keys: Float64Array,
  closed: LegBits,
  stops: readonly number[],
): Through {
  const { firstArc, arcTail, arcHead, arcLeg, placeOfVertex } = graph;
  const isOpen = (arc: number) => !hasBit(closed, arcLeg[arc] as number);
  const travelled = distancesFromStops(graph, keys, closed, stops);
  const toGo = distancesToStops(graph, keys, closed, stops);
  const travelledTo = (vertex: number, stage: number) => travelled[stage]?.[vertex] as number;
  const toGoFrom = (vertex: number, stage: number) => toGo[stage]?.[vertex] as number;
  const arriving: number[][] = graph.vehicles.map(() => []);
  arcHead.forEach((head, arc) => {
    if (isOpen(arc)) arriving[head]?.push(arc);
  });

  const wayTo = (end: number, endStage: number): readonly number[] => {
    const arcs: number[] = [];
    let [vertex, stage] = [end, endStage];
    for (;;) {
      const isAtStop = placeOfVertex[vertex] === stops[stage];
      const atStart = stage === 0 ? 0 : travelledTo(vertex, stage - 1);
      if (isAtStop && travelledTo(vertex, stage) === atStart) {
        if (stage === 0) return arcs.reverse();
        stage--;
        continue;
      }
      const known = travelledTo(vertex, stage);
      const arc = arriving[vertex]?.find(
        (before) => travelledTo(arcTail[before] as number, stage) + (keys[before] as number) === known,
      ) as number;
      arcs.push(arc);
      vertex = arcTail[arc] as number;
    }
  };
  const wayOn = (start: number, startStage: number): readonly number[] => {
    const arcs: number[] = [];
    let [vertex, stage] = [start, startStage];
    for (;;) {
      if (placeOfVertex[vertex] === stops[stage + 1]) stage++;
      if (stage === stops.length - 1) return arcs;
      let arc = firstArc[vertex] as number;
      const leads = (next: number) =>
        isOpen(next) &&
        (keys[next] as number) + toGoFrom(arcHead[next] as number, stage) === toGoFrom(vertex, stage);
      while (!leads(arc)) arc++;
      arcs.push(arc);
      vertex = arcHead[arc] as number;
    }
  };
  const doublesBack = (arcs: readonly number[]): boolean => {
    let stage = 0;
    const passed = new Set([stops[0]]);
    for (const arc of arcs) {
      const place = placeOfVertex[arcHead[arc] as number] as number;
      if (passed.has(place)) return true;
      if (place === stops[stage + 1]) {
        stage++;
        passed.clear();
      } else if (graph.places[place]?.type === "deposit") return true;
      passed.add(place);
    }
    return false;
  };

  return {
    keyOver: (arc, stage) =>
      travelledTo(arcTail[arc] as number, stage) +
      (keys[arc] as number) +
      toGoFrom(arcHead[arc] as number, stage),
    journeyOver(arc, stage) {
      const arcs = [...wayTo(arcTail[arc] as number, stage), arc, ...wayOn(arcHead[arc] as number, stage)];
      return doublesBack(arcs) ? undefined : arcs;
    },
  };
}
