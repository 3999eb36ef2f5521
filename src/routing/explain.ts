import type { NoRoute, NoRouteCode, RouteQuery } from "../model/route.ts";
import { modes } from "../model/vocabulary.ts";
import { hasBit } from "./constraints.ts";
import type { Graph } from "./graph.ts";
import { type Attempt, findOpenings } from "./openings.ts";
import { unusableAt, yearsToTry } from "./times.ts";

/**
 * Why a query between known places has no route, found by asking again with one constraint lifted, and what would open one.
 * The code names the constraint that alone closes the way, closures before modes before avoidance before time;
 * `several` where only lifting more than one opens a route, `not-connected` where nothing does.
 */
export function explain(
  graph: Graph,
  query: RouteQuery,
  places: readonly number[],
  attempt: Attempt,
): NoRoute {
  const code = codeOf(graph, query, attempt);
  if (code === "not-connected") return { code, opens: [] };
  const unserved = code === "year" ? findUnserved(graph, query, places) : undefined;
  return {
    code,
    ...(unserved !== undefined && { place: unserved }),
    opens: findOpenings(graph, query, places, attempt),
  };
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

/** The first place of the query that no line allowed serves in its year. */
function findUnserved(graph: Graph, query: RouteQuery, places: readonly number[]): string | undefined {
  const unusable = unusableAt(graph, query);
  const ids = places.map((place) => graph.places[place]?.id ?? "");
  return ids.find((id) => graph.legSets.byId.get(id)?.every((leg) => hasBit(unusable, leg)));
}
