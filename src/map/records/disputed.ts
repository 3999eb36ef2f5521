import type { ExpressionSpecification, LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { MapTheme } from "../theme.ts";

/** A question mark at what other sources contradict. */
export function disputedMark(
  source: string,
  {
    font,
    theme,
    filter,
    offset,
    isLine = false,
  }: {
    readonly font: string;
    readonly theme: MapTheme;
    readonly filter: ExpressionSpecification | boolean;
    readonly offset: [number, number];
    readonly isLine?: boolean;
  },
): LayerSpecification {
  return {
    id: `${source}-disputed`,
    type: "symbol",
    source,
    filter: ["all", ["==", ["get", "disputed"], true], filter],
    layout: {
      ...(isLine ? { "symbol-placement": "line-center" } : {}),
      "text-font": [font],
      "text-size": 15,
      "text-field": "?",
      "text-offset": offset,
      "text-allow-overlap": true,
      "text-ignore-placement": true,
    },
    paint: { "text-color": theme.alarm, "text-halo-color": theme.halo, "text-halo-width": 2 },
  };
}
