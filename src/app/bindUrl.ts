import { scenarioKeys, type View } from "../model/view.ts";
import { decodeView } from "../state/decodeView.ts";
import type { KnownIds } from "../state/linkValues.ts";
import type { Store } from "../state/store.ts";
import { linkOf } from "../state/story.ts";
import { noticesOf } from "./notices.ts";

/** Keys of a view whose change is a step a person would want to take back; sliding through the years is none. */
const steps: readonly (keyof View)[] = [
  ...scenarioKeys.filter((key) => key !== "year"),
  "compare",
  "choice",
  "page",
  "item",
  "mineral",
  "feature",
];

/**
 * Keeps the address bar in step with the view: a new entry for a step, the same entry for the rest.
 * A presentation is one entry, whatever step it is at.
 * Inside a frame the link is only ever replaced. The link that back or forward brings is the one already
 * in the bar, so nothing has to be ignored.
 */
export function bindUrl(store: Store, known: KnownIds, framed: boolean): void {
  store.subscribe((state, previous) => {
    const { view } = state;
    if (view === previous.view) return;
    const link = linkOf(state);
    if (link === location.search) return;
    const differs = (key: keyof View) => JSON.stringify(view[key]) !== JSON.stringify(previous.view[key]);
    const step = differs("story") ? view.story !== undefined : !differs("step") && steps.some(differs);
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
