import type { ExpressionSpecification, LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import { byZoom, isOneOf, type Overlay } from "./overlay.ts";

/** Land, water and borders; avoided countries are hatched and outlined. */
export const basemap: Overlay = {
  sources: ({ sourceUrl }) => ({
    control: { type: "geojson", data: sourceUrl("control") },
    land: { type: "geojson", data: sourceUrl("land"), tolerance: 0.2 },
    borders: { type: "geojson", data: sourceUrl("borders"), tolerance: 0.2 },
    water: { type: "geojson", data: sourceUrl("water"), tolerance: 0.2 },
  }),
  layers: ({ theme, avoid }) => {
    const avoided: ExpressionSpecification = [
      "any",
      isOneOf("code", avoid),
      ["in", ["coalesce", ["get", "controlledBy"], ""], ["literal", [...avoid]]],
    ];
    const hatch = (id: string, source: string): LayerSpecification => ({
      id,
      type: "fill",
      source,
      filter: avoided,
      paint: { "fill-pattern": `hatch-${theme.avoidedFill.slice(1)}`, "fill-opacity": 0.55 },
    });
    return [
      { id: "sea", type: "background", paint: { "background-color": theme.sea } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": theme.land } },
      {
        id: "avoided",
        type: "fill",
        source: "land",
        filter: avoided,
        paint: { "fill-color": theme.avoidedFill, "fill-opacity": 0.08, "fill-antialias": false },
      },
      hatch("avoided-hatch", "land"),
      hatch("avoided-control", "control"),
      {
        id: "lakes",
        type: "fill",
        source: "water",
        filter: ["!=", ["geometry-type"], "LineString"],
        paint: { "fill-color": theme.lake },
      },
      {
        id: "rivers",
        type: "line",
        source: "water",
        filter: ["==", ["geometry-type"], "LineString"],
        minzoom: 3,
        paint: { "line-color": theme.river, "line-width": byZoom([3, 0.5], [8, 2]) },
      },
      {
        id: "borders",
        type: "line",
        source: "borders",
        filter: ["!=", ["get", "disputed"], true],
        paint: { "line-color": theme.border, "line-width": byZoom([2, 0.5], [6, 1.1], [10, 1.8]) },
      },
      {
        id: "borders-disputed",
        type: "line",
        source: "borders",
        filter: ["==", ["get", "disputed"], true],
        paint: {
          "line-color": theme.border,
          "line-width": byZoom([2, 0.6], [6, 1.2], [10, 1.8]),
          "line-dasharray": [2, 2],
        },
      },
      {
        id: "avoided-outline",
        type: "line",
        source: "land",
        filter: avoided,
        paint: {
          "line-color": theme.avoidedLine,
          "line-width": byZoom([2, 0.8], [6, 1.6]),
          "line-opacity": 0.75,
        },
      },
    ];
  },
};
