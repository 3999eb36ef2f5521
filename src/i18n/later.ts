/**
 * First words of the keys whose messages the built page loads after the first view,
 * with the panels that use them; the command line's own are not in the page at all.
 */
export const laterAreas = [
  "about",
  "count",
  "data",
  "export",
  "import",
  "layer",
  "money",
  "offline",
  "page",
  "playground",
  "record",
  "share",
  "sign",
  "story",
  "table",
  "tool",
] as const;

/** Where a message is needed: at once, later, or on the command line only. */
export function areaOf(key: string): "first" | "later" | "cli" {
  const area = key.slice(0, key.indexOf("."));
  if (area === "cli") return "cli";
  return laterAreas.some((later) => later === area) ? "later" : "first";
}
