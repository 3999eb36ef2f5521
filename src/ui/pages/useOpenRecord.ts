import type { Records } from "../../data/records.ts";
import { extentOf } from "../../state/extent.ts";
import { useApp } from "../context.ts";

/** Where a page covers the map and the cards: the same width as in the styles. */
const covering = "(max-width: 720px)";

/** Opens a record's card and shows on the map what it touches; a page that covers both makes way. */
export function useOpenRecord(records: Records) {
  const { store } = useApp();
  return (record: Parameters<typeof extentOf>[0]) => {
    const { ids, points } = extentOf(record, records, store.getState().dataset);
    if (matchMedia(covering).matches) store.actions.openPage(undefined);
    store.actions.openRecord(record.id);
    store.actions.show(ids, points);
  };
}
