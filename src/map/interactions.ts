import type { Map as MapLibreMap, MapMouseEvent, PointLike } from "maplibre-gl";
import type { Position } from "../model/network.ts";
import type { Store } from "../state/store.ts";

/** What a click can mean, the first hit wins: places before lines. */
const places = ["projects", "energy-terminals", "deposits", "seaports", "gates", "stations", "key-nodes"];
const lines = [
  "route-rail",
  "route-sea",
  "route-ferry",
  "route-road",
  "rail-1520",
  "rail-1520-rough",
  "rail-1435",
  "rail-1435-rough",
  "ferries",
  "lanes",
  "promised",
  "closed",
  "energy",
  "energy-dashed",
  "commitments",
  "commitments-dashed",
];
/** Half the side of the square around the pointer that still hits, in pixels: 24 px targets. */
const reach = 12;
const lineReach = 5;

/** Turns clicks on the map into actions: a place or line opens its card, or fills the field being picked. */
export function connectInteractions(map: MapLibreMap, { getState, actions }: Store): void {
  map.on("click", (event) => {
    const { picking } = getState().local;
    const hit = placeAt(map, event) ?? (picking ? undefined : lineAt(map, event));
    const { lng, lat } = event.lngLat.wrap();
    const point: Position = [roundTo5(lng), roundTo5(lat)];
    if (picking) actions.choosePlace(picking, hit ?? point);
    else if (hit) actions.openRecord(hit);
    else actions.openPoint(point);
  });
  map.on("mousemove", (event) => {
    const over = placeAt(map, event) ?? lineAt(map, event);
    map.getCanvas().style.cursor = getState().local.picking ? "crosshair" : over ? "pointer" : "";
  });
}

function placeAt(map: MapLibreMap, event: MapMouseEvent): string | undefined {
  return idAt(map, event, places, reach);
}

function lineAt(map: MapLibreMap, event: MapMouseEvent): string | undefined {
  return idAt(map, event, lines, lineReach);
}

function idAt(
  map: MapLibreMap,
  { point }: MapMouseEvent,
  layers: readonly string[],
  distance: number,
): string | undefined {
  const box: [PointLike, PointLike] = [
    [point.x - distance, point.y - distance],
    [point.x + distance, point.y + distance],
  ];
  const present = layers.filter((layer) => map.getLayer(layer));
  const hits = map.queryRenderedFeatures(box, { layers: present });
  const id: unknown = hits[0]?.properties["id"];
  return typeof id === "string" ? id : undefined;
}

function roundTo5(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}
