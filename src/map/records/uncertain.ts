import type { OverlayId } from "../../model/view.ts";
import { type Overlay, onlyShown } from "../overlays/overlay.ts";
import { recordColours } from "./colours.ts";

/** How far off a place may be, as a broken circle around it. */
function uncertain(id: Extract<OverlayId, "deposits" | "projects">, kind: string): Overlay {
  return {
    id,
    sources: ({ sourceUrl }) => ({ uncertain: { type: "geojson", data: sourceUrl("uncertain") } }),
    layers: ({ theme, shown }) => [
      {
        id: `uncertain-${id}`,
        type: "line",
        source: "uncertain",
        filter: ["all", ["==", ["get", "of"], kind], onlyShown(shown[id])],
        minzoom: 5,
        paint: {
          "line-color": recordColours(theme).uncertain,
          "line-width": 1.4,
          "line-dasharray": [3, 2],
          "line-opacity": 0.8,
        },
      },
    ],
  };
}

export const uncertainDeposits = uncertain("deposits", "deposit");
export const uncertainProjects = uncertain("projects", "project");
