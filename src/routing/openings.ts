import { relaxationsOf, relaxed } from "../model/relaxations.ts";
import type { Opening, Relaxation, Route, RouteQuery } from "../model/route.ts";
import { hasBit } from "./constraints.ts";
import { totalBy } from "./criteria.ts";
import type { Graph } from "./graph.ts";
import { findSmallestSets } from "./smallestSets.ts";
import { unusableAt } from "./times.ts";

/** The answer to a query with other constraints, or undefined where it has no route either. */
export type Attempt = (query: RouteQuery) => Route | undefined;

/** How many sets of several relaxations are told; single ones are told all. */
const toldSets = 6;

/**
 * The smallest sets of relaxations that open a route, the best one by the query's criterion first.
 * A position in the query goes on standing for the place that it stands for as asked.
 */
export function findOpenings(
  graph: Graph,
  query: RouteQuery,
  places: readonly number[],
  attempt: Attempt,
): readonly Opening[] {
  const priced = findSmallestSets(graph, query, places).flatMap((relaxations) => {
    const route = attempt({ ...query, ...relaxed(query, relaxations) });
    if (!route) return [];
    const value = totalBy(query.criterion, route.totals);
    return [{ value, opening: openingOf(graph, query, relaxations, route) }];
  });
  priced.sort((a, b) => a.value - b.value || compare(labelOf(a.opening), labelOf(b.opening)));
  const openings = priced.map(({ opening }) => opening);
  return openings[0]?.also ? openings.slice(0, toldSets) : openings;
}

function openingOf(
  graph: Graph,
  query: RouteQuery,
  relaxations: readonly Relaxation[],
  { steps, totals }: Route,
): Opening {
  const unusable = unusableAt(graph, query);
  const waitsFor = new Set(graph.legs.filter((_, leg) => hasBit(unusable, leg)).map(({ id }) => id));
  const lines = steps.flatMap((step) => (step.kind === "leg" && waitsFor.has(step.id) ? [step.line] : []));
  const [first, ...also] = relaxations.map((relaxation) =>
    relaxation.kind === "status" || relaxation.kind === "year"
      ? { ...relaxation, lines: [...new Set(lines)] }
      : relaxation,
  ) as [Relaxation, ...Relaxation[]];
  return {
    ...first,
    ...(also.length > 0 && { also }),
    durationH: totals.durationH.typical,
    costUsdPerFeu: totals.costUsdPerFeu.typical,
    emissionsKgCo2ePerFeu: totals.emissionsKgCo2ePerFeu.typical,
    distanceKm: totals.distanceKm,
    transfers: totals.transfers,
  };
}

function labelOf(opening: Opening): string {
  return relaxationsOf(opening)
    .map(({ kind, value }) => `${kind} ${value}`)
    .join(" ");
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
