import type { Opening, Relaxation, RouteQuery } from "./route.ts";
import { allowedStatuses, modes } from "./vocabulary.ts";

type Constraints = Pick<RouteQuery, "avoid" | "close" | "modes" | "year" | "status">;

/** The relaxations of a set, in the order they are told. */
export function relaxationsOf({ kind, value, year, lines, also = [] }: Opening): readonly Relaxation[] {
  return [{ kind, value, ...(year !== undefined && { year }), ...(lines && { lines }) }, ...also];
}

/** The constraints that relaxations change, as they are after. */
export function relaxed(
  constraints: Pick<Constraints, "avoid" | "close" | "modes">,
  relaxations: readonly Relaxation[],
): Partial<Constraints> {
  const lifts = (kind: Relaxation["kind"], value: string) =>
    relaxations.some((relaxation) => relaxation.kind === kind && relaxation.value === value);
  const status = allowedStatuses.find((candidate) => lifts("status", candidate));
  const year = relaxations.find((relaxation) => relaxation.year !== undefined)?.year;
  return {
    avoid: constraints.avoid.filter((code) => !lifts("allow-country", code)),
    close: constraints.close.filter((id) => !lifts("reopen", id)),
    modes: modes.filter((mode) => constraints.modes.includes(mode) || lifts("allow-modes", mode)),
    ...(status && { status }),
    ...(year !== undefined && { year }),
  };
}
