import type { RouteQuery } from "../model/route.ts";
import type { Graph } from "./graph.ts";
import { type Loss, type LossKind, lossesOf, type WeighedLoss } from "./losses.ts";
import { compareIds } from "./places.ts";

/** What the loss of one thing costs a set of questions. */
export interface CorridorLoss {
  readonly id: string;
  readonly kind: LossKind;
  /** Questions left without a route. */
  readonly lostPairs: number;
  /** Mean over the questions that keep a route, those whose route does not use the thing included. */
  readonly meanExtraH: number;
  readonly meanExtraUsd: number;
  /** Questions whose best route uses the thing. */
  readonly pairs: number;
}

/**
 * What the loss of each single node, leg and waterway costs the best route of a query, worst first:
 * those without which there is no route, then by what the criterion loses, then by id.
 * The figures are those of the route with the thing closed. Only what lies on the best route can matter.
 * Not listed: the stops of the query, waypoints, the bare points where mines' roads join, these roads,
 * and things with an equally good way round. Legs in series lose the same and are listed one by one.
 * Empty where the query has no route.
 */
export function criticality(graph: Graph, query: RouteQuery): readonly Loss[] {
  return lossesOf(graph, query)
    .losses.filter(({ extraKey }) => extraKey > 0)
    .sort((a, b) => b.extraKey - a.extraKey || compareIds(a.loss.id, b.loss.id))
    .map(({ loss }) => loss);
}

/**
 * What the loss of each thing costs several questions, worst first: by the questions it leaves without a route,
 * then by mean hours, then by id. Questions without a route do not count; nor does, for a node, a question
 * that begins, stops or ends there. Things whose loss costs no question anything are left out.
 */
export function corridorCriticality(graph: Graph, queries: readonly RouteQuery[]): readonly CorridorLoss[] {
  const lossesByThing = new Map<string, WeighedLoss[]>();
  const callsAt = new Map<string, number>();
  let routed = 0;
  for (const query of queries) {
    const { losses, stops } = lossesOf(graph, query);
    if (!stops) continue;
    routed++;
    for (const stop of stops) callsAt.set(stop, (callsAt.get(stop) ?? 0) + 1);
    for (const weighed of losses) {
      const key = `${weighed.loss.kind} ${weighed.loss.id}`;
      const known = lossesByThing.get(key);
      if (known) known.push(weighed);
      else lossesByThing.set(key, [weighed]);
    }
  }
  return [...lossesByThing.values()]
    .filter((weighed) => weighed.some(({ extraKey }) => extraKey > 0))
    .map((weighed): CorridorLoss => {
      const losses = weighed.map(({ loss }) => loss);
      const { id, kind } = losses[0] as Loss;
      const lostPairs = losses.filter(({ lost }) => lost).length;
      const counted = routed - (kind === "node" ? (callsAt.get(id) ?? 0) : 0);
      const mean = (extra: (loss: Loss) => number) =>
        losses.reduce((sum, loss) => sum + extra(loss), 0) / Math.max(1, counted - lostPairs);
      return {
        id,
        kind,
        lostPairs,
        meanExtraH: mean(({ extraH }) => extraH),
        meanExtraUsd: mean(({ extraUsd }) => extraUsd),
        pairs: losses.length,
      };
    })
    .sort((a, b) => b.lostPairs - a.lostPairs || b.meanExtraH - a.meanExtraH || compareIds(a.id, b.id));
}
