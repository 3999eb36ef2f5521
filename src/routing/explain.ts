import type { NoRoute, NoRouteCode, Relaxation, Route, RouteQuery } from "../model/route.ts";
import { allowedStatuses, modes } from "../model/vocabulary.ts";
import { totalBy } from "./criteria.ts";
import type { Graph } from "./graph.ts";

/** The answer to a query with other constraints, or undefined where it has no route either. */
export type Attempt = (query: RouteQuery) => Route | undefined;

interface Opening {
  readonly relaxation: Relaxation;
  readonly value: number;
}

/**
 * Why a query between two known places has no route, found by asking again with one constraint lifted.
 * The code names the constraint that alone closes the way, closures before modes before avoidance before time;
 * `several` where only lifting more than one opens a route, `not-connected` where nothing does.
 */
export function explain(graph: Graph, query: RouteQuery, attempt: Attempt): NoRoute {
  return { code: codeOf(graph, query, attempt), opens: findOpenings(graph, query, attempt) };
}

/** Every single relaxation that opens a route, the best one by the query's criterion first. */
export function findOpenings(graph: Graph, query: RouteQuery, attempt: Attempt): readonly Relaxation[] {
  const openings: Opening[] = [];
  const consider = (kind: Relaxation["kind"], value: string, changes: Partial<RouteQuery>): boolean => {
    const route = attempt({ ...query, ...changes });
    if (!route) return false;
    const { totals } = route;
    const year = changes.year;
    openings.push({
      value: totalBy(query.criterion, totals),
      relaxation: {
        kind,
        value,
        ...(year !== undefined && year !== query.year && { year }),
        durationH: totals.durationH.typical,
        costUsdPerFeu: totals.costUsdPerFeu.typical,
        emissionsKgCo2ePerFeu: totals.emissionsKgCo2ePerFeu.typical,
        distanceKm: totals.distanceKm,
        transfers: totals.transfers,
      },
    });
    return true;
  };
  for (const code of query.avoid) {
    consider("allow-country", code, { avoid: query.avoid.filter((other) => other !== code) });
  }
  for (const id of query.close) {
    consider("reopen", id, { close: query.close.filter((other) => other !== id) });
  }
  for (const mode of modes) {
    if (!query.modes.includes(mode)) consider("allow-modes", mode, { modes: [...query.modes, mode] });
  }
  // A less certain status is worth a word only where it opens a route earlier than a more certain one.
  let before = Number.POSITIVE_INFINITY;
  for (const status of allowedStatuses.slice(allowedStatuses.indexOf(query.status))) {
    for (const year of yearsToTry(graph, query.year)) {
      if (year >= before) break;
      const isOpened =
        status === query.status
          ? consider("year", `${year}`, { year })
          : consider("status", status, { status, year });
      if (!isOpened) continue;
      before = year;
      break;
    }
  }
  return openings
    .sort((a, b) => a.value - b.value || compare(labelOf(a), labelOf(b)))
    .map(({ relaxation }) => relaxation);
}

function codeOf(graph: Graph, query: RouteQuery, attempt: Attempt): NoRouteCode {
  const opensWith = (changes: Partial<RouteQuery>) => attempt({ ...query, ...changes }) !== undefined;
  if (opensWith({ close: [] })) return "closure";
  if (opensWith({ modes })) return "modes";
  if (opensWith({ avoid: [] })) return "avoidance";
  // Every year, not only the last one: what a promise opens, a closing may have shut by then.
  const times = yearsToTry(graph, query.year).map((year) => ({ status: "planned", year }) as const);
  if (times.some(opensWith)) return "year";
  const free = { close: [], modes, avoid: [] };
  return [{}, ...times].some((time) => opensWith({ ...free, ...time })) ? "several" : "not-connected";
}

/** The year asked for and every later one in which some leg opens. */
function yearsToTry(graph: Graph, year: number): readonly number[] {
  const openings = graph.legs.flatMap((leg) => [
    ...(leg.opened === undefined ? [] : [leg.opened]),
    ...(leg.expected === undefined ? [] : [leg.expected + 1]),
  ]);
  return [...new Set([year, ...openings.filter((opening) => opening > year)])].sort((a, b) => a - b);
}

const labelOf = ({ relaxation }: Opening): string => `${relaxation.kind} ${relaxation.value}`;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
