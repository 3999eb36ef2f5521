import type { ExpressionSpecification, LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import { byZoom, isOneOf, labelIn, labelLayout, type Overlay } from "./overlay.ts";

/** The answer: the route by mode, its transfers, and the places of the question. */
export const route: Overlay = {
  sources: (input) => ({
    route: { type: "geojson", data: input.route },
    stops: { type: "geojson", data: input.stops },
  }),
  layers: ({ theme, language, font, keyNodes, selected }) => {
    const width = byZoom([2, 2.4], [5, 4], [9, 6.5]);
    const stretch = (id: string, filter: ExpressionSpecification, dashes?: number[]): LayerSpecification => ({
      id,
      type: "line",
      source: "route",
      filter,
      layout: { "line-join": "round", "line-cap": dashes ? "butt" : "round" },
      paint: {
        "line-color": theme.route,
        "line-width": width,
        ...(dashes ? { "line-dasharray": dashes } : {}),
      },
    });
    return [
      {
        id: "route-casing",
        type: "line",
        source: "route",
        layout: { "line-join": "round", "line-cap": "round" },
        paint: {
          "line-color": theme.routeCasing,
          "line-width": byZoom([2, 4.4], [5, 7], [9, 10]),
          "line-opacity": 0.9,
        },
      },
      stretch("route-rail", ["==", ["get", "mode"], "rail"]),
      stretch("route-sea", ["==", ["get", "mode"], "sea"], [2.4, 1.1]),
      stretch("route-ferry", ["==", ["get", "mode"], "ferry"], [1.1, 0.8]),
      stretch("route-road", ["==", ["get", "mode"], "road"], [0.6, 0.6]),
      {
        id: "selected-leg",
        type: "line",
        source: "legs",
        filter: ["==", ["get", "id"], selected ?? ""],
        layout: { "line-join": "round", "line-cap": "round" },
        paint: { "line-color": theme.selected, "line-width": width, "line-opacity": 0.85 },
      },
      {
        id: "selected-point",
        type: "circle",
        source: "nodes",
        filter: ["==", ["get", "id"], selected ?? ""],
        paint: ring(theme.selected),
      },
      {
        id: "selected-deposit",
        type: "circle",
        source: "deposits",
        filter: ["==", ["get", "id"], selected ?? ""],
        paint: ring(theme.selected),
      },
      {
        id: "key-nodes",
        type: "circle",
        source: "nodes",
        filter: isOneOf("id", keyNodes),
        paint: {
          "circle-radius": byZoom([2, 2.6], [6, 4.5], [9, 6]),
          "circle-color": theme.pointFill,
          "circle-stroke-color": theme.route,
          "circle-stroke-width": 2,
        },
      },
      {
        id: "stops",
        type: "circle",
        source: "stops",
        paint: {
          "circle-radius": byZoom([2, 5], [8, 8]),
          "circle-color": theme.route,
          "circle-stroke-color": theme.routeCasing,
          "circle-stroke-width": 2,
        },
      },
      {
        id: "key-node-labels",
        type: "symbol",
        source: "nodes",
        filter: isOneOf("id", keyNodes),
        layout: {
          ...labelLayout(font, byZoom([3, 11], [9, 15])),
          "text-field": labelIn(language),
          "text-variable-anchor": ["left", "right", "top", "bottom"],
          "text-radial-offset": 0.7,
          "text-justify": "auto",
        },
        paint: { "text-color": theme.label, "text-halo-color": theme.halo, "text-halo-width": 1.8 },
      },
      {
        id: "stop-labels",
        type: "symbol",
        source: "stops",
        layout: {
          ...labelLayout(font, byZoom([3, 12.5], [9, 16])),
          "text-field": ["get", "label"],
          "text-variable-anchor": ["bottom", "top", "left", "right"],
          "text-radial-offset": 0.9,
          "text-justify": "auto",
        },
        paint: { "text-color": theme.route, "text-halo-color": theme.halo, "text-halo-width": 2 },
      },
    ];
  },
};

function ring(color: string) {
  return {
    "circle-radius": byZoom([2, 6], [8, 11]),
    "circle-color": "rgba(0,0,0,0)",
    "circle-stroke-color": color,
    "circle-stroke-width": 2.5,
  };
}
