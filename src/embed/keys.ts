/** The host's wherever they are pressed, but in a field that is written in. */
const always = new Set(["Escape", "F5", "."]);
/** Keys of a clicker: the host's too, but for a presentation in the frame that has a step to go to. */
const ofClicker = new Set(["PageDown", "PageUp", "Home", "End"]);
const arrows = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"];
/** What the map does something with while its canvas has the focus. */
const ofMap = new Set([...arrows, "+", "=", "-", "_"]);
const ofButtons = new Set(["Enter", " "]);
/** Keys that move the focus or wait for another one. */
const ofBrowser = new Set([
  "Tab",
  "Shift",
  "Control",
  "Alt",
  "AltGraph",
  "Meta",
  "CapsLock",
  "Dead",
  "Process",
]);

/** Hands on the keys that nothing in the frame uses, so that a click into it does not take them from a deck. */
export function forwardKeys(send: (key: string) => void): void {
  addEventListener("keydown", (event) => {
    const element = event.target instanceof Element ? event.target : document.body;
    // Whoever else listens has had its turn by then and may have used the key.
    setTimeout(() => isForHost(event, element) && send(event.key));
  });
}

function isForHost(
  { key, ctrlKey, altKey, metaKey, isComposing, defaultPrevented }: KeyboardEvent,
  on: Element,
) {
  if (ctrlKey || altKey || metaKey || isComposing || ofBrowser.has(key)) return false;
  if (on.closest("input, select, textarea, [contenteditable]")) return false;
  if (always.has(key)) return true;
  if (ofClicker.has(key)) return !defaultPrevented;
  if (on.closest("canvas") && ofMap.has(key)) return false;
  if (on.closest("button, a, summary") && ofButtons.has(key)) return false;
  return !defaultPrevented;
}
