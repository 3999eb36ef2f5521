import type { Factors } from "../model/factors.ts";
import type { Leg, Network } from "../model/network.ts";
import { type Criterion, criteria } from "../model/vocabulary.ts";
import {
  type ArcIndex,
  findOnward,
  findSideTracks,
  indexArcs,
  layArcs,
  layVertices,
  type Vertices,
} from "./arcs.ts";
import { indexLegSets, type LegSets } from "./constraints.ts";
import { keyOf } from "./criteria.ts";
import type { ArcDelay } from "./delays.ts";
import type { BoundStore } from "./landmarks.ts";
import { keepLedger, type Ledger } from "./ledger.ts";
import { type GraphPlace, indexById, placesOf, sortById } from "./places.ts";
import type { Workspace } from "./search.ts";
import { createStepWriter, type Step, type StepWriter } from "./steps.ts";
import { handlings } from "./transfers.ts";

/**
 * The network as integers in typed arrays.
 *
 * A vertex is a place left by one kind of vehicle. An arc is one leg in one direction, followed by at most one
 * handling at its end: so a cargo changes from vehicle to vehicle where the place offers exactly that change,
 * never by a chain of changes that would pass a break of gauge without changing gauge.
 * Places and legs are in the order of their ids, whatever the order of the input, so that "the lower leg"
 * means the same everywhere.
 */
export interface Graph extends Vertices, ArcIndex {
  readonly network: Network;
  readonly networkYear: number;
  readonly places: readonly GraphPlace[];
  readonly placeById: ReadonlyMap<string, number>;
  readonly legs: readonly Leg[];
  /** 1 for the vertices from which journeys to mines only go on. */
  readonly isSideTrack: Uint8Array;
  readonly arcTail: Int32Array;
  readonly arcHead: Int32Array;
  readonly arcLeg: Int32Array;
  /** The only arc on which a journey can go on after an arc, or a word of arcs.ts. */
  readonly onward: Int32Array;
  readonly arcKeys: Readonly<Record<Criterion, Float64Array>>;
  /** What an arc looks like to a person, written when first used. */
  readonly arcSteps: (readonly Step[] | undefined)[];
  /** What a person waits for on an arc that is slower than the factors say. */
  readonly arcDelays: ReadonlyMap<number, readonly ArcDelay[]>;
  readonly writer: StepWriter;
  readonly ledger: Ledger;
  readonly legSets: LegSets;
  /** Lower bounds by criterion and avoided states, measured when asked for. */
  readonly bounds: Map<string, BoundStore>;
  /** Scratch arrays of the search, one for each stage of a journey; nothing in them outlives a call. */
  readonly workspaces: Workspace[];
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
  const placeById = indexById(places);
  indexById(legs);
  const vertices = layVertices(places, placeById, legs);
  const unordered = layArcs(vertices, places, placeById, legs);
  const isSideTrack = findSideTracks(unordered, vertices, places);
  const index = indexArcs(unordered, isSideTrack);
  const { arcs } = index;

  const writer = createStepWriter(factors);
  const placeAt = (id: string) => places[placeById.get(id) as number] as GraphPlace;
  const legSteps = legs.map((leg) => writer.onLeg(leg, placeAt(leg.from), placeAt(leg.to)));
  const handlingSteps = new Map(
    handlings.map((handling) => [handling, writer.atPlace("", handling, "road", "road")]),
  );
  /** Keys add up: an arc's is its leg's and its handling's. */
  const keysBy = (criterion: Criterion): Float64Array => {
    const legKeys = legSteps.map((steps) => keyOf(criterion, steps));
    const handlingKeys = new Map(
      [...handlingSteps].map(([handling, step]) => [handling, keyOf(criterion, [step])]),
    );
    return Float64Array.from(arcs, ({ leg, handling }) => {
      const key = (legKeys[leg] as number) + (handling ? (handlingKeys.get(handling) as number) : 0);
      if (Number.isSafeInteger(key)) return key;
      throw new Error(`Leg "${legs[leg]?.id}": its ${criterion} is ${key}; check its length and the factors`);
    });
  };

  return {
    ...vertices,
    ...index,
    network,
    networkYear,
    places,
    placeById,
    legs,
    isSideTrack,
    arcTail: Int32Array.from(arcs, ({ tail }) => tail),
    arcHead: Int32Array.from(arcs, ({ head }) => head),
    arcLeg: Int32Array.from(arcs, ({ leg }) => leg),
    onward: findOnward(index),
    arcKeys: Object.fromEntries(criteria.map((criterion) => [criterion, keysBy(criterion)])) as Record<
      Criterion,
      Float64Array
    >,
    arcSteps: arcs.map(() => undefined),
    arcDelays: new Map(),
    writer,
    ledger: keepLedger(arcs, legs, legSteps, handlingSteps),
    legSets: indexLegSets(legs, places, placeById),
    bounds: new Map(),
    workspaces: [],
  };
}
