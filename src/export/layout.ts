import type { PictureUse } from "./exports.ts";
import { type Measure, wrapText } from "./wrapText.ts";

/** The words of a picture, in reading order. */
export interface PictureText {
  readonly title: string;
  readonly subtitle: string;
  readonly credits: string;
  /** BCP 47 tag and direction of the words. */
  readonly tag: string;
  readonly direction: "ltr" | "rtl";
}

/** A sign of the map: a path on a field of 30 by 14. */
export interface LegendSign {
  readonly label: string;
  readonly color: string;
  readonly swatch: {
    readonly path: string;
    readonly width?: number;
    readonly dashes?: string;
    readonly filled?: "color" | "paper";
    readonly opacity?: number;
  };
}

/** A line of text by its baseline; `start` counts from the side where reading starts. */
export interface TextLine {
  readonly text: string;
  readonly start: number;
  readonly y: number;
  readonly style: TextStyle;
}

export const textStyles = {
  title: { size: 24, weight: 600, line: 30 },
  subtitle: { size: 15, weight: 400, line: 21 },
  legend: { size: 12.5, weight: 400, line: 20 },
  credits: { size: 11, weight: 400, line: 15 },
} as const;
export type TextStyle = keyof typeof textStyles;

/** System fonts only: a picture must look the same wherever it is opened. */
export const fontFamily =
  "'Noto Sans', 'Segoe UI', 'Noto Sans Arabic', 'Noto Sans CJK JP', system-ui, sans-serif";

/** Where everything stands, in points of a page of `width` by `height`. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Pixels for each point. */
  readonly scale: number;
  readonly map: { readonly y: number; readonly height: number };
  readonly lines: readonly TextLine[];
  readonly signs: readonly { readonly sign: LegendSign; readonly start: number; readonly y: number }[];
  /** Baseline of the scale bar's text; the bar stands at the end of that line. */
  readonly scaleBarY: number;
}

const margin = 16;
const swatchWidth = 30;
/** Room kept at the end of the last line for the scale bar with its number. */
const scaleBarRoom = 230;
/**
 * The page on which texts have the sizes above; larger pictures are the same, sharper. On paper these points are
 * spread over the 182 mm between the margins of a sheet of A4, where the smallest words keep 6 points of print.
 */
const pages = { screen: { width: 1280, height: 720 }, paper: { width: 917, height: 516 } };
const smallestScale = 0.5;
/** The map keeps at least this share of the height; the legend goes first. */
const leastMapShare = 0.6;

/** Lays out a picture of so many pixels: title above the map, legend, credits and scale below it. */
export function layOut(
  pixels: { readonly width: number; readonly height: number },
  use: PictureUse,
  text: PictureText,
  signs: readonly LegendSign[],
  measureIn: (style: TextStyle) => Measure,
): Layout {
  const page = pages[use];
  const scale = Math.max(smallestScale, Math.min(pixels.width / page.width, pixels.height / page.height));
  const width = pixels.width / scale;
  const height = pixels.height / scale;
  const inner = width - 2 * margin;
  const wrapped = (words: string, style: TextStyle, most: number, room = inner) =>
    words === "" ? [] : wrapText(words, room, most, text.tag, measureIn(style));

  let y = 8;
  const lines: TextLine[] = [];
  const write = (words: readonly string[], style: TextStyle) => {
    for (const line of words) {
      lines.push({ text: line, start: margin, y: y + textStyles[style].line * 0.75, style });
      y += textStyles[style].line;
    }
  };
  write(wrapped(text.title, "title", 1), "title");
  write(wrapped(text.subtitle, "subtitle", 2), "subtitle");
  const mapTop = y + 8;

  const credits = wrapped(text.credits, "credits", 3, Math.max(inner - scaleBarRoom, inner / 3));
  const creditsHeight = Math.max(credits.length, 1) * textStyles.credits.line;
  const rows = rowsOf(signs, inner, measureIn("legend"));
  const legendHeight = rows.length * textStyles.legend.line;
  const without = height - mapTop - creditsHeight - 21;
  const hasLegend = without - legendHeight >= leastMapShare * height;
  const mapHeight = Math.max(1, Math.round(hasLegend ? without - legendHeight : without));
  y = mapTop + mapHeight + 8;
  const placed = hasLegend
    ? rows.flatMap((row, index) =>
        row.map(({ sign, start }) => ({ sign, start, y: y + (index + 0.5) * textStyles.legend.line })),
      )
    : [];
  for (const sign of placed) {
    lines.push({
      text: sign.sign.label,
      start: sign.start + swatchWidth + 6,
      y: sign.y + textStyles.legend.size * 0.36,
      style: "legend",
    });
  }
  y += hasLegend ? legendHeight + 3 : 0;
  write(credits, "credits");
  return {
    width,
    height,
    scale,
    map: { y: mapTop, height: mapHeight },
    lines,
    signs: placed,
    scaleBarY: height - 14,
  };
}

/** Signs side by side, as many to a row as fit. */
function rowsOf(signs: readonly LegendSign[], inner: number, measure: Measure) {
  const rows: { sign: LegendSign; start: number }[][] = [];
  let start = Number.POSITIVE_INFINITY;
  for (const sign of signs) {
    const wide = swatchWidth + 6 + measure(sign.label);
    if (start + wide > margin + inner) {
      rows.push([]);
      start = margin;
    }
    rows.at(-1)?.push({ sign, start });
    start += wide + 22;
  }
  return rows;
}
