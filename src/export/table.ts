import type { Geometry, MultiLineString } from "geojson";
import type { Translator } from "../i18n/translator.ts";

export type Cell = string | number | undefined;

/** A record as a row: one cell to a column, where it lies and what it rests on. */
export interface Row {
  readonly id: string;
  readonly cells: readonly Cell[];
  readonly geometry: Geometry | null;
  /** The courses of the lines it speaks of, beside its own place. */
  readonly lines?: MultiLineString;
  /** What is said of it beyond its cells. */
  readonly note?: string;
  /** Ids of its sources. */
  readonly sources?: readonly string[];
}

/** A column as it is shown; a year is no amount and has no thousands separator. */
export interface ShownColumn {
  readonly title: string;
  readonly kind?: "number" | "year";
}

export interface Table {
  readonly title: string;
  readonly columns: readonly ShownColumn[];
  readonly rows: readonly Row[];
}

/** A cell in the words and digits of the language. */
export function cellText(
  cell: Cell,
  kind: ShownColumn["kind"],
  { number, year }: Translator,
): string | undefined {
  if (typeof cell !== "number") return cell;
  return kind === "year" ? year(cell) : number(cell, 1);
}

/** Whether a row can stand on a map. */
export function hasPlace({ geometry, lines }: Row): boolean {
  return geometry !== null || lines !== undefined;
}
