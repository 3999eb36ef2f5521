import type { Capacity } from "../model/capacity.ts";
import type { RouteQuery } from "../model/route.ts";
import { type Ceiling, type CeilingOptions, ceilingsOf } from "./ceilings.ts";
import { closedLegs, forbiddenLegs, hasBit } from "./constraints.ts";
import { type FlowNetwork, layFlowNetwork } from "./flowNetwork.ts";
import type { Graph } from "./graph.ts";
import { findMaximumFlow, findUnlimitedWay } from "./maximumFlow.ts";
import { compareIds, type GraphPlace } from "./places.ts";
import { findShortestFlow } from "./shortestFlow.ts";
import { findEnd } from "./stops.ts";

/** How much cargo a year can go from some places to others. */
export interface FlowQuestion extends Pick<RouteQuery, "avoid" | "close" | "modes">, CeilingOptions {
  /** Ids of nodes and deposits; those where no journey can begin are passed over. */
  readonly from: readonly string[];
  /** Likewise; a place that is among `from` too is passed over here. */
  readonly to: readonly string[];
  /** The share of its capacity, 0 to 1, that is left of a node, leg or line; 0 closes it. */
  readonly reduced?: ReadonlyMap<string, number>;
}

/** The most that can go, and what holds it back. */
export interface Flow {
  /** In the unit asked for; infinite where some way has no known capacity at all. */
  readonly perYear: number;
  /** The bottleneck: without these there is no way, and their capacities sum to `perYear`. */
  readonly cut: readonly {
    readonly id: string;
    readonly kind: "node" | "leg";
    readonly capacity: number;
    /** The published capacity that says so. */
    readonly capacityId: string;
  }[];
  /** The way to send that much with the fewest tonne-kilometres: the legs that carry something; none where it is infinite. */
  readonly flows: readonly { readonly leg: string; readonly perYear: number }[];
  /**
   * Legs and places that carry something and whose capacity nobody has published, waypoints and the bare points
   * where mines' roads join apart; those of one way where the flow is infinite.
   */
  readonly unknown: readonly string[];
}

/** A project whose lines are open and whose capacities hold, whatever the year and status are. */
export interface Finished {
  readonly id: string;
  readonly lines: readonly string[];
}

/** What can be in a bottleneck. */
interface Limit {
  readonly id: string;
  readonly kind: "node" | "leg";
  readonly ceiling: Ceiling | undefined;
  /** False for what no reader would look for a capacity of. */
  readonly isNamed: boolean;
}

/**
 * The largest flow from some places to others, one way, in a year, and a smallest cut.
 *
 * A leg's capacity is its own or that of its line, which each leg of the line has for itself: a capacity shared by
 * things side by side is not supported. A node's capacity limits everything handled at the node or passing it,
 * by whatever vehicle. Capacities are of both directions together. A unit is converted where the one asked for is
 * not published: 1 TEU is 10 t, and trains a day carry `tonnesPerTrain` on 365 days. What has no known capacity
 * limits nothing, so the answer is an upper bound and names what it does not know.
 */
export function maxFlow(graph: Graph, question: FlowQuestion, capacities: readonly Capacity[]): Flow {
  const { network, limitOf } = layOut(graph, question, capacities);
  return readFlow(graph, network, limitOf);
}

/**
 * `perYear` of that flow alone, which is found sooner.
 * @param finished a project that counts as done beside what the question says
 */
export function ceilingOf(
  graph: Graph,
  question: FlowQuestion,
  capacities: readonly Capacity[],
  finished?: Finished,
): number {
  const { network } = layOut(graph, question, capacities, finished);
  return findUnlimitedWay(network) ? Number.POSITIVE_INFINITY : findMaximumFlow(network).value;
}

/** The network of a question, and what limits each of its edges. */
function layOut(
  graph: Graph,
  question: FlowQuestion,
  capacities: readonly Capacity[],
  finished?: Finished,
): { readonly network: FlowNetwork; readonly limitOf: (edge: number) => Limit | undefined } {
  const { reduced = new Map<string, number>() } = question;
  const shut = [...reduced].filter(([, share]) => share <= 0).map(([id]) => id);
  const asked = { ...question, close: [...question.close, ...shut] };
  const from = endsOf(graph, asked, question.from);
  const to = endsOf(graph, asked, question.to);
  for (const end of from) to.delete(end);

  const ceilings = ceilingsOf(capacities, question, finished?.id);
  const limitOfLeg = (index: number): Limit => {
    const { id, line } = graph.legs[index] as Graph["legs"][number];
    return { id, kind: "leg", ceiling: ceilings.get(id) ?? ceilings.get(line), isNamed: true };
  };
  const limitOfPlace = (index: number): Limit => {
    const { id, type } = graph.places[index] as GraphPlace;
    const isNamed = type !== "waypoint" && type !== "access";
    return { id, kind: "node", ceiling: ceilings.get(id), isNamed };
  };
  const capacityOf = ({ id, ceiling }: Limit, line = id) => {
    const share = Math.min(reduced.get(id) ?? 1, reduced.get(line) ?? 1);
    return ceiling ? Math.round(ceiling.perYear * share) : Number.POSITIVE_INFINITY;
  };
  const network = layFlowNetwork(graph, from, to, {
    isOpen: openLegs(graph, asked, finished),
    ofLeg: (leg) => capacityOf(limitOfLeg(leg), graph.legs[leg]?.line),
    ofPlace: (place) => capacityOf(limitOfPlace(place)),
  });
  return {
    network,
    limitOf: (edge) => {
      const [leg, place] = [network.legs[edge] as number, network.places[edge] as number];
      if (leg !== -1) return limitOfLeg(leg);
      return place === -1 ? undefined : limitOfPlace(place);
    },
  };
}

function endsOf(graph: Graph, question: FlowQuestion, ids: readonly string[]): Set<number> {
  return new Set(ids.flatMap((id) => findEnd(graph, question, id) ?? []));
}

function openLegs(graph: Graph, question: FlowQuestion, finished: Finished | undefined) {
  const closed = closedLegs(graph.legSets, graph.legs, graph.networkYear, question);
  const forbidden = forbiddenLegs(graph.legSets, question);
  const opened = new Set(finished?.lines);
  return (index: number): boolean => {
    const { line, freight } = graph.legs[index] as Graph["legs"][number];
    return !hasBit(closed, index) || (opened.has(line) && freight !== false && !hasBit(forbidden, index));
  };
}

function readFlow(graph: Graph, network: FlowNetwork, limitOf: (edge: number) => Limit | undefined): Flow {
  const unknownOf = (edges: readonly number[]): readonly string[] => {
    const limits = edges.flatMap((edge) => limitOf(edge) ?? []);
    return [
      ...new Set(limits.filter(({ ceiling, isNamed }) => !ceiling && isNamed).map(({ id }) => id)),
    ].sort(compareIds);
  };
  const unlimited = findUnlimitedWay(network);
  if (unlimited) {
    return { perYear: Number.POSITIVE_INFINITY, cut: [], flows: [], unknown: unknownOf(unlimited) };
  }
  const { value, isSourceSide } = findMaximumFlow(network);
  const metres = network.legs.map((leg) => Math.round((graph.legs[leg]?.lengthKm ?? 0) * 1000));
  const flows = findShortestFlow(network, metres, value);
  const passed: number[] = [];
  const cut: Flow["cut"][number][] = [];
  /** What goes one way on a leg and what comes back cancel out. */
  const flowByLeg = new Map<number, number>();
  network.tails.forEach((tail, edge) => {
    const flow = flows[edge] as number;
    const leg = network.legs[edge] as number;
    if (leg !== -1) flowByLeg.set(leg, Math.abs(flow - (flowByLeg.get(leg) ?? 0)));
    if (flow > 0) passed.push(edge);
    if (isSourceSide[tail] === 0 || isSourceSide[network.heads[edge] as number] === 1) return;
    const limit = limitOf(edge);
    if (!limit?.ceiling) return;
    const { id, kind, ceiling } = limit;
    cut.push({ id, kind, capacity: network.capacities[edge] as number, capacityId: ceiling.capacityId });
  });
  return {
    perYear: value,
    cut: cut.sort((a, b) => compareIds(a.id, b.id)),
    flows: [...flowByLeg]
      .filter(([, perYear]) => perYear > 0)
      .sort(([a], [b]) => a - b)
      .map(([leg, perYear]) => ({ leg: (graph.legs[leg] as Graph["legs"][number]).id, perYear })),
    unknown: unknownOf(passed.filter((edge) => flowByLeg.get(network.legs[edge] as number) !== 0)),
  };
}
