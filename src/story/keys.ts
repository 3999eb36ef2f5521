export type Command = "next" | "previous" | "first" | "last" | "leave" | "notes";

/** Where a key was struck: a field takes all keys, the map its arrows, a button the space bar, the panel what scrolls. */
export type KeyPlace = "field" | "map" | "button" | "panel" | "free";

/** What a key means to a presentation; nothing where it belongs to what has the focus. */
export function commandOf(
  { key, shiftKey }: Pick<KeyboardEvent, "key" | "shiftKey">,
  place: KeyPlace,
  direction: "ltr" | "rtl",
): Command | undefined {
  if (place === "field") return undefined;
  // What clickers send.
  if (key === "PageDown") return "next";
  if (key === "PageUp") return "previous";
  if (key === "Escape") return "leave";
  if (place === "panel") return undefined;
  if (key === "n" || key === "N") return "notes";
  if (key === "Home") return "first";
  if (key === "End") return "last";
  if (key === " " && place === "free") return shiftKey ? "previous" : "next";
  if (place === "map") return undefined;
  const onward = direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  if (key === onward || key === "ArrowDown") return "next";
  if (key === "ArrowLeft" || key === "ArrowRight" || key === "ArrowUp") return "previous";
  return undefined;
}

export function placeOf(target: EventTarget | null): KeyPlace {
  // Elements of the notes window are of another window's class: ask for the method instead.
  const element = target as Element | null;
  if (!element?.closest) return "free";
  if (element.closest("input, select, textarea, [contenteditable]")) return "field";
  if (element.closest(".map-canvas canvas")) return "map";
  if (element.closest(".panel")) return "panel";
  return element.closest("button, summary, a") ? "button" : "free";
}
