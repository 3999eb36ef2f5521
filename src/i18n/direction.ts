const rightToLeft = new Set(["ar", "fa", "he", "ur", "ps", "ug", "ckb", "sd", "yi"]);

/** The direction in which a language is written, by its BCP 47 tag. */
export function directionOf(tag: string): "ltr" | "rtl" {
  return rightToLeft.has(baseOf(tag)) ? "rtl" : "ltr";
}

/** The language of a BCP 47 tag without region or script. */
export function baseOf(tag: string): string {
  return tag.toLowerCase().split("-")[0] ?? tag;
}
