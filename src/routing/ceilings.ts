import type { Capacity } from "../model/capacity.ts";
import type { RouteQuery } from "../model/route.ts";
import type { FlowUnit } from "../model/view.ts";
import { allowedStatuses } from "../model/vocabulary.ts";

/** A forty-foot container is two twenty-foot units and 20 t of cargo, here as in the prices. */
const tonnesPerTeu = 10;

/** Which capacities hold, and how they are counted. */
export interface CeilingOptions extends Pick<RouteQuery, "year" | "status"> {
  readonly unit: FlowUnit;
  /** Projects counted on once their year has come and their status is allowed; all unless said otherwise. */
  readonly projects?: "all" | readonly string[];
  /** Tonnes of cargo a train carries, for capacities in trains a day. */
  readonly tonnesPerTrain: number;
}

/** What one place or line can carry a year, and the published capacity that says so. */
export interface Ceiling {
  readonly perYear: number;
  readonly capacityId: string;
}

/**
 * The capacity of each id that has one. Of several that hold, one in the unit asked for goes before converted ones,
 * then the later one, then the larger. A project's counts only where it is more: no project takes capacity away.
 * @param finished a project whose capacities hold whatever the year, the status and `projects` are
 */
export function ceilingsOf(
  capacities: readonly Capacity[],
  options: CeilingOptions,
  finished?: string,
): ReadonlyMap<string, Ceiling> {
  const { unit } = options;
  const amount = (capacity: Capacity) => amountPerYear(capacity, options);
  const present = capacities
    .filter((capacity) => capacity.project === undefined && isInForce(capacity, options))
    .sort(
      (a, b) =>
        Number(b.measure === unit) - Number(a.measure === unit) ||
        (b.from ?? 0) - (a.from ?? 0) ||
        amount(b) - amount(a),
    );
  const brought = capacities.filter(
    (capacity) =>
      capacity.project !== undefined &&
      (capacity.project === finished || (isInForce(capacity, options) && isCountedOn(capacity, options))),
  );
  const ceilings = new Map<string, Ceiling>();
  for (const capacity of [...present, ...brought]) {
    const ceiling = { perYear: amount(capacity), capacityId: capacity.id };
    for (const id of capacity.on) {
      const known = ceilings.get(id);
      const isMore = capacity.project !== undefined && ceiling.perYear > (known?.perYear ?? 0);
      if (!known || isMore) ceilings.set(id, ceiling);
    }
  }
  return ceilings;
}

function amountPerYear({ measure, value }: Capacity, { unit, tonnesPerTrain }: CeilingOptions): number {
  const tonnesEach = { t: 1, TEU: tonnesPerTeu, trains: 365 * tonnesPerTrain };
  return Math.round((value * tonnesEach[measure]) / (unit === "TEU" ? tonnesPerTeu : 1));
}

function isInForce({ from, until, status }: Capacity, options: CeilingOptions): boolean {
  const isAllowed =
    status === undefined || allowedStatuses.indexOf(status) <= allowedStatuses.indexOf(options.status);
  const { year } = options;
  return isAllowed && (from === undefined || year >= from) && (until === undefined || year <= until);
}

function isCountedOn({ project = "" }: Capacity, { projects = "all" }: CeilingOptions): boolean {
  return projects === "all" || projects.includes(project);
}
