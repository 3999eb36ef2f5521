import type { ExpressionSpecification, LayerSpecification } from "@maplibre/maplibre-gl-style-spec";
import {
  byZoom,
  isOneOf,
  labelIn,
  labelLayout,
  type Overlay,
  onlyShown,
  type StyleInput,
} from "../overlays/overlay.ts";
import { carried, recordColours } from "./colours.ts";
import { disputedMark } from "./disputed.ts";

const isLine: ExpressionSpecification = ["!=", ["geometry-type"], "Point"];
const isPoint: ExpressionSpecification = ["==", ["geometry-type"], "Point"];
const works: ExpressionSpecification = ["==", ["get", "status"], "operating"];
const ended: ExpressionSpecification = isOneOf("status", ["suspended", "closed"]);

/** Pipelines and cables by what they carry; broken where they do not work yet, grey where no more, banded where Russia holds a part. */
export const energy: Overlay = {
  id: "energy",
  sources: ({ sourceUrl }) => ({ energy: { type: "geojson", data: sourceUrl("energy"), tolerance: 0.3 } }),
  layers: (input) => {
    const { theme, font, shown, selected } = input;
    const filter = onlyShown(shown.energy);
    return [
      {
        id: "energy-russia",
        type: "line",
        source: "energy",
        filter: ["all", isLine, ["==", ["get", "russia"], true], filter],
        layout: { "line-join": "round" },
        paint: {
          "line-color": theme.avoidedLine,
          "line-width": byZoom([2, 5], [6, 9], [10, 13]),
          "line-opacity": 0.28,
        },
      },
      {
        id: "selected-energy",
        type: "line",
        source: "energy",
        filter: ["all", isLine, ["==", ["get", "id"], selected ?? ""]],
        paint: { "line-color": theme.selected, "line-width": 9, "line-opacity": 0.4 },
      },
      course("energy", ["all", isLine, works, filter], input),
      course("energy-dashed", ["all", isLine, ["!", works], filter], input, [2, 1.4]),
      disputedMark("energy", { font, theme, filter, offset: [0, 0], isLine: true }),
    ];
  },
};

/** Terminals, above the network's places, and the names of all. */
export const terminals: Overlay = {
  id: "energy",
  sources: () => ({}),
  layers: (input) => {
    const { theme, font, language, shown, selected } = input;
    const filter = onlyShown(shown.energy);
    const labelled = {
      ...labelLayout(font, byZoom([4, 10], [9, 13])),
      "text-field": labelIn(language),
    };
    const paint = { "text-color": theme.label, "text-halo-color": theme.halo, "text-halo-width": 1.4 };
    return [
      {
        id: "energy-terminals",
        type: "circle",
        source: "energy",
        filter: ["all", isPoint, filter],
        paint: {
          "circle-radius": byZoom([2, 3], [6, 6], [9, 8]),
          "circle-color": ["case", works, colorOf(input), theme.pointFill] as ExpressionSpecification,
          "circle-stroke-color": [
            "case",
            ["==", ["get", "id"], selected ?? ""],
            theme.selected,
            ["==", ["get", "russia"], true],
            theme.avoidedLine,
            colorOf(input),
          ] as ExpressionSpecification,
          "circle-stroke-width": 2,
        },
      },
      {
        id: "energy-line-labels",
        type: "symbol",
        source: "energy",
        filter: ["all", isLine, filter],
        minzoom: 3.6,
        layout: { ...labelled, "symbol-placement": "line", "text-max-angle": 30, "symbol-spacing": 600 },
        paint,
      },
      {
        id: "energy-terminal-labels",
        type: "symbol",
        source: "energy",
        filter: ["all", isPoint, filter],
        minzoom: 5,
        layout: {
          ...labelled,
          "text-variable-anchor": ["top", "bottom", "left", "right"],
          "text-radial-offset": 0.8,
        },
        paint,
      },
    ];
  },
};

function course(
  id: string,
  filter: ExpressionSpecification,
  input: StyleInput,
  dashes?: number[],
): LayerSpecification {
  return {
    id,
    type: "line",
    source: "energy",
    filter,
    layout: { "line-join": "round" },
    paint: {
      "line-color": colorOf(input),
      "line-width": byZoom([2, 1.4], [6, 2.6], [10, 4]),
      ...(dashes ? { "line-dasharray": dashes } : {}),
    },
  };
}

function colorOf({ theme }: StyleInput): ExpressionSpecification {
  const colours = recordColours(theme).energy;
  const pairs = carried.flatMap((one) => [one, colours[one]]);
  const byKind = ["match", ["get", "carries"], ...pairs, theme.closed];
  return ["case", ended, theme.closed, byKind] as unknown as ExpressionSpecification;
}
