import type { CapacityFile } from "../../model/capacity.ts";
import type { RouteQuery } from "../../model/route.ts";
import type { View } from "../../model/view.ts";
import type { FlowQuestion } from "../../routing/analysis.ts";

/** The question of a flow: between the chosen groups and places, else between the ends of the route's question. */
export function flowQuestionOf(
  { flowFrom, flowTo, flowUnit, reduce }: View,
  conditions: Omit<RouteQuery, "from" | "to" | "via" | "criterion" | "slow">,
  ends: Partial<Pick<RouteQuery, "from" | "to">>,
  { groups, tonnesPerTrain }: CapacityFile,
): FlowQuestion | undefined {
  const members = (ids: readonly string[], end: RouteQuery["from"] | undefined) => {
    const chosen = ids.length > 0 ? ids : typeof end === "string" ? [end] : [];
    return [
      ...new Set(chosen.flatMap((id) => groups.find((group) => group.id === id)?.members ?? [id])),
    ].filter((id) => !conditions.close.includes(id));
  };
  const from = members(flowFrom, ends.from);
  const to = members(flowTo, ends.to);
  if (from.length === 0 || to.length === 0) return undefined;
  const { avoid, close, modes, year, status } = conditions;
  return {
    from,
    to,
    avoid,
    close,
    modes,
    year,
    status,
    unit: flowUnit,
    tonnesPerTrain: tonnesPerTrain.value,
    reduced: new Map(reduce.map(({ id, percentLeft }) => [id, percentLeft / 100])),
  };
}
