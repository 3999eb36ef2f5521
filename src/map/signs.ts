import type { MessageKey, Translator } from "../i18n/translator.ts";
import type { StyleInput } from "./overlays/overlay.ts";
import type { MapTheme } from "./theme.ts";

/** One path on a field of 30 by 14, stroked or filled. */
export interface Swatch {
  readonly path: string;
  /** Width of the stroke; absent: no stroke. */
  readonly width?: number;
  readonly dashes?: string;
  readonly filled?: "color" | "paper";
  readonly opacity?: number;
}

const across = "M2 7H28";
const swatches = {
  band: { path: across, width: 6 },
  line: { path: across, width: 2 },
  broken: { path: across, width: 2, dashes: "8 2" },
  dash: { path: across, width: 2, dashes: "6 4" },
  dots: { path: across, width: 2.5, dashes: "2.5 2.5" },
  ring: { path: "M11 7a4 4 0 1 0 8 0a4 4 0 1 0-8 0z", width: 2, filled: "paper" },
  diamond: { path: "M15 2l5 5-5 5-5-5z", filled: "color" },
  hatch: { path: "M4 13 15 1M12 13 23 1M20 13 29 3", width: 2, opacity: 0.7 },
} as const satisfies Readonly<Record<string, Swatch>>;

interface Item {
  readonly key: MessageKey;
  readonly swatch: keyof typeof swatches;
  readonly color: Exclude<keyof MapTheme, "ramps">;
  /** Whether a picture has this sign; absent: every picture. */
  readonly isIn?: (input: StyleInput) => boolean;
}

const hasNetwork = ({ layers }: StyleInput) => layers.includes("network");

const items: readonly Item[] = [
  { key: "legend.corridor", swatch: "band", color: "corridor" },
  { key: "legend.route", swatch: "band", color: "route", isIn: ({ route }) => route.features.length > 0 },
  {
    key: "legend.compared",
    swatch: "band",
    color: "compared",
    isIn: ({ compared }) => compared.features.length > 0,
  },
  { key: "legend.rail1520", swatch: "line", color: "rail1520", isIn: hasNetwork },
  { key: "legend.rail1435", swatch: "line", color: "rail1435", isIn: hasNetwork },
  { key: "legend.schematic", swatch: "broken", color: "rail1520", isIn: hasNetwork },
  { key: "legend.sea", swatch: "dash", color: "lane", isIn: hasNetwork },
  { key: "legend.ferry", swatch: "dots", color: "ferry", isIn: hasNetwork },
  { key: "legend.promised", swatch: "dash", color: "promised", isIn: hasNetwork },
  { key: "legend.closed", swatch: "dash", color: "closed", isIn: hasNetwork },
  { key: "legend.port", swatch: "ring", color: "port", isIn: ({ layers }) => layers.includes("ports") },
  {
    key: "legend.deposit",
    swatch: "diamond",
    color: "deposit",
    isIn: ({ layers }) => layers.includes("deposits"),
  },
  {
    key: "legend.avoided",
    swatch: "hatch",
    color: "avoidedFill",
    isIn: ({ avoid }) => avoid.length > 0,
  },
];

/** A sign of the map and what it means. */
export interface Sign {
  readonly label: string;
  readonly swatch: Swatch;
  readonly color: string;
}

/** Every sign the map may carry, or those of one picture. */
export function signsOfMap({ t }: Translator, theme: MapTheme, input?: StyleInput): readonly Sign[] {
  return items
    .filter(({ isIn }) => !input || !isIn || isIn(input))
    .map(({ key, swatch, color }) => ({ label: t(key), swatch: swatches[swatch], color: theme[color] }));
}

/** The tones of an open analysis. */
export function signsOfPicture(
  { ramp, legend }: NonNullable<StyleInput["picture"]>,
  theme: MapTheme,
): readonly Sign[] {
  return legend.map(({ tone, label }) => ({
    label,
    swatch: swatches.band,
    color: theme.ramps[ramp][tone] ?? theme.alarm,
  }));
}
