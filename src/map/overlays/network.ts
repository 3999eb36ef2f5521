import type { ExpressionSpecification, LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import type { MapTheme } from "../theme.ts";
import { byZoom, isOneOf, type Overlay } from "./overlay.ts";

/** Railways, lanes and ferries; what is promised or not in use looks it, and so does a schematic course. */
export const network: Overlay = {
  id: "network",
  sources: ({ sourceUrl }) => ({
    legs: { type: "geojson", data: sourceUrl("legs"), tolerance: 0.3 },
  }),
  layers: ({ theme, promised, unusable }) => {
    const dormant = [...promised, ...unusable];
    const inUse: ExpressionSpecification = ["!", isOneOf("id", dormant)];
    const mode = (name: string): ExpressionSpecification => ["==", ["get", "mode"], name];
    const rough: ExpressionSpecification = ["==", ["get", "quality"], "schematic"];
    const rail = (id: string, filter: ExpressionSpecification, color: string, dashes?: number[]) =>
      line(id, ["all", mode("rail"), inUse, filter], {
        "line-color": color,
        "line-width": byZoom([3, 0.7], [6, 1.6], [10, 3]),
        ...(dashes ? { "line-dasharray": dashes } : {}),
      });
    const broad: ExpressionSpecification = ["==", ["get", "gauge"], 1520];
    return [
      line("lanes", ["all", mode("sea"), inUse], {
        "line-color": theme.lane,
        "line-width": byZoom([2, 0.6], [6, 1.2], [10, 2]),
        "line-dasharray": [4, 3],
        "line-opacity": byZoom([3, 0.45], [6, 0.8]),
      }),
      line("ferries", ["all", mode("ferry"), inUse], {
        "line-color": theme.ferry,
        "line-width": byZoom([2, 0.8], [6, 1.6], [10, 2.4]),
        "line-dasharray": [1.5, 1.5],
        "line-opacity": 0.8,
      }),
      line(
        "roads",
        ["all", mode("road"), inUse],
        {
          "line-color": theme.road,
          "line-width": byZoom([5, 0.8], [10, 2]),
          "line-dasharray": [1, 1.5],
        },
        5,
      ),
      rail("rail-1435", ["all", ["!", broad], ["!", rough]], theme.rail1435),
      rail("rail-1435-rough", ["all", ["!", broad], rough], theme.rail1435, [4, 1]),
      rail("rail-1520", ["all", broad, ["!", rough]], theme.rail1520),
      rail("rail-1520-rough", ["all", broad, rough], theme.rail1520, [4, 1]),
      line("closed", ["all", isOneOf("id", unusable)], dormantPaint(theme.closed)),
      line("promised", ["all", isOneOf("id", promised)], dormantPaint(theme.promised)),
    ];
  },
};

/** A wide band under the trunk of the Trans-Caspian corridor. */
export const corridor: Overlay = {
  sources: () => ({}),
  layers: ({ theme, route, picture }) => [
    {
      id: "corridor",
      type: "line",
      source: "legs",
      filter: ["==", ["get", "corridor"], true],
      layout: { "line-cap": "round", "line-join": "round" },
      paint: {
        "line-color": theme.corridor,
        "line-width": byZoom([2, 3.5], [5, 7], [9, 12]),
        "line-opacity": picture ? 0.15 : route.features.length > 0 ? 0.35 : 0.75,
      },
    },
  ],
};

function line(
  id: string,
  filter: ExpressionSpecification,
  paint: Extract<LayerSpecification, { type: "line" }>["paint"],
  minzoom = 0,
): LayerSpecification {
  return {
    id,
    type: "line",
    source: "legs",
    filter,
    minzoom,
    layout: { "line-join": "round" },
    paint: paint ?? {},
  };
}

function dormantPaint(color: MapTheme["promised"]) {
  return {
    "line-color": color,
    "line-width": byZoom([3, 1], [6, 1.8], [10, 3]),
    "line-dasharray": [2, 1.6],
  };
}
