import type { RouteQuery } from "../../src/model/route.ts";
import { type Graph, route } from "../../src/routing/index.ts";

/** Something that is asked about a journey beyond the journey itself. */
export interface Analysis {
  readonly name: string;
  run(graph: Graph, question: RouteQuery): unknown;
}

/** What the benchmark times on the real network, one line each. */
export const analyses: readonly Analysis[] = [
  { name: "no route, explained", run: (graph, question) => route(graph, { ...question, modes: ["ferry"] }) },
];
