/** How wide a text would be drawn. */
export type Measure = (text: string) => number;

/**
 * Breaks a text into lines no wider than `width`, between words as the language has them (Unicode UAX 29, by `Intl`);
 * what does not fit into `most` lines ends with an ellipsis.
 */
export function wrapText(
  text: string,
  width: number,
  most: number,
  tag: string,
  measure: Measure,
): readonly string[] {
  const words = [...new Intl.Segmenter(tag, { granularity: "word" }).segment(text)];
  const lines: string[] = [];
  let line = "";
  for (const { segment } of words) {
    if (line.trim() !== "" && measure((line + segment).trimEnd()) > width) {
      const cut = isOpen(line);
      lines.push(cut ? closed(line) : line.trim());
      line = cut ? isolate.open : "";
    }
    line += segment;
  }
  lines.push(line.trim());
  const shown = lines.slice(0, most);
  const last = shown.pop() ?? "";
  return [
    ...shown,
    lines.length > most ? shortened(`${last}…`, width, measure) : shortened(last, width, measure),
  ];
}

/** Marks that keep foreign words from turning their neighbours about (Unicode UAX 9): each line has its own pair. */
const isolate = { open: "\u2068", close: "\u2069" } as const;

function isOpen(line: string): boolean {
  return line.lastIndexOf(isolate.open) > line.lastIndexOf(isolate.close);
}

function closed(line: string): string {
  const text = line.trim();
  return text.endsWith(isolate.open) ? text.slice(0, -1).trim() : text + isolate.close;
}

/** Takes characters off the end until the text with its ellipsis fits. */
function shortened(text: string, width: number, measure: Measure): string {
  let short = text;
  while (measure(short) > width && short.length > 1) short = `${short.replace(/.…?$/su, "").trimEnd()}…`;
  return short;
}
