import type { Store } from "../state/store.ts";
import { runningStory } from "../state/story.ts";
import "../ui/styles/print.css";
import { createExports } from "./exports.ts";

/**
 * Has the map's picture made for the sheet before the browser's dialogue opens; the browser alone could only take what
 * stands on the screen. A second press does not wait for it. In a frame the keys print the page around it.
 */
export function bindPrint(store: Store, framed: boolean): void {
  if (framed) return;
  let making = false;
  addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    const asks = key.toLowerCase() === "p" && (ctrlKey || metaKey) && !altKey && !shiftKey;
    if (!asks || making || runningStory(store.getState())) return;
    event.preventDefault();
    making = true;
    import("../export/printing.ts")
      .then(({ printAnswer }) => printAnswer(createExports(store)))
      .catch(() => {})
      .finally(() => {
        making = false;
      });
  });
}
