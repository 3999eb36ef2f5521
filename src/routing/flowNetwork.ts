import type { Graph } from "./graph.ts";
import type { GraphPlace } from "./places.ts";
import type { FlowEdges } from "./residual.ts";
import { handlingBetween, type Vehicle } from "./transfers.ts";

/** Capacities by leg and by place, as the graph numbers them; infinite where nothing is known. */
export interface FlowLimits {
  readonly ofLeg: (leg: number) => number;
  readonly ofPlace: (place: number) => number;
  readonly isOpen: (leg: number) => boolean;
}

/** The edges of a flow network and what each stands for. */
export interface FlowNetwork extends FlowEdges {
  /** The leg of each edge, -1 for the others. */
  readonly legs: readonly number[];
  /** The place each edge passes, -1 for the others. */
  readonly places: readonly number[];
}

/**
 * Lays out the open legs for a flow from some places to others, with a source before the ones and a sink behind
 * the others. A place is split in two with its capacity between, a leg is one edge each way; since what goes
 * both ways could as well turn round before it, no largest flow needs both.
 * Where a place does not offer every change between its vehicles, each arriving vehicle has the capacity for
 * itself: keeping them apart and adding them up are not both possible in a flow, so the ceiling stays an upper bound.
 */
export function layFlowNetwork(
  graph: Graph,
  from: ReadonlySet<number>,
  to: ReadonlySet<number>,
  limits: FlowLimits,
): FlowNetwork {
  const [source, sink] = [0, 1];
  let size = 2;
  const tails: number[] = [];
  const heads: number[] = [];
  const capacities: number[] = [];
  const ofLegs: number[] = [];
  const ofPlaces: number[] = [];
  const add = (tail: number, head: number, capacity: number, { leg = -1, place = -1 } = {}): void => {
    tails.push(tail);
    heads.push(head);
    capacities.push(capacity);
    ofLegs.push(leg);
    ofPlaces.push(place);
  };
  const join = (tail: number, head: number) => add(tail, head, Number.POSITIVE_INFINITY);

  const arrivals: number[] = [];
  const departures: number[] = [];
  graph.places.forEach((place, index) => {
    const first = graph.firstVertex[index] as number;
    const vehicles = graph.vehicles.slice(first, graph.firstVertex[index + 1]);
    const isEnd = from.has(index) || to.has(index);
    // A mine is no thoroughfare: what arrives there stays.
    const isPassable = place.type !== "deposit" || isEnd;
    const layGroup = (): { arrival: number; handled: number } => {
      const [arrival, handled] = [size, size + 1];
      size += 2;
      if (isPassable) add(arrival, handled, limits.ofPlace(index), { place: index });
      if (from.has(index)) join(source, arrival);
      if (to.has(index)) join(handled, sink);
      return { arrival, handled };
    };
    // What passes an end could as well begin or end there, so that its changes do not matter.
    if (vehicles.length > 0 && (isEnd || changesAll(place, vehicles))) {
      const { arrival, handled } = layGroup();
      vehicles.forEach((_, a) => {
        arrivals[first + a] = arrival;
        departures[first + a] = handled;
      });
      return;
    }
    const groups = vehicles.map(layGroup);
    groups.forEach(({ arrival }, a) => {
      arrivals[first + a] = arrival;
      departures[first + a] = size++;
    });
    groups.forEach(({ handled }, a) => {
      vehicles.forEach((leaving, b) => {
        const isOffered = a === b || handlingBetween(place, vehicles[a] as Vehicle, leaving) !== undefined;
        if (isOffered) join(handled, departures[first + b] as number);
      });
    });
  });

  graph.arcTail.forEach((tail, arc) => {
    const head = graph.arcHead[arc] as number;
    const leg = graph.arcLeg[arc] as number;
    // Handlings are edges of their own: only the arc without one stands for the leg.
    if (graph.vehicles[tail] !== graph.vehicles[head] || !limits.isOpen(leg)) return;
    add(departures[tail] as number, arrivals[head] as number, limits.ofLeg(leg), { leg });
  });
  return { size, source, sink, tails, heads, capacities, legs: ofLegs, places: ofPlaces };
}

/** True where a place changes the cargo from each of its vehicles to each other one. */
function changesAll(place: GraphPlace, vehicles: readonly Vehicle[]): boolean {
  return vehicles.every((a) => vehicles.every((b) => a === b || handlingBetween(place, a, b) !== undefined));
}
