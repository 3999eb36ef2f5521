import type { Dataset } from "../../data/dataset.ts";
import type { CorridorLoss, Loss } from "../../routing/analysis.ts";

/** Losses as a person lists them: the legs of a line that cost the same are one entry under the line's id. */
export function listedLosses<L extends Loss | CorridorLoss>(
  losses: readonly L[],
  { legById }: Dataset,
): readonly L[] {
  const seen = new Set<string>();
  return losses.flatMap((loss) => {
    const line = legById.get(loss.id)?.line;
    if (line === undefined) return [loss];
    const { id: _, ...cost } = loss;
    const key = `${line} ${JSON.stringify(cost)}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ ...loss, id: line }];
  });
}
