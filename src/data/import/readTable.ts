import Papa from "papaparse";
import { fold } from "../fold.ts";
import type { CheckedFeature } from "./checkGeojson.ts";
import { ImportProblem, importLimits, shown } from "./problem.ts";

/** What columns of coordinates are called. */
const columnNames = {
  lat: ["lat", "latitude", "y", "ylat", "широта", "خط العرض", "緯度"],
  lng: ["lng", "lon", "long", "longitude", "x", "xlng", "долгота", "خط الطول", "経度"],
} as const;

const plainNumber = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/**
 * Reads a table with a heading and two columns of coordinates in degrees as points. Columns are told by
 * their names; a decimal comma is read where the columns are not separated by commas.
 * @throws ImportProblem naming the first bad line, counted from 1 without the heading
 */
export function readTable(text: string): readonly CheckedFeature[] {
  const { data, meta } = Papa.parse<string[]>(text, { skipEmptyLines: "greedy" });
  const [heading = [], ...lines] = data;
  const names = heading.map((name) => fold(name.trim()));
  const columnOf = (known: readonly string[]) => names.findIndex((name) => known.map(fold).includes(name));
  const [lat, lng] = [columnOf(columnNames.lat), columnOf(columnNames.lng)];
  if (lat < 0 || lng < 0) throw new ImportProblem("no-columns", { value: shown(heading.join(", ")) });
  if (lines.length > importLimits.features)
    throw new ImportProblem("too-many-features", { value: String(lines.length) });
  return lines.map((cells, index) => {
    const number = (column: number): number => {
      const cell = (cells[column] ?? "").trim();
      const text = meta.delimiter === "," ? cell : cell.replace(",", ".");
      if (!plainNumber.test(text))
        throw new ImportProblem("not-a-number", { feature: index + 1, value: shown(cell) });
      return Number(text);
    };
    const coordinates = [number(lng), number(lat)];
    const others = heading.flatMap((name, column) =>
      column === lat || column === lng || !name.trim() ? [] : [[name.trim(), cells[column] ?? ""] as const],
    );
    return {
      type: "Feature",
      geometry: { type: "Point", coordinates },
      properties: Object.fromEntries(others),
    };
  });
}
