import type { ReactNode } from "react";
import { useOpenRecord } from "./useOpenRecord.ts";

/** A record's name that opens its card and shows its place on the map. */
export function ShowRecordButton({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const open = useOpenRecord();
  return (
    <button type="button" className="link" onClick={() => open(id)}>
      <bdi>{children}</bdi>
    </button>
  );
}
