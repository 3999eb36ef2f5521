import type { RouteQuery, Totals } from "../model/route.ts";
import { closedLegs, hasBit, type LegBits } from "./constraints.ts";
import type { Graph } from "./graph.ts";
import { sumArcs } from "./ledger.ts";
import type { GraphPlace } from "./places.ts";
import { findJourney, type Journey } from "./search.ts";
import { findStops } from "./stops.ts";

/** What a thing is that can be lost. */
export type LossKind = "node" | "leg" | "waterway";

/** What the loss of one thing costs the best route. */
export interface Loss {
  readonly id: string;
  readonly kind: LossKind;
  /** True where no route is left; then the extras are 0. */
  readonly lost: boolean;
  /** Typical values more than those of the best route; what is not the criterion's may be less than 0. */
  readonly extraH: number;
  readonly extraUsd: number;
  readonly extraKg: number;
}

interface Thing {
  readonly id: string;
  readonly kind: LossKind;
}

/** A thing on the best route, its loss, and how much worse the key is then. */
export interface WeighedLoss {
  readonly loss: Loss;
  readonly extraKey: number;
}

/** The best journey of a question, with what finding others like it takes. */
interface Asked {
  readonly query: RouteQuery;
  readonly stops: readonly number[];
  readonly closed: LegBits;
  readonly best: Journey;
}

/** The loss of every thing on the best route that may be listed; no stops where there is no route. */
export function lossesOf(
  graph: Graph,
  query: RouteQuery,
): { readonly losses: readonly WeighedLoss[]; readonly stops?: ReadonlySet<string> } {
  const { places: stops, refusal } = findStops(graph, query);
  if (refusal) return { losses: [] };
  const closed = closedLegs(graph.legSets, graph.legs, graph.networkYear, query);
  const best = findJourney(graph, query, closed, stops);
  if (!best) return { losses: [] };
  const asked: Asked = { query, stops, closed, best };
  const series = seriesOf(graph, asked);
  const totals = sumArcs(graph.ledger, best.arcs);
  const journeys = new Map<string, Journey | undefined>();
  const losses = thingsOn(graph, asked).map(({ id, kind }): WeighedLoss => {
    const lostLegs = (graph.legSets.byId.get(id) ?? []).filter((leg) => !hasBit(closed, leg));
    const label = [...new Set(lostLegs.map((leg) => series.get(leg) ?? leg))].sort().join();
    if (!journeys.has(label)) {
      const without = closedLegs(graph.legSets, graph.legs, graph.networkYear, {
        ...query,
        close: [...query.close, id],
      });
      journeys.set(label, findJourney(graph, query, without, stops));
    }
    const journey = journeys.get(label);
    const extra = journey ? extraOf(totals, sumArcs(graph.ledger, journey.arcs)) : noExtra;
    return {
      loss: { id, kind, lost: !journey, ...extra },
      extraKey: journey ? journey.key - best.key : Number.POSITIVE_INFINITY,
    };
  });
  return { losses, stops: new Set(stops.map((stop) => (graph.places[stop] as GraphPlace).id)) };
}

type Extra = Pick<Loss, "extraH" | "extraUsd" | "extraKg">;
type Sums = Pick<Totals, "durationH" | "costUsdPerFeu" | "emissionsKgCo2ePerFeu">;

const noExtra: Extra = { extraH: 0, extraUsd: 0, extraKg: 0 };

function extraOf(best: Sums, other: Sums): Extra {
  return {
    extraH: other.durationH.typical - best.durationH.typical,
    extraUsd: other.costUsdPerFeu.typical - best.costUsdPerFeu.typical,
    extraKg: other.emissionsKgCo2ePerFeu.typical - best.emissionsKgCo2ePerFeu.typical,
  };
}

/** The nodes, legs and waterways of the best journey whose loss is worth a word. */
function thingsOn(graph: Graph, { stops, best }: Asked): readonly Thing[] {
  const things = new Map<string, Thing>();
  const add = (kind: LossKind, id: string) => things.set(`${kind} ${id}`, { kind, id });
  for (const arc of best.arcs) {
    const leg = graph.legs[graph.arcLeg[arc] as number] as Graph["legs"][number];
    if (!leg.access) add("leg", leg.id);
    for (const waterway of leg.passes ?? []) add("waterway", waterway);
    const end = headOf(graph, arc);
    const { id, type } = graph.places[end] as GraphPlace;
    if (type !== "waypoint" && type !== "access" && !stops.includes(end)) add("node", id);
  }
  return [...things.values()];
}

/**
 * One label for all legs of the best journey that follow each other where no other way begins:
 * no journey of the query uses one of them without the others, so the loss of each is the loss of all.
 */
function seriesOf(graph: Graph, { stops, closed, best }: Asked): ReadonlyMap<number, number> {
  const series = new Map<number, number>();
  best.arcs.forEach((arc, index) => {
    const leg = graph.arcLeg[arc] as number;
    const before = best.arcs[index - 1];
    const isOn = before !== undefined && isBetweenTwo(graph, closed, stops, headOf(graph, before));
    series.set(leg, isOn ? (series.get(graph.arcLeg[before] as number) as number) : leg);
  });
  return series;
}

/** True for a place that is no stop and has exactly two open legs, roads to mines that are no stops apart. */
function isBetweenTwo(graph: Graph, closed: LegBits, stops: readonly number[], place: number): boolean {
  if (stops.includes(place)) return false;
  const { id } = graph.places[place] as GraphPlace;
  const ways = (graph.legSets.byId.get(id) ?? []).filter((index) => {
    const { from, to } = graph.legs[index] as Graph["legs"][number];
    if (hasBit(closed, index) || (from !== id && to !== id)) return false;
    const other = graph.placeById.get(from === id ? to : from) as number;
    return graph.places[other]?.type !== "deposit" || stops.includes(other);
  });
  return ways.length === 2;
}

const headOf = (graph: Graph, arc: number) => graph.placeOfVertex[graph.arcHead[arc] as number] as number;
