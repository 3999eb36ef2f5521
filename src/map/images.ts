import type { Map as MapLibreMap } from "maplibre-gl";
import type { LaterOverlays } from "./overlays/overlay.ts";

/** An image for the map: RGBA bytes, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** Images are drawn twice as large as shown, for sharp screens. */
const imagePixelRatio = 2;

/** Draws the images of a map when its style first names them, those of later overlays too. */
export function provideImages(map: MapLibreMap, later: () => LaterOverlays | undefined): void {
  map.setMissingStyleImageResolver((id) => {
    const image = drawImage(id) ?? later()?.drawImage(id);
    if (image) map.addImage(id, image, { pixelRatio: imagePixelRatio });
  });
}

/**
 * Draws an image by its name: `hatch-<hex>` is a diagonal hatching for an avoided country,
 * `diamond-<hex>-<hex>` the mark of a deposit with its outline.
 * @returns undefined for any other name
 */
export function drawImage(name: string): Pixels | undefined {
  const [kind, first, second] = name.split("-");
  if (kind === "hatch" && first) return draw(16, (x, y) => ((x + y) % 16 < 3 ? [...rgb(first), 130] : clear));
  if (kind === "diamond" && first && second) {
    const middle = 10.5;
    return draw(22, (x, y) => {
      const distance = Math.abs(x - middle) + Math.abs(y - middle);
      if (distance > 10) return clear;
      return distance > 7 ? [...rgb(second), 255] : [...rgb(first), 255];
    });
  }
  return undefined;
}

type Rgba = readonly [number, number, number, number];
const clear: Rgba = [0, 0, 0, 0];

function draw(size: number, colourAt: (x: number, y: number) => Rgba): Pixels {
  const data = new Uint8ClampedArray(size * size * 4);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) data.set(colourAt(x, y), (y * size + x) * 4);
  }
  return { width: size, height: size, data };
}

function rgb(hex: string): [number, number, number] {
  const value = Number.parseInt(hex, 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}
