import { type Estimate, estimateHandling, estimateLeg, type Handling } from "../model/estimate.ts";
import type { Factors } from "../model/factors.ts";
import type { Deposit, Leg, Network, Node } from "../model/network.ts";
import type { RouteLeg, RouteTransfer } from "../model/route.ts";
import { type Criterion, criteria } from "../model/vocabulary.ts";
import { findOnward, findSideTracks } from "./chains.ts";
import { indexLegSets, type LegSets } from "./constraints.ts";
import { keyOf, type Weights } from "./criteria.ts";
import type { Potentials } from "./landmarks.ts";
import type { Workspace } from "./search.ts";
import {
  borderBetween,
  handlingBetween,
  handlings,
  isChangeOfVehicle,
  type TransferPlace,
  type Vehicle,
  vehicleOf,
} from "./transfers.ts";

/** A node or deposit as the search knows it. */
export interface GraphPlace extends TransferPlace {
  readonly id: string;
  readonly country?: string;
  /** False where no cargo can begin or end its journey. */
  readonly routable: boolean;
}

/**
 * The network as integers in typed arrays.
 *
 * A vertex is a place left by one kind of vehicle; the vertices of a place stand side by side.
 * An arc is one leg in one direction, followed by at most one handling at its end: so a cargo changes
 * from vehicle to vehicle where the place offers exactly that change, never by a chain of changes
 * that would pass a break of gauge without changing gauge.
 * Places, legs and arcs are in the order of their ids, whatever the order of the input,
 * so that "the lower arc" means the same everywhere.
 */
export interface Graph {
  readonly network: Network;
  readonly networkYear: number;
  readonly places: readonly GraphPlace[];
  readonly placeById: ReadonlyMap<string, number>;
  readonly legs: readonly Leg[];
  /** First vertex of each place, and the number of vertices at the end. */
  readonly firstVertex: Int32Array;
  readonly placeOfVertex: Int32Array;
  readonly vehicles: readonly Vehicle[];
  /** First arc of each vertex, and the number of arcs at the end. */
  readonly firstArc: Int32Array;
  readonly arcTail: Int32Array;
  readonly arcHead: Int32Array;
  readonly arcLeg: Int32Array;
  /** End of the arcs of each vertex that do not lead to mines only; those stand last. */
  readonly mainEnd: Int32Array;
  /** For each arc the only one on which a journey can go on, or one of the words of chains.ts. */
  readonly onward: Int32Array;
  /** Index in `handlings`, or -1. */
  readonly arcHandling: Int8Array;
  readonly arcKeys: Readonly<Record<Criterion, Float64Array>>;
  readonly legEstimates: readonly Estimate[];
  /** Control on the way, for legs between two states. */
  readonly legBorders: readonly (Handling | undefined)[];
  readonly handlingEstimates: ReadonlyMap<Handling, Estimate>;
  readonly legSets: LegSets;
  /** Lower bounds by criterion, measured when first asked for. */
  readonly potentials: Map<Criterion, Potentials>;
  /** What an arc looks like to a person, put in words when first used. */
  readonly arcSteps: (readonly (RouteLeg | RouteTransfer)[])[];
  /** Scratch arrays of the search, one for each stage of a journey; nothing in them outlives a call. */
  readonly workspaces: Workspace[];
}

interface Arc {
  readonly tail: number;
  readonly head: number;
  readonly leg: number;
  readonly handling: Handling | undefined;
}

/**
 * Builds the graph of a network. All legs are in it, of every year and status:
 * what a query may not use is told to each search.
 * @param networkYear the data's own year, for promises that passed unconfirmed
 * @throws Error naming the leg or place: an end that is not there, an id used twice, a missing gauge or sea,
 *   a weight that is not finite
 */
export function buildGraph(network: Network, factors: Factors, networkYear: number): Graph {
  const legs = sortById(network.legs);
  const places = placesOf(network);
  const placeById = indexUnique(places);
  indexUnique(legs);
  const { firstVertex, placeOfVertex, vehicles } = layVertices(places, legs, placeById);
  const vertexAt = (place: number, vehicle: Vehicle): number => {
    const first = at(firstVertex, place);
    return vehicles.indexOf(vehicle, first);
  };

  const legEstimates = legs.map((leg) => estimateLeg(leg, factors));
  const handlingEstimates = new Map(
    handlings.map((handling) => [handling, estimateHandling(handling, factors)]),
  );
  const legBorders = legs.map((leg) =>
    isOverLand(leg)
      ? borderBetween(places[place(leg.from)]?.country, places[place(leg.to)]?.country)
      : undefined,
  );

  function place(id: string): number {
    return placeById.get(id) as number;
  }

  const arcs: Arc[] = [];
  legs.forEach((leg, index) => {
    const vehicle = vehicleOf(leg);
    for (const [from, to] of [
      [place(leg.from), place(leg.to)],
      [place(leg.to), place(leg.from)],
    ] as const) {
      const tail = vertexAt(from, vehicle);
      for (let head = at(firstVertex, to); head < at(firstVertex, to + 1); head++) {
        const next = vehicles[head] as Vehicle;
        if (next === vehicle) {
          arcs.push({ tail, head, leg: index, handling: undefined });
          continue;
        }
        const handling = handlingBetween(places[to] as GraphPlace, vehicle, next);
        if (handling) arcs.push({ tail, head, leg: index, handling });
      }
    }
  });
  const isSideTrack = findSideTracks(arcs, placeOfVertex, places);
  const rank = ({ head }: Arc) => isSideTrack[head] as number;
  arcs.sort((a, b) => a.tail - b.tail || rank(a) - rank(b) || a.leg - b.leg || a.head - b.head);
  const firstArc = new Int32Array(vehicles.length + 1);
  for (const arc of arcs) firstArc[arc.tail + 1] = at(firstArc, arc.tail + 1) + 1;
  for (let vertex = 0; vertex < vehicles.length; vertex++) {
    firstArc[vertex + 1] = at(firstArc, vertex + 1) + at(firstArc, vertex);
  }
  const mainEnd = firstArc.slice(0, -1);
  for (const arc of arcs) if (rank(arc) === 0) mainEnd[arc.tail] = at(mainEnd, arc.tail) + 1;
  const arcHead = Int32Array.from(arcs, (arc) => arc.head);
  const arcLeg = Int32Array.from(arcs, (arc) => arc.leg);

  const legWeights = legs.map((leg, index) => {
    const border = legBorders[index];
    return addWeights(
      weighLeg(leg, legEstimates[index] as Estimate),
      border ? weighHandling(border, handlingEstimates) : nothing,
    );
  });
  const handlingWeights = new Map(
    handlings.map((handling) => [handling, weighHandling(handling, handlingEstimates)]),
  );
  const arcWeights = arcs.map((arc) =>
    addWeights(
      legWeights[arc.leg] as Weights,
      arc.handling ? (handlingWeights.get(arc.handling) as Weights) : nothing,
    ),
  );
  const keysBy = (criterion: Criterion): Float64Array =>
    Float64Array.from(arcs, (arc, index) => {
      const key = keyOf(criterion, arcWeights[index] as Weights);
      if (Number.isSafeInteger(key) && key > 0) return key;
      throw new Error(
        `Leg "${legs[arc.leg]?.id}": its ${criterion} is ${key}; check its length and the factors`,
      );
    });

  return {
    network,
    networkYear,
    places,
    placeById,
    legs,
    firstVertex,
    placeOfVertex,
    vehicles,
    firstArc,
    arcTail: Int32Array.from(arcs, (arc) => arc.tail),
    arcHead,
    arcLeg,
    mainEnd,
    onward: findOnward({ firstArc, arcHead, arcLeg }, mainEnd),
    arcHandling: Int8Array.from(arcs, (arc) => (arc.handling ? handlings.indexOf(arc.handling) : -1)),
    arcKeys: Object.fromEntries(criteria.map((criterion) => [criterion, keysBy(criterion)])) as Record<
      Criterion,
      Float64Array
    >,
    legEstimates,
    legBorders,
    handlingEstimates,
    legSets: indexLegSets(legs, places, placeById),
    potentials: new Map(),
    arcSteps: [],
    workspaces: [],
  };
}

/** An element that is known to be there; the check is for the compiler, not for the data. */
export function at(array: Int32Array, index: number): number {
  return array[index] as number;
}

function isOverLand(leg: Leg): boolean {
  return leg.mode === "rail" || leg.mode === "road";
}

function sortById<T extends { readonly id: string }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

function indexUnique(items: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  const index = new Map<string, number>();
  items.forEach(({ id }, position) => {
    if (index.has(id))
      throw new Error(`Id "${id}" is used twice; ids of nodes, deposits and legs are unique`);
    index.set(id, position);
  });
  return index;
}

function placesOf(network: Network): GraphPlace[] {
  const seaOf = new Map<string, "caspian" | "short" | "deep">();
  // A port of several waters waits as the longest voyages do; the Caspian meets no other sea.
  const rank = { short: 0, deep: 1, caspian: 2 };
  for (const leg of network.legs) {
    if (leg.mode !== "sea" || !leg.sea) continue;
    for (const id of [leg.from, leg.to]) {
      const known = seaOf.get(id);
      if (!known || rank[leg.sea] > rank[known]) seaOf.set(id, leg.sea);
    }
  }
  const nodePlace = (node: Node): GraphPlace => {
    const sea = seaOf.get(node.id);
    return {
      id: node.id,
      type: node.type,
      gauges: node.gauges ?? [],
      routable: node.type !== "waypoint",
      ...(node.country !== undefined && { country: node.country }),
      ...(sea && { sea }),
    };
  };
  const depositPlace = (deposit: Deposit): GraphPlace => ({
    id: deposit.id,
    type: "deposit",
    gauges: [],
    routable: deposit.routable,
    country: deposit.country,
  });
  return sortById([...network.nodes.map(nodePlace), ...network.deposits.map(depositPlace)]);
}

function layVertices(
  places: readonly GraphPlace[],
  legs: readonly Leg[],
  placeById: ReadonlyMap<string, number>,
): { firstVertex: Int32Array; placeOfVertex: Int32Array; vehicles: Vehicle[] } {
  const vehiclesAt = places.map(() => new Set<Vehicle>());
  for (const leg of legs) {
    if (leg.from === leg.to)
      throw new Error(`Leg "${leg.id}": both ends are "${leg.from}"; split the circle`);
    for (const id of [leg.from, leg.to]) {
      const place = placeById.get(id);
      if (place === undefined) throw new Error(`Leg "${leg.id}": no node or deposit has the id "${id}"`);
      vehiclesAt[place]?.add(vehicleOf(leg));
    }
  }
  const firstVertex = new Int32Array(places.length + 1);
  const vehicles: Vehicle[] = [];
  const placeOfVertex: number[] = [];
  vehiclesAt.forEach((set, place) => {
    for (const vehicle of [...set].sort()) {
      vehicles.push(vehicle);
      placeOfVertex.push(place);
    }
    firstVertex[place + 1] = vehicles.length;
  });
  return { firstVertex, placeOfVertex: Int32Array.from(placeOfVertex), vehicles };
}

const nothing: Weights = { seconds: 0, cents: 0, metres: 0, grams: 0, transfers: 0, handlings: 0 };

/** Each weight of a leg is at least one unit: then no circle is free, and every tie can be told apart. */
function weighLeg(leg: Leg, estimate: Estimate): Weights {
  const { seconds, cents, grams } = weighEstimate(estimate);
  return {
    seconds: Math.max(1, seconds),
    cents: Math.max(1, cents),
    metres: Math.max(1, Math.round(leg.lengthKm * 1000)),
    grams: Math.max(1, grams),
    transfers: 0,
    handlings: 0,
  };
}

function weighHandling(handling: Handling, estimates: ReadonlyMap<Handling, Estimate>): Weights {
  return {
    ...weighEstimate(estimates.get(handling) as Estimate),
    metres: 0,
    transfers: isChangeOfVehicle(handling) ? 1 : 0,
    handlings: isChangeOfVehicle(handling) || handling === "gauge" ? 1 : 0,
  };
}

function weighEstimate(estimate: Estimate): { seconds: number; cents: number; grams: number } {
  return {
    seconds: Math.round(estimate.durationH.typical * 3600),
    cents: Math.round(estimate.costUsdPerFeu.typical * 100),
    grams: Math.round(estimate.emissionsKgCo2ePerFeu.typical * 1000),
  };
}

function addWeights(a: Weights, b: Weights): Weights {
  return {
    seconds: a.seconds + b.seconds,
    cents: a.cents + b.cents,
    metres: a.metres + b.metres,
    grams: a.grams + b.grams,
    transfers: a.transfers + b.transfers,
    handlings: a.handlings + b.handlings,
  };
}
