import type { ExpressionSpecification } from "@maplibre/maplibre-gl-style-spec";
import { byZoom, labelIn, labelLayout, type Overlay, onlyShown } from "../overlays/overlay.ts";
import { disputedMark } from "./disputed.ts";
import { markNames } from "./marks.ts";

/** Projects by type and progress; where they crowd, the first of the file win until the map comes nearer. */
export const projects: Overlay = {
  id: "projects",
  sources: ({ sourceUrl }) => ({ projects: { type: "geojson", data: sourceUrl("projects") } }),
  layers: ({ theme, language, font, shown, selected }) => {
    const filter = onlyShown(shown.projects);
    const images = markNames(theme).flat();
    return [
      {
        id: "projects",
        type: "symbol",
        source: "projects",
        filter,
        layout: {
          "icon-image": ["match", ["get", "mark"], ...images, ""] as unknown as ExpressionSpecification,
          "icon-size": byZoom([2, 0.6], [6, 0.95], [9, 1.15]),
          "icon-offset": ["get", "spread"],
          "icon-allow-overlap": ["step", ["zoom"], false, 5, true],
          "icon-padding": 0,
        },
      },
      disputedMark("projects", { font, theme, filter, offset: [0.9, -1.9] }),
      {
        id: "project-labels",
        type: "symbol",
        source: "projects",
        filter,
        minzoom: 7,
        layout: {
          ...labelLayout(font, byZoom([7, 10.5], [10, 13])),
          "text-field": labelIn(language),
          "text-max-width": 12,
          "text-variable-anchor": ["bottom", "left", "right"],
          "text-radial-offset": 2,
        },
        paint: { "text-color": theme.label, "text-halo-color": theme.halo, "text-halo-width": 1.4 },
      },
      {
        id: "selected-project",
        type: "circle",
        source: "projects",
        filter: ["==", ["get", "id"], selected ?? ""],
        paint: {
          "circle-radius": 15,
          "circle-color": "rgba(0,0,0,0)",
          "circle-stroke-color": theme.selected,
          "circle-stroke-width": 2.5,
        },
      },
    ];
  },
};
