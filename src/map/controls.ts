import { AttributionControl, type Map as MapLibreMap, NavigationControl, ScaleControl } from "maplibre-gl";
import type { Translator } from "../i18n/translator.ts";

/**
 * Puts the map's own controls into its corners, on the sides that the language's direction gives them.
 * @param credits of the data, in text
 */
export function addControls(
  map: MapLibreMap,
  { zooms, scales }: { readonly zooms: boolean; readonly scales: boolean },
  { direction }: Translator,
  credits: readonly string[],
): void {
  const far = direction === "rtl" ? "left" : "right";
  const near = direction === "rtl" ? "right" : "left";
  if (zooms) map.addControl(new NavigationControl({ visualizePitch: true }), `top-${far}`);
  if (scales) map.addControl(new ScaleControl({ maxWidth: 120, unit: "metric" }), `bottom-${near}`);
  map.addControl(new AttributionControl({ compact: true, customAttribution: [...credits] }), `bottom-${far}`);
  // The control opens by itself and would cover the foot of a slide; its button and the About panel stay.
  map.getContainer().querySelector(".maplibregl-compact-show")?.classList.remove("maplibregl-compact-show");
}

/** The words of the controls, by the names MapLibre has for them. */
export function controlTexts({ t, unitName }: Translator): Record<string, string> {
  return {
    "ScaleControl.Kilometers": unitName("kilometer"),
    "ScaleControl.Meters": unitName("meter"),
    "Map.Title": t("map.label"),
    "NavigationControl.ZoomIn": t("map.zoomIn"),
    "NavigationControl.ZoomOut": t("map.zoomOut"),
    "NavigationControl.ResetBearing": t("map.compass"),
    "AttributionControl.ToggleAttribution": t("map.attribution"),
    "CooperativeGesturesHandler.WindowsHelpText": t("map.gesture.ctrl"),
    "CooperativeGesturesHandler.MacHelpText": t("map.gesture.meta"),
    "CooperativeGesturesHandler.MobileHelpText": t("map.gesture.touch"),
  };
}
