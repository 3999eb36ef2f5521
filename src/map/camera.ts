import type { LngLatBoundsLike, Map as MapLibreMap } from "maplibre-gl";
import type { Position } from "../model/network.ts";
import type { Camera } from "../model/view.ts";
import { roundCamera } from "../state/linkValues.ts";
import { positionOf } from "../state/names.ts";
import { routeLegs, selectAnswer, selectCompared } from "../state/selectors.ts";
import type { Box, State } from "../state/store.ts";

/** From the Chinese border through Aktau and Baku to the Black Sea and Europe. */
const corridorBounds: [Position, Position] = [
  [26.5, 37.5],
  [83, 49.5],
];

/**
 * The box the camera shows while the link names no camera: what an analysis found, the route, its ends,
 * or the whole corridor.
 */
export function frameOf(state: State): [Position, Position] {
  const legs = [selectAnswer(state), selectCompared(state)].flatMap((answer) => routeLegs(answer.state));
  const found = state.local.tools?.picture(state)?.lines.features ?? [];
  const drawn = found.flatMap(({ geometry }) => geometry.coordinates as Position[]);
  const points = drawn.length > 0 ? drawn : legs.flatMap((leg) => courseOf(state, leg.id));
  const ends = endsOf(state);
  return boundsOf(points.length > 0 ? points : ends.length > 1 ? ends : []) ?? corridorBounds;
}

/** The points of a leg as drawn, or the one of a place. */
export function courseOf({ dataset }: State, id: string): readonly Position[] {
  const position = positionOf(dataset, id);
  return dataset.courseById.get(id) ?? (position ? [position] : []);
}

export function boundsOf(points: readonly Position[]): [Position, Position] | undefined {
  if (points.length === 0) return undefined;
  const box: [Position, Position] = [
    [180, 90],
    [-180, -90],
  ];
  for (const [lng, lat] of points) {
    box[0] = [Math.min(box[0][0], lng), Math.min(box[0][1], lat)];
    box[1] = [Math.max(box[1][0], lng), Math.max(box[1][1], lat)];
  }
  return box;
}

/** In CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Boxes are not shown from nearer than this. */
export const closest = 9;

/**
 * Pixels left free around a box. Names stand beside their points and the controls in the upper corners:
 * more room at the sides and above.
 */
export function roomAround({ width, height }: Size) {
  const side = Math.min(90, Math.max(64, Math.round(width * 0.11)));
  return {
    top: Math.min(80, Math.max(40, Math.round(height * 0.15))),
    bottom: Math.min(50, Math.round(height * 0.1)),
    left: side,
    right: side,
  };
}

/** Moves the map so that the box fits; without animation where the reader asked for less motion. */
export function showBox(map: MapLibreMap, box: Box, animate: boolean): void {
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  if (width === 0 || height === 0) return;
  const padding = roomAround({ width, height });
  map.fitBounds(box as LngLatBoundsLike, {
    padding,
    maxZoom: closest,
    animate,
    duration: 700,
    linear: true,
  });
}

/** Moves the map to a camera; without a flight where the reader asked for less motion. */
export function showCamera(map: MapLibreMap, { lng, lat, zoom, bearing, pitch }: Camera, fly: boolean): void {
  const target = { center: [lng, lat] as [number, number], zoom, bearing, pitch };
  if (fly) map.flyTo({ ...target, duration: 1500 });
  else map.jumpTo(target);
}

export function cameraOf(map: MapLibreMap): Camera {
  const { lng, lat } = map.getCenter().wrap();
  return roundCamera({ zoom: map.getZoom(), lng, lat, bearing: map.getBearing(), pitch: map.getPitch() });
}

function endsOf({ view, dataset }: State): readonly Position[] {
  return [view.from, ...view.via, view.to].flatMap((place) => {
    const position = place && positionOf(dataset, place);
    return position ? [position] : [];
  });
}
