import { useMemo } from "react";
import type { Narrowing } from "../../data/records/filter.ts";
import { useAppState } from "../context.ts";

/** What the records are narrowed to now. */
export function useNarrowing(): Narrowing {
  const mineral = useAppState((state) => state.view.mineral);
  const filter = useAppState((state) => state.view.filter);
  return useMemo(() => ({ filter, ...(mineral !== undefined && { mineral }) }), [mineral, filter]);
}
