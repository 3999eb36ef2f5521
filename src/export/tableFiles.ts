import type { Feature, FeatureCollection, Geometry } from "geojson";
import papaparse from "papaparse";
import type { Translator } from "../i18n/translator.ts";
import type { Source } from "../model/network.ts";
import type { FileFormat } from "./exports.ts";
import { gpx } from "./gpx.ts";
import { kml } from "./kml.ts";
import type { Caption } from "./mapFile.ts";
import { type Cell, cellText, type Row, type Table } from "./table.ts";

/** The language of a file, and the sources its rows may name. */
export interface TableContext {
  readonly say: Translator;
  readonly sources: readonly Source[];
}

/**
 * A table as the text of a file. `csv` and `geojson` have every row with its cells; `gpx` and `kml` have the rows with a
 * place, each with its name, what is said of it and its sources, and the lines it speaks of.
 */
export function tableFile(format: FileFormat, table: Table, context: TableContext): string {
  switch (format) {
    case "geojson":
      return JSON.stringify(geojson(table));
    case "csv":
      return csv(table);
    case "gpx":
      return gpx({ name: table.title, features: captioned(table, context) });
    case "kml":
      return kml({ name: table.title, features: captioned(table, context) });
  }
}

/** Spreadsheets take a file without this mark for one in an old code page. */
const byteOrderMark = "\ufeff";

/** With the id first. A text that a spreadsheet would run as a formula is kept from it by an apostrophe. */
function csv({ columns, rows }: Table): string {
  const lines = rows.map(({ id, cells }) => [id, ...columns.map((_, column) => cells[column] ?? "")]);
  const titles = columns.map(({ title }) => title);
  return byteOrderMark + papaparse.unparse([["id", ...titles], ...lines], { escapeFormulae: true });
}

/** A row without a place has no geometry. */
function geojson({ columns, rows }: Table): FeatureCollection<Geometry | null> {
  const properties = ({ id, cells }: Row): Record<string, Cell> => ({
    id,
    ...Object.fromEntries(columns.map(({ title }, column) => [title, cells[column]])),
  });
  const features = rows.map((row) => ({
    type: "Feature" as const,
    geometry: row.geometry,
    properties: properties(row),
  }));
  return { type: "FeatureCollection", features };
}

function captioned(
  table: Table,
  { say, sources }: TableContext,
): Feature<Geometry, Caption & { readonly id: string }>[] {
  const sourceById = new Map(sources.map((source) => [source.id, source]));
  return table.rows.flatMap((row) => {
    const geometry = wholeOf(row);
    if (!geometry) return [];
    const named = (row.sources ?? []).map((id) => sourceById.get(id) ?? { id, title: id });
    return [
      {
        type: "Feature",
        geometry,
        properties: { ...captionOf(row, table, say), sources: named, id: row.id },
      },
    ];
  });
}

/** The place of a row and its lines together. */
function wholeOf({ geometry, lines }: Row): Geometry | null {
  if (!geometry || !lines) return geometry ?? lines ?? null;
  return { type: "GeometryCollection", geometries: [geometry, lines] };
}

/** Named by its first text: a reader's own file begins with a number. */
function captionOf({ cells, note }: Row, { columns }: Table, say: Translator): Caption {
  const named = Math.max(
    0,
    cells.findIndex((cell) => typeof cell === "string"),
  );
  const texts = columns.map(({ kind }, index) => cellText(cells[index], kind, say));
  const details = columns.flatMap(({ title }, index) =>
    index === named || texts[index] === undefined ? [] : [`${title}: ${texts[index]}`],
  );
  return {
    name: texts[named] ?? "",
    description: [...(note === undefined ? [] : [note]), details.join(" · ")].join("\n"),
  };
}
