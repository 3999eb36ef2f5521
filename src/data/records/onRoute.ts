import type { Commitment, Project } from "../../model/records.ts";
import type { Route } from "../../model/route.ts";
import type { Dataset } from "../dataset.ts";
import type { RecordBook } from "./book.ts";

/** A record that speaks of a place or line of a route, and of which; `corridor` where it speaks of the whole of it. */
export interface OnRoute<T> {
  readonly record: T;
  readonly places: readonly string[];
  readonly lines: readonly string[];
  readonly corridor: boolean;
}

export interface RecordsOnRoute {
  readonly projects: readonly OnRoute<Project>[];
  readonly commitments: readonly OnRoute<Commitment>[];
}

/**
 * Projects and commitments whose places or lines lie on a route, its ends included.
 * What speaks of the Trans-Caspian corridor as a whole lies on every route that crosses the Caspian by the corridor.
 */
export function recordsOnRoute(
  route: Route,
  { projects, commitments }: Pick<RecordBook, "projects" | "commitments">,
  { legById }: Pick<Dataset, "legById">,
): RecordsOnRoute {
  const legs = route.steps.filter((step) => step.kind === "leg");
  const { from, to, via } = route.query;
  const places = new Set([from, to, ...via, ...legs.flatMap((leg) => [leg.from, leg.to])]);
  const lines = new Set(legs.map(({ line }) => line));
  const isTransCaspian = legs.some(({ id }) => {
    const leg = legById.get(id);
    return leg?.sea === "caspian" && leg.corridor === true;
  });
  const found = <T extends Project | Commitment>(records: readonly T[]): OnRoute<T>[] =>
    records
      .map((record) => ({
        record,
        places: record.places.filter((id) => places.has(id)),
        lines: record.lines.filter((id) => lines.has(id)),
        corridor: record.corridor === true && isTransCaspian,
      }))
      .filter((item) => item.places.length > 0 || item.lines.length > 0 || item.corridor);
  return {
    projects: found(projects),
    commitments: found(commitments),
  };
}
