import { readFileSync } from "node:fs";
import type { CapacityFile } from "../../src/model/capacity.ts";
import type { RouteQuery } from "../../src/model/route.ts";
import {
  alternativeRoutes,
  criticality,
  maxFlow,
  paretoRoutes,
  reachFrom,
} from "../../src/routing/analysis.ts";
import { type Graph, route } from "../../src/routing/index.ts";

const { capacities, tonnesPerTrain } = JSON.parse(
  readFileSync(new URL("../../public/data/capacities.json", import.meta.url), "utf8"),
) as CapacityFile;

/** Something that is asked about a journey beyond the journey itself. */
export interface Analysis {
  readonly name: string;
  run(graph: Graph, question: RouteQuery): unknown;
}

/** What the benchmark times on the real network, one line each. */
export const analyses: readonly Analysis[] = [
  { name: "Pareto set", run: paretoRoutes },
  { name: "alternatives", run: (graph, question) => alternativeRoutes(graph, question) },
  { name: "criticality of every node and leg", run: criticality },
  { name: "reach, 20 days", run: (graph, question) => reachFrom(graph, question, 480) },
  {
    name: "maximum flow and minimum cut",
    run: (graph, { from, to, ...question }) =>
      maxFlow(
        graph,
        { ...question, from: [`${from}`], to: [`${to}`], unit: "t", tonnesPerTrain: tonnesPerTrain.value },
        capacities,
      ),
  },
  { name: "no route, explained", run: (graph, question) => route(graph, { ...question, modes: ["ferry"] }) },
];
