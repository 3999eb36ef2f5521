import { bboxClip } from "@turf/turf";
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from "geojson";
import type { CountedLeg } from "./countryKm.ts";

/** The part of the world the sketch shows, in degrees, and its size in whole units: a slide's 16 to 9. */
const window = { west: 17, east: 93, middle: 43.8 } as const;
const size = { width: 1920, height: 1080 } as const;
const scale = size.width / (window.east - window.west);
/** Units between two points of a line, and the least box of an area, that the eye can tell. */
const tooShort = 5;
const tooSmall = 14;

const day = { sea: "#cfe1ea", land: "#f5f1e8", shore: "#a99f8e", corridor: "#f2b233" } as const;
const night = { sea: "#10212b", land: "#262a2e", shore: "#5e6670", corridor: "#8a6414" } as const;

/**
 * A sketch of the corridor as a picture that needs no script: land, lakes and the trunk line,
 * in Web Mercator and in the map's colours, light or dark as the reader's system is.
 */
export function drawPoster(
  basemap: Readonly<Record<string, FeatureCollection>>,
  legs: readonly CountedLeg[],
): string {
  const areas = (part: string) => path(basemap[part]?.features.flatMap(ringsOf) ?? [], "Z");
  const trunk = legs.filter((leg) => leg.corridor).map((leg) => leg.course.map((point) => [...point]));
  const rules = Object.keys(day) as (keyof typeof day)[];
  const colours = (tones: typeof day | typeof night) =>
    rules.map((name) => `.${name}{${paint[name](tones[name])}}`).join("");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" preserveAspectRatio="xMidYMid slice">`,
    `<style>${colours(day)}@media(prefers-color-scheme:dark){${colours(night)}}</style>`,
    `<path class="sea" d="M0 0H${size.width}V${size.height}H0Z"/>`,
    `<path class="land shore" d="${areas("land")}"/>`,
    `<path class="sea" d="${areas("water")}"/>`,
    `<path class="corridor" d="${path(trunk, "")}"/>`,
    "</svg>\n",
  ].join("\n");
}

const paint = {
  sea: (tone: string) => `fill:${tone}`,
  land: (tone: string) => `fill:${tone}`,
  shore: (tone: string) => `stroke:${tone};stroke-width:1`,
  corridor: (tone: string) =>
    `fill:none;stroke:${tone};stroke-width:8;stroke-linejoin:round;stroke-linecap:round`,
} as const;

function ringsOf(feature: Feature): readonly Position[][] {
  if (feature.geometry.type !== "Polygon" && feature.geometry.type !== "MultiPolygon") return [];
  const [north, south] = [latitude(0), latitude(size.height)];
  // A little beyond the edge, where the cut shows no line.
  const box = [window.west - 2, south - 2, window.east + 2, north + 2] as const;
  const { type, coordinates } = bboxClip(feature as Feature<Polygon | MultiPolygon>, [...box]).geometry;
  const polygons = (type === "Polygon" ? [coordinates] : coordinates) as Position[][][];
  return polygons.flat();
}

/** The lines in relative steps, which are shorter to write. */
function path(lines: readonly (readonly Position[])[], end: "Z" | ""): string {
  return lines
    .map((line) => thinned(line.map(project)))
    .filter((points) => (end ? isSeen(points) : points.length > 1))
    .map(([start = [0, 0], ...points]) => {
      let [x, y] = start;
      const steps = points.map((point) => {
        const step = `${point[0] - x} ${point[1] - y}`;
        [x, y] = point;
        return step;
      });
      return `M${start.join(" ")}l${steps.join(" ").replaceAll(" -", "-")}${end}`;
    })
    .join("");
}

function isSeen(points: readonly Pixel[]): boolean {
  const extent = (axis: 0 | 1) => {
    const values = points.map((point) => point[axis]);
    return Math.max(...values) - Math.min(...values);
  };
  return points.length > 3 && extent(0) + extent(1) > tooSmall;
}

/** The line without points that lie closer to the one before than the eye can tell; its ends stay. */
function thinned(points: readonly Pixel[]): readonly Pixel[] {
  const kept: Pixel[] = [];
  for (const [index, point] of points.entries()) {
    const last = kept.at(-1);
    const far = !last || Math.hypot(point[0] - last[0], point[1] - last[1]) >= tooShort;
    if (far || index === points.length - 1) kept.push(point);
  }
  return kept;
}

type Pixel = readonly [x: number, y: number];

function project([lng = 0, lat = 0]: Position): Pixel {
  const x = (lng - window.west) * scale;
  const y = size.height / 2 - (northing(lat) - northing(window.middle)) * scale;
  return [Math.round(x), Math.round(y)];
}

/** Web Mercator's northing in degrees of the equator. */
function northing(lat: number): number {
  return (Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * 180) / Math.PI;
}

function latitude(y: number): number {
  const north = northing(window.middle) + (size.height / 2 - y) / scale;
  return (Math.atan(Math.exp((north * Math.PI) / 180)) * 360) / Math.PI - 90;
}
