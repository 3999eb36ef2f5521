import { addEfforts, type Estimate, type Handling } from "../model/estimate.ts";
import type { CountryKm, Leg } from "../model/network.ts";
import type { Route, RouteLeg, RouteQuery, RouteTransfer, Totals } from "../model/route.ts";
import type { Graph, GraphPlace } from "./graph.ts";
import type { Journey } from "./search.ts";
import { handlings, transferKindOf, type Vehicle } from "./transfers.ts";

type Step = RouteLeg | RouteTransfer;

/** A journey as a person reads it: legs and transfers in travel order, with totals. */
export function readJourney(graph: Graph, query: RouteQuery, journey: Journey): Route {
  const steps: Step[] = [];
  for (const arc of journey.arcs) {
    let part = graph.arcSteps[arc];
    if (!part) {
      part = stepsOf(graph, arc);
      graph.arcSteps[arc] = part;
    }
    for (const step of part) steps.push(step);
  }
  let distanceKm = 0;
  let transfers = 0;
  let gaugeChanges = 0;
  for (const step of steps) {
    if (step.kind === "leg") distanceKm += step.distanceKm;
    else if (step.transfer === "gauge") gaugeChanges++;
    else if (step.transfer !== "border") transfers++;
  }
  const borders = countBorders(graph, journey);
  const totals: Totals = { ...addEfforts(steps), distanceKm, transfers, borders, gaugeChanges };
  return { query, totals, countries: sumCountries(steps), steps };
}

/** The steps of one arc: its leg, the border on it, the handling at its end. */
function stepsOf(graph: Graph, arc: number): readonly Step[] {
  const legIndex = graph.arcLeg[arc] as number;
  const leg = graph.legs[legIndex] as Leg;
  const tail = graph.arcTail[arc] as number;
  const head = graph.arcHead[arc] as number;
  const origin = placeOf(graph, tail);
  const end = placeOf(graph, head);
  const steps: Step[] = [
    {
      kind: "leg",
      id: leg.id,
      line: leg.line,
      from: origin.id,
      to: end.id,
      mode: leg.mode,
      status: leg.status,
      reversed: leg.from !== origin.id,
      distanceKm: leg.lengthKm,
      countries: leg.countries,
      sources: leg.sources,
      ...(graph.legEstimates[legIndex] as Estimate),
    },
  ];
  const border = graph.legBorders[legIndex];
  if (border) steps.push(transferStep(graph, border, end.id, origin.country ?? "", end.country ?? ""));
  const handling = handlings[graph.arcHandling[arc] as number];
  if (handling) {
    const [before, after] = [graph.vehicles[tail] as Vehicle, graph.vehicles[head] as Vehicle];
    const word = handling === "gauge" ? gaugeOf : modeOf;
    steps.push(transferStep(graph, handling, end.id, word(before), word(after)));
  }
  return steps;
}

function transferStep(
  graph: Graph,
  handling: Handling,
  place: string,
  before: string,
  after: string,
): RouteTransfer {
  return {
    kind: "transfer",
    transfer: transferKindOf(handling),
    at: place,
    before,
    after,
    ...(graph.handlingEstimates.get(handling) as Estimate),
  };
}

const modeOf = (vehicle: Vehicle): string => (vehicle.startsWith("rail-") ? "rail" : vehicle);
const gaugeOf = (vehicle: Vehicle): string => vehicle.slice("rail-".length);

function placeOf(graph: Graph, vertex: number): GraphPlace {
  return graph.places[graph.placeOfVertex[vertex] as number] as GraphPlace;
}

/**
 * Borders crossed: each leg over land between two states is one, and each voyage between two states.
 * A voyage is from the port of loading to the port of unloading; waypoints and ports the ship
 * sails by do not count, nor does the territorial sea between.
 */
function countBorders(graph: Graph, journey: Journey): number {
  let borders = 0;
  let loadedIn: string | undefined;
  let isAtSea = false;
  journey.arcs.forEach((arc, index) => {
    const leg = graph.arcLeg[arc] as number;
    if (graph.legBorders[leg]) borders++;
    const mode = graph.legs[leg]?.mode;
    if (mode !== "sea" && mode !== "ferry") return;
    if (!isAtSea) loadedIn = placeOf(graph, graph.arcTail[arc] as number).country;
    isAtSea = graph.arcHandling[arc] === -1 && index + 1 < journey.arcs.length;
    if (!isAtSea && loadedIn !== placeOf(graph, graph.arcHead[arc] as number).country) borders++;
  });
  return borders;
}

/** Kilometres by state, longest first; land another state controls is kept apart. */
function sumCountries(steps: readonly Step[]): readonly CountryKm[] {
  const sums = new Map<string, { -readonly [K in keyof CountryKm]: CountryKm[K] }>();
  for (const step of steps) {
    if (step.kind !== "leg") continue;
    for (const stretch of step.countries) {
      const key = stretch.controlledBy ? `${stretch.code} ${stretch.controlledBy}` : stretch.code;
      const sum = sums.get(key);
      if (sum) sum.km += stretch.km;
      else sums.set(key, { ...stretch });
    }
  }
  return [...sums.values()].sort((a, b) => b.km - a.km || (a.code < b.code ? -1 : 1));
}
