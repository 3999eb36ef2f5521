import type { Geometry } from "geojson";
import type { Position } from "./network.ts";

/** How places come onto a picture, and how much of them the eye can tell. */
export interface Drawing {
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** The pixel of a place, from the upper left corner. */
  project(position: Position): Pixel;
  /** Points nearer than this to the one before are left out, in pixels. */
  readonly tooShort: number;
  /** Areas whose width and height come to less than this are left out, in pixels. */
  readonly tooSmall: number;
  /** Digits after the point. */
  readonly digits: number;
}

type Pixel = readonly [x: number, y: number];

/**
 * The path data of an SVG for lines and for the rings of areas, in relative steps, which are shorter to write.
 * What is out of sight is left out, and so are points.
 */
export function svgPath(geometries: readonly (Geometry | null)[], drawing: Drawing): string {
  return geometries.flatMap((geometry) => linesOf(geometry).map((line) => written(line, drawing))).join("");
}

interface Line {
  readonly points: readonly Position[];
  readonly isRing: boolean;
}

function linesOf(geometry: Geometry | null): readonly Line[] {
  const line = (isRing: boolean) => (points: unknown) => ({ points: points as readonly Position[], isRing });
  switch (geometry?.type) {
    case "LineString":
      return [line(false)(geometry.coordinates)];
    case "MultiLineString":
      return geometry.coordinates.map(line(false));
    case "Polygon":
      return geometry.coordinates.map(line(true));
    case "MultiPolygon":
      return geometry.coordinates.flat().map(line(true));
    default:
      return [];
  }
}

function written({ points, isRing }: Line, drawing: Drawing): string {
  const rounding = 10 ** drawing.digits;
  const round = (value: number) => Math.round(value * rounding) / rounding;
  const pixels = points.map((point) => drawing.project(point).map(round) as unknown as Pixel);
  const kept = thinned(pixels, drawing.tooShort);
  const [start, ...others] = kept;
  if (!start || others.length === 0 || !isInSight(pixels, drawing)) return "";
  if (isRing && (kept.length < 4 || extentOf(pixels) <= drawing.tooSmall)) return "";
  let [x, y] = start;
  const steps = others.map((point) => {
    const step = `${round(point[0] - x)} ${round(point[1] - y)}`;
    [x, y] = point;
    return step;
  });
  return `M${start.join(" ")}l${steps.join(" ").replaceAll(" -", "-")}${isRing ? "Z" : ""}`;
}

function isInSight(pixels: readonly Pixel[], { width, height }: Drawing): boolean {
  const meets = (axis: 0 | 1, end: number) =>
    pixels.some((pixel) => pixel[axis] >= 0) && pixels.some((pixel) => pixel[axis] <= end);
  return meets(0, width) && meets(1, height);
}

function extentOf(pixels: readonly Pixel[]): number {
  const span = (axis: 0 | 1) => {
    const values = pixels.map((pixel) => pixel[axis]);
    return (
      values.reduce((most, value) => Math.max(most, value)) -
      values.reduce((least, value) => Math.min(least, value))
    );
  };
  return span(0) + span(1);
}

/** The line without points too near to the one before; its ends stay. */
function thinned(pixels: readonly Pixel[], tooShort: number): readonly Pixel[] {
  const kept: Pixel[] = [];
  for (const [index, pixel] of pixels.entries()) {
    const last = kept.at(-1);
    const far = !last || Math.hypot(pixel[0] - last[0], pixel[1] - last[1]) >= tooShort;
    if (far || index === pixels.length - 1) kept.push(pixel);
  }
  return kept;
}
