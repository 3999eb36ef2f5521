import type { Dataset } from "../../../data/dataset.ts";
import type { RecordBook, RecordKind } from "../../../data/records/book.ts";
import type { Row } from "../../../export/table.ts";
import type { MessageKey, Translator } from "../../../i18n/translator.ts";

/** A column by its message; a year is no amount and has no thousands separator. */
export interface Column {
  readonly title: MessageKey;
  readonly kind?: "number" | "year";
}

/** An overlay of the map as a table; the first column names the record. */
export interface TableDefinition {
  readonly id: string;
  readonly title: MessageKey;
  /** Absent for the network, which the filter does not narrow. */
  readonly kind?: RecordKind;
  readonly columns: readonly Column[];
  rows(book: RecordBook, dataset: Dataset, translator: Translator): readonly Row[];
}
