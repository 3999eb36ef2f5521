import type { ExpressionSpecification, LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import { byZoom, labelLayout, type Overlay } from "./overlay.ts";

/** The reader's own files, each in its own colour, over everything else. */
export const imported: Overlay = {
  sources: ({ imported }) =>
    Object.fromEntries(imported.map(({ id, url }) => [id, { type: "geojson", data: url } as const])),
  layers: ({ imported, theme, font }) =>
    imported.flatMap(({ id, color }): LayerSpecification[] => [
      {
        id: `${id}-areas`,
        type: "fill",
        source: id,
        filter: ofShape("Polygon"),
        paint: { "fill-color": color, "fill-opacity": 0.25 },
      },
      {
        id: `${id}-lines`,
        type: "line",
        source: id,
        filter: ["!", ofShape("Point")],
        layout: { "line-join": "round", "line-cap": "round" },
        paint: { "line-color": color, "line-width": byZoom([3, 1.5], [9, 3]) },
      },
      {
        id: `${id}-points`,
        type: "circle",
        source: id,
        filter: ofShape("Point"),
        paint: {
          "circle-color": color,
          "circle-radius": byZoom([3, 3], [9, 6]),
          "circle-stroke-color": theme.pointFill,
          "circle-stroke-width": 1.2,
        },
      },
      {
        id: `${id}-labels`,
        type: "symbol",
        source: id,
        minzoom: 5,
        filter: ofShape("Point"),
        layout: {
          ...labelLayout(font, 11),
          "text-field": ["get", "label"],
          "text-anchor": "top",
          "text-offset": [0, 0.7],
        },
        paint: { "text-color": theme.label, "text-halo-color": theme.halo, "text-halo-width": 1.4 },
      },
    ]),
};

function ofShape(shape: "Point" | "Polygon"): ExpressionSpecification {
  return ["==", ["geometry-type"], shape];
}
