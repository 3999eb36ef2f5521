import { mercator } from "../../model/mercator.ts";
import type { Position } from "../../model/network.ts";
import type { Camera } from "../../model/view.ts";
import type { Box } from "../../state/store.ts";
import { closest, roomAround, type Size } from "../camera.ts";

/** A part of the world on a picture: Web Mercator, north up, seen from above. */
export interface Sight extends Size {
  readonly zoom: number;
  /** The pixel of a place, from the upper left corner. */
  project(position: Position): readonly [x: number, y: number];
}

/** Edge of the whole world at zoom 0, in pixels. */
const worldSize = 512;

/** What a live map shows from a camera, without its bearing and pitch. */
export function sightOfCamera({ lng, lat, zoom }: Camera, { width, height }: Size): Sight {
  return sight({ width, height }, mercator([lng, lat]), zoom, [width / 2, height / 2]);
}

/** What a live map shows of a box: all of it, with the same room around it. */
export function sightOfBox([southWest, northEast]: Box, { width, height }: Size): Sight {
  const [west, south] = mercator(southWest);
  const [east, north] = mercator(northEast);
  const room = roomAround({ width, height });
  const wide = (width - room.left - room.right) / (east - west || Number.EPSILON);
  const high = (height - room.top - room.bottom) / (south - north || Number.EPSILON);
  const zoom = Math.min(Math.log2(Math.min(wide, high) / worldSize), closest);
  const middle = [(room.left + width - room.right) / 2, (room.top + height - room.bottom) / 2] as const;
  return sight({ width, height }, [(west + east) / 2, (north + south) / 2], zoom, middle);
}

/** @param centre point of the Mercator square that lies on the pixel `at` */
function sight(
  size: Size,
  centre: readonly [number, number],
  zoom: number,
  at: readonly [number, number],
): Sight {
  const scale = worldSize * 2 ** zoom;
  return {
    ...size,
    zoom,
    project: (position) => {
      const [x, y] = mercator(position);
      return [at[0] + (x - centre[0]) * scale, at[1] + (y - centre[1]) * scale];
    },
  };
}
