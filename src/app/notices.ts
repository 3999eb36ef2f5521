import type { LinkNotice } from "../state/linkValues.ts";
import type { Notice } from "../state/store.ts";

/** Turns what the link decoder dropped into notices for the reader. */
export function noticesOf(dropped: readonly LinkNotice[]): readonly Notice[] {
  return dropped.map(({ parameter, value, problem, allowed }) => ({
    key: `notice.${problem}`,
    values: { parameter, value, allowed },
  }));
}
