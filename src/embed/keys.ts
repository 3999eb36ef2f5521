/** Keys of a clicker: the host's wherever they are pressed, but in a field that is written in. */
const always = new Set(["PageDown", "PageUp", "Home", "End", "Escape", "F5", "."]);
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
    if (isForHost(event, element)) send(event.key);
  });
}

function isForHost(
  { key, ctrlKey, altKey, metaKey, isComposing, defaultPrevented }: KeyboardEvent,
  on: Element,
) {
  if (ctrlKey || altKey || metaKey || isComposing || ofBrowser.has(key)) return false;
  if (on.closest("input, select, textarea, [contenteditable]")) return false;
  if (always.has(key)) return true;
  if (on.closest("canvas") && ofMap.has(key)) return false;
  if (on.closest("button, a, summary") && ofButtons.has(key)) return false;
  return !defaultPrevented;
}
