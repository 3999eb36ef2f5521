import type { LegRecord, Position } from "../../../src/model/network.ts";
import type { Line } from "./schemas.ts";

type Box = readonly [west: number, south: number, east: number, north: number];

const caspian: Box = [46, 36, 55.5, 47.8];

/**
 * Seas of feeders and ferries: Black Sea, Aegean, Levant and Ionian; Adriatic; Baltic and Skagerrak; Yellow Sea,
 * East China Sea and Japan. A lane with an end outside them is an ocean lane: its ships are the large ones.
 */
const shortSeas: readonly Box[] = [
  [19, 34, 44.5, 47.5],
  [12, 39.5, 20, 46],
  [9.5, 53.3, 31, 61],
  [117, 30, 142.5, 44],
];

/** The sea a water leg lies in, by its two ends; none for other legs. */
export function seaOf(line: Line, positions: ReadonlyMap<string, Position>): LegRecord["sea"] {
  if (line.mode !== "sea" && line.mode !== "ferry") return undefined;
  const ends = [line.from, line.to].map((id) => positions.get(id) ?? (line.course[0] as Position));
  if (ends.every((end) => isInside(end, caspian))) return "caspian";
  return ends.every((end) => shortSeas.some((box) => isInside(end, box))) ? "short" : "deep";
}

function isInside([lng, lat]: Position, [west, south, east, north]: Box): boolean {
  return lng >= west && lng <= east && lat >= south && lat <= north;
}
