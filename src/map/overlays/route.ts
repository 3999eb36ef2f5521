import type { ExpressionSpecification, LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import { type Mode, modes } from "../../model/vocabulary.ts";
import type { MapTheme } from "../theme.ts";
import { byZoom, isOneOf, labelIn, labelLayout, type Overlay, type StyleInput } from "./overlay.ts";

/** The answer: the route by mode, its transfers, and the places of the question. */
export const route: Overlay = {
  sources: (input) => ({
    route: { type: "geojson", data: input.route },
    compared: { type: "geojson", data: input.compared },
    stops: { type: "geojson", data: input.stops },
  }),
  layers: (input) => {
    const { theme, language, font, keyNodes, selected, picture } = input;
    const width = byZoom([2, 2.4], [5, 4], [9, 6.5]);
    // Beside the chosen route, so that both are seen where they run together.
    const aside = byZoom([2, 2.4], [5, 4], [9, 6.5]);
    return [
      casing(theme, "compared", aside),
      ...stretches("compared", theme.compared, width, aside),
      casing(theme, "route"),
      // Where the picture speaks of more than the route, the route steps back.
      ...stretches("route", theme.route, width, 0, picture && picture.ramp !== "loss" ? 0.35 : 1),
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
      selectedLabel(input, "nodes"),
      selectedLabel(input, "deposits"),
    ];
  },
};

/** The name of the open place whatever the zoom, unless it stands there already. */
function selectedLabel(
  { theme, language, font, selected = "", keyNodes, namedByPicture, ends }: StyleInput,
  source: "nodes" | "deposits",
): LayerSpecification {
  const isNamed = [...keyNodes, ...namedByPicture, ...ends].includes(selected);
  return {
    id: `selected-${source}-label`,
    type: "symbol",
    source,
    filter: ["==", ["get", "id"], isNamed ? "" : selected],
    layout: {
      ...labelLayout(font, byZoom([3, 12.5], [9, 16])),
      "text-field": labelIn(language),
      "text-variable-anchor": ["bottom", "top", "left", "right"],
      "text-radial-offset": 1,
      "text-justify": "auto",
    },
    paint: { "text-color": theme.selected, "text-halo-color": theme.halo, "text-halo-width": 2 },
  };
}

/** How each mode is dashed; what is not named is drawn through. */
export const dashes: Readonly<Record<Mode, number[] | undefined>> = {
  rail: undefined,
  sea: [2.4, 1.1],
  ferry: [1.1, 0.8],
  road: [0.6, 0.6],
};

function stretches(
  source: "route" | "compared",
  color: string,
  width: ExpressionSpecification,
  offset: ExpressionSpecification | number = 0,
  opacity = 1,
): LayerSpecification[] {
  return modes.map((mode) => {
    const dash = dashes[mode];
    return {
      id: `${source}-${mode}`,
      type: "line",
      source,
      filter: ["==", ["get", "mode"], mode],
      layout: { "line-join": "round", "line-cap": dash ? "butt" : "round" },
      paint: {
        "line-color": color,
        "line-width": width,
        "line-offset": offset,
        "line-opacity": opacity,
        ...(dash ? { "line-dasharray": dash } : {}),
      },
    };
  });
}

function casing(
  theme: MapTheme,
  source: "route" | "compared",
  offset: ExpressionSpecification | number = 0,
): LayerSpecification {
  return {
    id: `${source}-casing`,
    type: "line",
    source,
    layout: { "line-join": "round", "line-cap": "round" },
    paint: {
      "line-color": theme.routeCasing,
      "line-width": byZoom([2, 4.4], [5, 7], [9, 10]),
      "line-offset": offset,
      "line-opacity": 0.9,
    },
  };
}

function ring(color: string) {
  return {
    "circle-radius": byZoom([2, 6], [8, 11]),
    "circle-color": "rgba(0,0,0,0)",
    "circle-stroke-color": color,
    "circle-stroke-width": 2.5,
  };
}
