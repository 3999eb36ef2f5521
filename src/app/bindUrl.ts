import type { View } from "../model/view.ts";
import { decodeView } from "../state/decodeView.ts";
import { encodeView } from "../state/encodeView.ts";
import type { KnownIds } from "../state/linkValues.ts";
import type { Store } from "../state/store.ts";
import { noticesOf } from "./notices.ts";

/** Keys of a view whose change is a step a person would want to take back. */
const steps: readonly (keyof View)[] = [
  "from",
  "to",
  "via",
  "avoid",
  "close",
  "slow",
  "modes",
  "criterion",
  "status",
  "compare",
  "choice",
  "page",
  "item",
  "mineral",
  "feature",
];

/**
 * Keeps the address bar in step with the view: a new entry for a step, the same entry for the rest.
 * Inside a frame the link is only ever replaced. The link that back or forward brings is the one already
 * in the bar, so nothing has to be ignored.
 */
export function bindUrl(store: Store, known: KnownIds, framed: boolean): void {
  store.subscribe(({ view }, previous) => {
    if (view === previous.view) return;
    const link = encodeView(view);
    if (link === location.search) return;
    const step = steps.some((key) => JSON.stringify(view[key]) !== JSON.stringify(previous.view[key]));
    const address = link || location.pathname;
    try {
      if (step && !framed) history.pushState(null, "", address);
      else history.replaceState(null, "", address);
    } catch {
      // A sandboxed frame or a file refuses to change its address; the page works without.
    }
  });
  addEventListener("popstate", () => {
    const { view, notices } = decodeView(location.search, location.hash, known);
    store.actions.openLink(view, noticesOf(notices));
  });
}
