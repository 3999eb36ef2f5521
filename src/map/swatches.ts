import type { Progress } from "./records/marks.ts";

/** One path on a field of 30 by 14, stroked or filled: small enough for a legend, a canvas and an SVG alike. */
export interface Swatch {
  readonly path: string;
  /** Width of the stroke; absent: no stroke. */
  readonly width?: number;
  readonly dashes?: string;
  readonly filled?: "color" | "paper";
  readonly opacity?: number;
}

const across = "M2 7H28";
const rhomb = "M15 2l5 5-5 5-5-5z";

/** How the signs of the map look. */
export const swatches = {
  band: { path: across, width: 6 },
  line: { path: across, width: 2 },
  broken: { path: across, width: 2, dashes: "8 2" },
  dash: { path: across, width: 2, dashes: "6 4" },
  dots: { path: across, width: 2.5, dashes: "2.5 2.5" },
  wide: { path: across, width: 10, opacity: 0.35 },
  wedge: { path: "M2 7L28 2V12z", filled: "color" },
  ring: { path: "M11 7a4 4 0 1 0 8 0a4 4 0 1 0-8 0z", width: 2, filled: "paper" },
  circle: { path: "M9 7a6 6 0 1 0 12 0a6 6 0 1 0-12 0z", width: 1, dashes: "3 2" },
  diamond: { path: rhomb, filled: "color" },
  "hollow-diamond": { path: rhomb, width: 1.5, filled: "paper" },
  question: { path: "M12 4.5a3 3 0 1 1 4.6 2.5c-1.2.8-1.6 1.2-1.6 2.6M15 12.4v.4", width: 1.8 },
  hatch: { path: "M4 13 15 1M12 13 23 1M20 13 29 3", width: 2, opacity: 0.7 },
} as const satisfies Readonly<Record<string, Swatch>>;
export type SwatchName = keyof typeof swatches;

/** The mark of a project: its outline by kind, filled or hollow by how far it has come. */
export function markSwatch(corners: number, turn: number, progress: Progress): Swatch {
  const count = corners || 24;
  const points = Array.from({ length: count }, (_, index) => {
    const angle = turn + (index * 2 * Math.PI) / count;
    return `${(15 + 5.6 * Math.cos(angle)).toFixed(2)} ${(7 - 5.6 * Math.sin(angle)).toFixed(2)}`;
  });
  return {
    path: `M${points.join("L")}z`,
    width: 1.8,
    filled: progress === "working" ? "color" : "paper",
    ...(progress === "paper" && { dashes: "2.4 2" }),
  };
}
