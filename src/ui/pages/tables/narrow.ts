import type { View } from "../../../model/view.ts";
import type { Row } from "./table.ts";

/**
 * The rows that the view's filter and mineral leave. A key that says nothing of a table, such as a mineral
 * of railways, leaves that table whole.
 */
export function narrowed(
  rows: readonly Row[],
  { filter, mineral }: Pick<View, "filter" | "mineral">,
): readonly Row[] {
  const { country, type, stage, status, from, until } = filter;
  return rows.filter(({ codes }) => {
    if (!codes) return true;
    const { countries, minerals, year } = codes;
    return (
      (!country || countries.includes(country)) &&
      (!mineral || !minerals || minerals.includes(mineral)) &&
      (!type || !codes.type || codes.type === type) &&
      (!stage || !codes.stage || codes.stage === stage) &&
      (!status || !codes.status || codes.status === status) &&
      (!from || !year || year >= Number(from.slice(0, 4))) &&
      (!until || !year || year <= Number(until.slice(0, 4)))
    );
  });
}
