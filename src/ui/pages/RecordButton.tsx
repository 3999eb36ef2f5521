import type { ReactNode } from "react";
import type { Records } from "../../data/records.ts";
import { useOpenRecord } from "./useOpenRecord.ts";

/** A record's name that opens its card and its place on the map. */
export function RecordButton({
  record,
  records,
  children,
}: {
  readonly record: Parameters<ReturnType<typeof useOpenRecord>>[0];
  readonly records: Records;
  readonly children: ReactNode;
}) {
  const open = useOpenRecord(records);
  return (
    <button type="button" className="link" onClick={() => open(record)}>
      <bdi>{children}</bdi>
    </button>
  );
}
