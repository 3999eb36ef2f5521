import type { ExpressionSpecification, LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import { moneyStages } from "../../model/vocabulary.ts";
import { type Overlay, onlyShown, type StyleInput } from "../overlays/overlay.ts";
import { recordColours } from "./colours.ts";
import { disputedMark } from "./disputed.ts";

/** Widths in pixels, from a promise without an amount to one of ten thousand million dollars. */
export const amountWidths = [1.1, 1.6, 2.4, 3.4, 4.8] as const;

/** Promises as links from giver to place, as wide as the sum; broken where nothing is signed. */
export const commitments: Overlay = {
  id: "commitments",
  sources: ({ sourceUrl }) => ({ commitments: { type: "geojson", data: sourceUrl("commitments") } }),
  layers: (input) => {
    const { theme, font, shown, selected } = input;
    const filter = onlyShown(shown.commitments);
    const firm: ExpressionSpecification = [
      "in",
      ["get", "stage"],
      ["literal", ["signed", "committed", "disbursed"]],
    ];
    return [
      {
        id: "selected-commitment",
        type: "line",
        source: "commitments",
        filter: ["==", ["get", "id"], selected ?? ""],
        layout: { "line-cap": "round" },
        paint: { "line-color": theme.selected, "line-width": 9, "line-opacity": 0.45, "line-offset": offset },
      },
      links("commitments", ["all", firm, filter], input),
      links("commitments-dashed", ["all", ["!", firm], filter], input, [2.5, 1.5]),
      disputedMark("commitments", { font, theme, filter, offset: [0, 0], isLine: true }),
    ];
  },
};

const width = ["match", ["get", "amount"], ...amountWidths.flatMap((pixels, step) => [step, pixels]), 1];
const offset: ExpressionSpecification = ["*", ["get", "lane"], 4];

function links(
  id: string,
  filter: ExpressionSpecification,
  { theme }: StyleInput,
  dashes?: number[],
): LayerSpecification {
  const { stages } = recordColours(theme);
  const colors = moneyStages.flatMap((stage) => [stage, stages[stage]]);
  return {
    id,
    type: "line",
    source: "commitments",
    filter,
    layout: { "line-join": "round", "line-sort-key": ["get", "amount"] },
    paint: {
      "line-color": ["match", ["get", "stage"], ...colors, stages.none] as unknown as ExpressionSpecification,
      "line-width": width as unknown as ExpressionSpecification,
      "line-offset": offset,
      "line-opacity": 0.8,
      ...(dashes ? { "line-dasharray": dashes } : {}),
    },
  };
}
