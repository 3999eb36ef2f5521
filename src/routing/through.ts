import { hasBit, type LegBits } from "./constraints.ts";
import { distancesFromStops, distancesToStops } from "./distances.ts";
import type { Graph } from "./graph.ts";

/** The best journeys between some stops over each arc. */
export interface Through {
  /** The key of the best one over an arc after a number of stops; infinite where there is none. */
  keyOver(arc: number, stage: number): number;
  /** Its arcs, or undefined where it doubles back: comes to a place twice between two stops, or passes a mine. */
  journeyOver(arc: number, stage: number): readonly number[] | undefined;
}

/** Ways between two stops: the arcs by which the best ones come to each vertex and go on from it, -1 for none. */
interface Stage {
  readonly travelled: Float64Array;
  readonly toGo: Float64Array;
  readonly arrival: Int32Array;
  readonly departure: Int32Array;
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
  const { arcTail, arcHead, arcLeg, placeOfVertex } = graph;
  const stages = measureStages(graph, keys, closed, stops);
  const placeAfter = (arc: number) => placeOfVertex[arcHead[arc] as number] as number;
  /** When the journey last came to each place: the number of the journey and its stage as one. */
  const visits = new Int32Array(graph.places.length);
  let visit = 0;

  const wayTo = (end: number, endStage: number): readonly number[] => {
    const arcs: number[] = [];
    let vertex = end;
    for (let stage = endStage; stage >= 0; stage--) {
      const { arrival } = stages[stage] as Stage;
      for (let arc = arrival[vertex] as number; arc !== -1; arc = arrival[vertex] as number) {
        arcs.push(arc);
        vertex = arcTail[arc] as number;
      }
    }
    return arcs.reverse();
  };
  const wayOn = (start: number, startStage: number): readonly number[] => {
    const arcs: number[] = [];
    let vertex = start;
    for (let stage = startStage; stage < stages.length; stage++) {
      const { departure } = stages[stage] as Stage;
      for (let arc = departure[vertex] as number; arc !== -1; arc = departure[vertex] as number) {
        arcs.push(arc);
        vertex = arcHead[arc] as number;
      }
    }
    return arcs;
  };
  const doublesBack = (arcs: readonly number[]): boolean => {
    let stage = 0;
    visits[stops[0] as number] = ++visit;
    for (const arc of arcs) {
      const place = placeAfter(arc);
      if (visits[place] === visit) return true;
      if (place === stops[stage + 1]) {
        stage++;
        visit++;
      } else if (graph.places[place]?.type === "deposit") return true;
      visits[place] = visit;
    }
    return false;
  };

  return {
    keyOver(arc, stage) {
      const { travelled, toGo } = stages[stage] as Stage;
      const before = travelled[arcTail[arc] as number] as number;
      return before + (keys[arc] as number) + (toGo[arcHead[arc] as number] as number);
    },
    journeyOver(arc, stage) {
      const { departure } = stages[stage] as Stage;
      const next = departure[arcHead[arc] as number] as number;
      if (next !== -1 && arcLeg[next] === arcLeg[arc]) return undefined;
      const arcs = [...wayTo(arcTail[arc] as number, stage), arc, ...wayOn(arcHead[arc] as number, stage)];
      return doublesBack(arcs) ? undefined : arcs;
    },
  };
}

function measureStages(
  graph: Graph,
  keys: Float64Array,
  closed: LegBits,
  stops: readonly number[],
): readonly Stage[] {
  const { arcTail, arcHead, arcLeg } = graph;
  const size = graph.vehicles.length;
  const toGoBy = distancesToStops(graph, keys, closed, stops);
  return distancesFromStops(graph, keys, closed, stops).map((travelled, index): Stage => {
    const toGo = toGoBy[index] as Float64Array;
    const arrival = new Int32Array(size).fill(-1);
    const departure = new Int32Array(size).fill(-1);
    for (let arc = 0; arc < keys.length; arc++) {
      if (hasBit(closed, arcLeg[arc] as number)) continue;
      const key = keys[arc] as number;
      const [tail, head] = [arcTail[arc] as number, arcHead[arc] as number];
      if (arrival[head] === -1 && (travelled[tail] as number) + key === travelled[head]) arrival[head] = arc;
      if (departure[tail] === -1 && key + (toGo[head] as number) === toGo[tail]) departure[tail] = arc;
    }
    return { travelled, toGo, arrival, departure };
  });
}
