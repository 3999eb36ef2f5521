import type { Geometry } from "geojson";
import type { Dataset } from "../../../data/dataset.ts";
import type { RecordBook } from "../../../data/records/book.ts";
import type { MessageKey, Translator } from "../../../i18n/translator.ts";

export type Cell = string | number | undefined;

/** What of a row the view's filter and mineral can be held against. */
export interface Codes {
  readonly countries: readonly string[];
  readonly minerals?: readonly string[];
  readonly type?: string;
  readonly stage?: string;
  readonly status?: string;
  readonly year?: number;
}

/** A record as a row: one cell to a column, and where it lies. */
export interface Row {
  readonly id: string;
  readonly cells: readonly Cell[];
  readonly geometry: Geometry | null;
  readonly codes?: Codes;
}

/** A column by its message; a year is no amount and has no thousands separator. */
export interface Column {
  readonly title: MessageKey;
  readonly kind?: "number" | "year";
}

/** An overlay of the map as a table; the first column names the record. */
export interface TableDefinition {
  readonly id: string;
  readonly title: MessageKey;
  readonly columns: readonly Column[];
  rows(book: RecordBook, dataset: Dataset, translator: Translator): readonly Row[];
}
