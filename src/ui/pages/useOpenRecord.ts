import { extentOf } from "../../state/extent.ts";
import { useApp } from "../context.ts";
import { useRecords } from "../records/useRecords.ts";

/** Where a page covers the map and the cards: the same width as in the styles. */
const covering = "(max-width: 720px)";

/** Opens a record's card and shows on the map what it touches; a page that covers both makes way. */
export function useOpenRecord(): (id: string) => void {
  const { store } = useApp();
  const book = useRecords();
  return (id) => {
    const { ids, points } = extentOf(id, book, store.getState().dataset);
    if (matchMedia(covering).matches) store.actions.openPage(undefined);
    store.actions.openRecord(id);
    store.actions.show(ids, points);
  };
}
