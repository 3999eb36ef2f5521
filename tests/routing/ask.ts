import type { Factors } from "../../src/model/factors.ts";
import type { Network } from "../../src/model/network.ts";
import type { NoRoute, Route, RouteQuery, RouteTransfer } from "../../src/model/route.ts";
import { buildGraph, route } from "../../src/routing/index.ts";
import { networkYear, roundFactors } from "../fixtures/networks.ts";

/** The route of a question that has one; a test fails with the reason where it has none. */
export function askRoute(world: Network, question: RouteQuery, factors: Factors = roundFactors): Route {
  const answer = route(buildGraph(world, factors, networkYear), question);
  if (answer.status === "found") return answer.route;
  throw new Error(`no route: ${JSON.stringify(answer)}`);
}

/** The reason of a question that has no route. */
export function askReason(world: Network, question: RouteQuery, factors: Factors = roundFactors): NoRoute {
  const answer = route(buildGraph(world, factors, networkYear), question);
  if (answer.status === "none") return answer.reason;
  throw new Error(`expected no route, got ${JSON.stringify(answer)}`);
}

/** The ids of a route's legs in travel order. */
export function legsOf(found: Route): string[] {
  return found.steps.flatMap((step) => (step.kind === "leg" ? [step.id] : []));
}

/** A route's transfers as short words: `port at b: rail to sea`. */
export function transfersOf(found: Route): string[] {
  return found.steps
    .filter((step): step is RouteTransfer => step.kind === "transfer")
    .map(({ transfer, at, before, after }) => `${transfer} at ${at}: ${before} to ${after}`);
}
