import type { ExpressionSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { FeatureCollection } from "geojson";
import { toneCount } from "../../state/tools.ts";
import type { MapTheme } from "../theme.ts";
import { byZoom, isOneOf, labelLayout, type Overlay, type StyleInput } from "./overlay.ts";

const empty: FeatureCollection = { type: "FeatureCollection", features: [] };

/** What an analysis found: legs and places by the steps of a ramp, and its warnings. */
export const picture: Overlay = {
  sources: (input) => ({
    "picture-lines": { type: "geojson", data: input.picture?.lines ?? empty },
    "picture-points": { type: "geojson", data: input.picture?.points ?? empty },
  }),
  layers: (input) => {
    const { theme, font } = input;
    const color = colorOf(input, theme);
    const grown = (factor: number): ExpressionSpecification => ["*", ["get", "size"], factor];
    const size = (more: number): ExpressionSpecification => [
      "interpolate",
      ["linear"],
      ["zoom"],
      2,
      ["+", grown(0.55), more],
      5,
      ["+", grown(1), more],
      9,
      ["+", grown(1.6), more],
    ];
    return [
      {
        id: "picture-casing",
        type: "line",
        source: "picture-lines",
        layout: { "line-join": "round", "line-cap": "round" },
        paint: { "line-color": theme.routeCasing, "line-width": size(2.5), "line-opacity": 0.85 },
      },
      {
        id: "picture-lines",
        type: "line",
        source: "picture-lines",
        layout: { "line-join": "round", "line-cap": "round", "line-sort-key": ["get", "size"] },
        paint: { "line-color": color, "line-width": size(0) },
      },
      {
        id: "picture-points",
        type: "circle",
        source: "picture-points",
        layout: { "circle-sort-key": ["get", "size"] },
        paint: {
          "circle-radius": size(0),
          "circle-color": color,
          "circle-stroke-color": theme.routeCasing,
          "circle-stroke-width": byZoom([3, 0.3], [6, 1.5]),
        },
      },
      {
        id: "picture-labels",
        type: "symbol",
        source: "picture-points",
        filter: ["all", ["has", "label"], ["!", isOneOf("id", input.ends)]],
        layout: {
          ...labelLayout(font, byZoom([3, 11], [9, 15])),
          "text-field": ["get", "label"],
          "text-variable-anchor": ["left", "right", "top", "bottom"],
          "text-radial-offset": 1,
          "text-justify": "auto",
          "symbol-sort-key": ["-", ["get", "size"]],
        },
        paint: { "text-color": theme.label, "text-halo-color": theme.halo, "text-halo-width": 1.8 },
      },
    ];
  },
};

function colorOf({ picture: shown }: StyleInput, { ramps, alarm }: MapTheme): ExpressionSpecification {
  const ramp = ramps[shown?.ramp ?? "loss"];
  const steps = Array.from({ length: toneCount }, (_, tone) => [tone, ramp[tone]]);
  return ["match", ["get", "tone"], ...steps.flat(), alarm] as unknown as ExpressionSpecification;
}
