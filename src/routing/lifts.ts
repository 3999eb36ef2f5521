import type { Capacity } from "../model/capacity.ts";
import { ceilingOf, type Finished, type FlowQuestion } from "./capacity.ts";
import type { Graph } from "./graph.ts";
import { compareIds } from "./places.ts";

/** By how much one project raises the ceiling. */
export interface Lift {
  readonly id: string;
  /** The ceiling with the project. */
  readonly perYear: number;
  /** How much more that is; infinite where the project opens a way without known capacity. */
  readonly more: number;
}

/**
 * By how much each project alone raises the ceiling, largest first, then by id: its lines opened and its capacities
 * in force, beside what operates in the year of the question without any other project.
 */
export function liftsOf(
  graph: Graph,
  question: FlowQuestion,
  capacities: readonly Capacity[],
  projects: readonly Finished[],
): readonly Lift[] {
  const today: FlowQuestion = { ...question, status: "operating", projects: [] };
  const base = ceilingOf(graph, today, capacities);
  return projects
    .map((project): Lift => {
      const perYear = ceilingOf(graph, today, capacities, project);
      return { id: project.id, perYear, more: perYear === base ? 0 : perYear - base };
    })
    .sort((a, b) => (a.more === b.more ? compareIds(a.id, b.id) : b.more - a.more));
}
