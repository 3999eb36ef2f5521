import type { Delay, RouteQuery, RouteTransfer } from "../model/route.ts";
import { type Criterion, criteria } from "../model/vocabulary.ts";
import { waitingKey } from "./criteria.ts";
import type { Graph } from "./graph.ts";
import { withWaiting } from "./ledger.ts";

/** A wait on an arc: before the leg where a journey starts, else at its end. */
export interface ArcDelay {
  readonly when: "before" | "after";
  readonly step: RouteTransfer;
}

/** Few questions are compared at a time; each keeps its own weights. */
const keptCount = 8;

const slowed = new WeakMap<Graph, Map<string, Graph>>();

/**
 * The graph as a question finds it: with its delays in the times. Legs, places and constraints are the same,
 * and since nothing becomes quicker, only the times and what is bounded by them are made anew.
 *
 * A slow node delays each cargo that arrives there, and the one that starts there as it leaves; a slow line is
 * slow along its whole length, a part of it by its share; a leg or waterway each time it is passed.
 */
export function withDelays(graph: Graph, { from, slow }: Pick<RouteQuery, "from" | "slow">): Graph {
  if (slow.length === 0) return graph;
  const known = slowed.get(graph) ?? new Map<string, Graph>();
  slowed.set(graph, known);
  const key = JSON.stringify([slow, slow.some(({ id }) => id === from) ? from : ""]);
  let delayed = known.get(key);
  if (!delayed) {
    delayed = slowDown(graph, slow, from);
    known.set(key, delayed);
    const [oldest] = known.keys();
    if (known.size > keptCount && oldest !== undefined) known.delete(oldest);
  }
  return delayed;
}

function slowDown(graph: Graph, slow: readonly Delay[], from: RouteQuery["from"]): Graph {
  const arcDelays = new Map<number, ArcDelay[]>();
  const hoursByArc = new Map<number, number>();
  for (const delay of slow) {
    const hoursOn = hoursOf(graph, delay);
    for (let arc = 0; arc < graph.arcHead.length; arc++) {
      const leaves = delay.id === from && placeOf(graph, graph.arcTail[arc] as number) === delay.id;
      const hours = leaves ? delay.days * 24 : hoursOn(arc);
      if (hours === 0) continue;
      const at = placeOf(graph, graph[leaves ? "arcTail" : "arcHead"][arc] as number);
      const step = waitAt(at, delay.id, hours);
      arcDelays.set(arc, [...(arcDelays.get(arc) ?? []), { when: leaves ? "before" : "after", step }]);
      hoursByArc.set(arc, (hoursByArc.get(arc) ?? 0) + hours);
    }
  }
  const keysBy = (criterion: Criterion): Float64Array => {
    const keys = graph.arcKeys[criterion].slice();
    for (const [arc, hours] of hoursByArc) keys[arc] = (keys[arc] as number) + waitingKey(criterion, hours);
    return keys;
  };
  return {
    ...graph,
    arcKeys: Object.fromEntries(
      criteria.map((criterion) => [criterion, keysBy(criterion)]),
    ) as Graph["arcKeys"],
    arcSteps: graph.arcSteps.map(() => undefined),
    arcDelays,
    ledger: withWaiting(graph.ledger, hoursByArc),
    bounds: new Map(),
  };
}

/** Hours that a slow thing adds at the end of an arc. */
function hoursOf(graph: Graph, { id, days }: Delay): (arc: number) => number {
  const hours = days * 24;
  const place = graph.placeById.get(id);
  if (place !== undefined) return (arc) => (placeOf(graph, graph.arcHead[arc] as number) === id ? hours : 0);
  const isLeg = graph.legs.some((leg) => leg.id === id);
  const lineKm = graph.legs.reduce((sum, leg) => (leg.line === id ? sum + leg.lengthKm : sum), 0);
  return (arc) => {
    const leg = graph.legs[graph.arcLeg[arc] as number];
    if (!leg) return 0;
    if (leg.id === id || leg.passes?.some((waterway) => waterway === id)) return hours;
    return !isLeg && leg.line === id ? (hours * leg.lengthKm) / lineKm : 0;
  };
}

function placeOf({ places, placeOfVertex }: Graph, vertex: number): string | undefined {
  return places[placeOfVertex[vertex] as number]?.id;
}

function waitAt(at: string | undefined, id: string, hours: number): RouteTransfer {
  const none = { min: 0, typical: 0, max: 0 };
  return {
    kind: "transfer",
    transfer: "delay",
    at: at ?? id,
    before: id,
    after: id,
    durationH: { min: hours, typical: hours, max: hours },
    costUsdPerFeu: none,
    emissionsKgCo2ePerFeu: none,
    factors: [],
  };
}
