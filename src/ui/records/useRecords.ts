import { use } from "react";
import { loadRecordBook, type RecordBook } from "../../data/records/book.ts";

/** The records with their links; what uses them waits until they are loaded, inside `Later`. */
export function useRecords(): RecordBook {
  return use(loadRecordBook());
}
