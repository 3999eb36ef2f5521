import { fontFamily, type Layout, type PictureText, textStyles } from "./layout.ts";
import { element, text as escaped } from "./xml.ts";

/** Colours of what stands around the map. */
export interface FurnitureColours {
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
}

/**
 * A picture as SVG of `layout.scale` pixels a point: title, legend, credits and scale bar are text and shapes;
 * the map is an image. Without an image its place stays clear.
 * @param scaleBar length in points and what it stands for
 */
export function pictureSvg(
  layout: Layout,
  words: PictureText,
  colours: FurnitureColours,
  scaleBar: { readonly length: number; readonly label: string },
  image?: string,
): string {
  const { width, height, scale, map } = layout;
  const isRtl = words.direction === "rtl";
  const at = (start: number) => rounded(isRtl ? width - start : start);
  const write = (line: string, start: number, y: number, style: keyof typeof textStyles, anchor = "start") =>
    element(
      "text",
      {
        x: at(start),
        y: rounded(y),
        "font-size": textStyles[style].size,
        "font-weight": textStyles[style].weight,
        fill: style === "title" || style === "legend" ? colours.ink : colours.muted,
        "text-anchor": anchor,
      },
      escaped(line),
    );
  const bands = [
    { y: 0, height: map.y },
    { y: map.y + map.height, height: height - map.y - map.height },
  ].map(({ y, height: tall }) =>
    element("rect", {
      x: 0,
      y: rounded(y),
      width: rounded(width),
      height: rounded(tall),
      fill: colours.paper,
    }),
  );
  const signs = layout.signs.map(({ sign: { swatch, color }, start, y }) =>
    element("path", {
      d: swatch.path,
      transform: `translate(${at(isRtl ? start + 30 : start)} ${rounded(y - 7)})`,
      fill: swatch.filled ? (swatch.filled === "paper" ? colours.paper : color) : "none",
      stroke: swatch.width ? color : "none",
      "stroke-width": swatch.width,
      "stroke-dasharray": swatch.dashes,
      opacity: swatch.opacity,
    }),
  );
  const barEnd = width - 16;
  const bar = element("path", {
    d: `M${at(barEnd - scaleBar.length)} ${layout.scaleBarY - 6}v6H${at(barEnd)}v-6`,
    fill: "none",
    stroke: colours.ink,
    "stroke-width": 1.5,
  });
  const content = [
    element("title", {}, escaped(words.title)),
    image === undefined
      ? ""
      : element("image", {
          href: image,
          x: 0,
          y: rounded(map.y),
          width: rounded(width),
          height: rounded(map.height),
          preserveAspectRatio: "none",
        }),
    ...bands,
    ...signs,
    ...layout.lines.map(({ text, start, y, style }) => write(text, start, y, style)),
    bar,
    write(scaleBar.label, barEnd - scaleBar.length - 8, layout.scaleBarY, "legend", "end"),
  ];
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width: Math.round(width * scale),
      height: Math.round(height * scale),
      viewBox: `0 0 ${rounded(width)} ${rounded(height)}`,
      "xml:lang": words.tag,
      direction: words.direction,
      "font-family": fontFamily,
    },
    content.join(""),
  );
}

/**
 * The longest round length (1, 2, 3 or 5 by a power of ten) that is at most `longest` points wide.
 * @returns the length in points, and in kilometres
 */
export function roundScale(metresPerPoint: number, longest: number): { length: number; km: number } {
  const most = (metresPerPoint * longest) / 1000;
  const power = 10 ** Math.floor(Math.log10(most));
  const km = ([5, 3, 2].find((step) => step * power <= most) ?? 1) * power;
  return { length: rounded((km * 1000) / metresPerPoint), km };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
