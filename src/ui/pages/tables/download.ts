import type { FeatureCollection } from "geojson";
import Papa from "papaparse";
import type { Cell, Row } from "./table.ts";

/** Spreadsheets take a file without this mark for one in an old code page. */
const byteOrderMark = "\ufeff";

/**
 * Rows as CSV for spreadsheets, with the id first. A text that a spreadsheet would run as a formula is
 * kept from it by an apostrophe.
 */
export function csvOf(titles: readonly string[], rows: readonly Row[]): string {
  const lines = rows.map(({ id, cells }) => [id, ...titles.map((_, column) => cells[column] ?? "")]);
  return byteOrderMark + Papa.unparse([["id", ...titles], ...lines], { escapeFormulae: true });
}

/** Rows as GeoJSON; one without a place has no geometry. */
export function geojsonOf(titles: readonly string[], rows: readonly Row[]): FeatureCollection<never> {
  const properties = ({ id, cells }: Row): Record<string, Cell> => ({
    id,
    ...Object.fromEntries(titles.map((title, column) => [title, cells[column]])),
  });
  const features = rows.map((row) => ({
    type: "Feature" as const,
    geometry: row.geometry as never,
    properties: properties(row),
  }));
  return { type: "FeatureCollection", features };
}
