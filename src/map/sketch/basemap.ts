import type { Feature } from "geojson";
import { loadBasemapPart } from "../basemapPart.ts";

/** The parts of the basemap that a sketch draws, bottom to top. */
export interface SketchBasemap {
  readonly land: readonly Feature[];
  /** Areas under another state's control than their owner's. */
  readonly control: readonly Feature[];
  readonly lakes: readonly Feature[];
  readonly rivers: readonly Feature[];
  readonly borders: readonly Feature[];
  readonly disputed: readonly Feature[];
}

/** @throws Error where the basemap cannot be had */
export async function loadSketchBasemap(): Promise<SketchBasemap> {
  const load = async (part: Parameters<typeof loadBasemapPart>[0]) => (await loadBasemapPart(part)).features;
  const [land, control, water, lines] = await Promise.all([
    load("land"),
    load("control"),
    load("water"),
    load("borders"),
  ]);
  const isRiver = ({ geometry }: Feature) => geometry.type.endsWith("LineString");
  const isDisputed = ({ properties }: Feature) => properties?.["disputed"] === true;
  return {
    land,
    control,
    lakes: water.filter((feature) => !isRiver(feature)),
    rivers: water.filter(isRiver),
    borders: lines.filter((feature) => !isDisputed(feature)),
    disputed: lines.filter(isDisputed),
  };
}
