import type { LayerSpecification, StyleSpecification } from "@maplibre/maplibre-gl-style-spec";
import { overlaysWith } from "./overlays/index.ts";
import type { StyleInput } from "./overlays/overlay.ts";

/** The complete style for a view: same input, same style; a hidden overlay stays in it, invisible. */
export function buildStyle(input: StyleInput): StyleSpecification {
  const overlays = overlaysWith(input.later);
  return {
    version: 8,
    ...(input.fontFaces ? { "font-faces": input.fontFaces as never } : {}),
    sources: Object.assign({}, ...overlays.map((overlay) => overlay.sources(input))),
    layers: labelsOnTop(
      overlays.flatMap((overlay) => {
        const visible = !overlay.id || input.layers.includes(overlay.id);
        return overlay.layers(input).map((layer) => withVisibility(layer, visible));
      }),
    ),
  };
}

/** Names stand above every line and area; within each group the order stays. */
function labelsOnTop(layers: readonly LayerSpecification[]): LayerSpecification[] {
  const isLabel = (layer: LayerSpecification) =>
    layer.type === "symbol" && layer.layout?.["text-field"] !== undefined;
  return [...layers.filter((layer) => !isLabel(layer)), ...layers.filter(isLabel)];
}

function withVisibility(layer: LayerSpecification, visible: boolean): LayerSpecification {
  const layout = { ...layer.layout, visibility: visible ? "visible" : "none" };
  return { ...layer, layout } as LayerSpecification;
}
