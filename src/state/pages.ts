import { present } from "../model/present.ts";
import type { PageId, View } from "../model/view.ts";

/** A page beside the map and what of it is shown; a mineral that is not named stays as it is. */
export interface PageTarget {
  readonly page: PageId;
  readonly item?: string | undefined;
  readonly mineral?: string | undefined;
}

/** The view with a page open, or with none. */
export function onPage(view: View, target: PageTarget | undefined): View {
  const { page, item, mineral = view.mineral } = target ?? {};
  return present({ ...view, page, item, mineral }) as View;
}
