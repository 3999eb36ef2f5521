import { bboxClip } from "@turf/turf";
import type { Feature, FeatureCollection, Geometry, LineString, MultiPolygon, Polygon } from "geojson";
import { darkTheme, lightTheme, type MapTheme } from "../../src/map/theme.ts";
import { latitudeAt, mercator } from "../../src/model/mercator.ts";
import type { Position } from "../../src/model/network.ts";
import { type Drawing, svgPath } from "../../src/model/svgPath.ts";
import type { CountedLeg } from "./countryKm.ts";

/** The part of the world the sketch shows, in degrees, and its size in whole units: a slide's 16 to 9. */
const window = { west: 17, east: 93, middle: 43.8 } as const;
const size = { width: 1920, height: 1080 } as const;
const [left] = mercator([window.west, 0]);
const [right, middle] = mercator([window.east, window.middle]);
const scale = size.width / (right - left);
const drawing: Drawing = { ...size, project, tooShort: 5, tooSmall: 14, digits: 0 };

/**
 * A sketch of the corridor as a picture that needs no script: land, lakes and the trunk line,
 * in Web Mercator and in the map's colours, light or dark as the reader's system is.
 */
export function drawPoster(
  basemap: Readonly<Record<string, FeatureCollection>>,
  legs: readonly CountedLeg[],
): string {
  const areas = (part: string) =>
    svgPath((basemap[part]?.features ?? []).filter(isArea).map(clipped), drawing);
  const trunk = legs
    .filter((leg) => leg.corridor)
    .map(
      ({ course }): LineString => ({ type: "LineString", coordinates: course.map((point) => [...point]) }),
    );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" preserveAspectRatio="xMidYMid slice">`,
    `<style>${rules(lightTheme)}@media(prefers-color-scheme:dark){${rules(darkTheme)}}</style>`,
    `<path class="sea" d="M0 0H${size.width}V${size.height}H0Z"/>`,
    `<path class="land shore" d="${areas("land")}"/>`,
    `<path class="sea" d="${areas("water")}"/>`,
    `<path class="corridor" d="${svgPath(trunk, drawing)}"/>`,
    "</svg>\n",
  ].join("\n");
}

function rules({ sea, land, border, corridor }: MapTheme): string {
  return [
    `.sea{fill:${sea}}.land{fill:${land}}.shore{stroke:${border};stroke-width:1}`,
    `.corridor{fill:none;stroke:${corridor};stroke-width:8;stroke-linejoin:round;stroke-linecap:round}`,
  ].join("");
}

function isArea(feature: Feature): feature is Feature<Polygon | MultiPolygon> {
  return feature.geometry.type === "Polygon" || feature.geometry.type === "MultiPolygon";
}

/** The feature without what lies beyond the window, where a little more is kept so that the cut shows no line. */
function clipped(feature: Feature<Polygon | MultiPolygon>): Geometry {
  const [north, south] = [latitude(0), latitude(size.height)];
  const box = [window.west - 2, south - 2, window.east + 2, north + 2] as const;
  return bboxClip(feature, [...box]).geometry;
}

function project(position: Position): [number, number] {
  const [x, y] = mercator(position);
  return [(x - left) * scale, size.height / 2 + (y - middle) * scale];
}

function latitude(y: number): number {
  return latitudeAt(middle + (y - size.height / 2) / scale);
}
