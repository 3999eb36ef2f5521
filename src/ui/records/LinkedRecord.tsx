import type { RecordItem } from "../../data/records/book.ts";
import { useActions, useTranslator } from "../context.ts";
import { recordName } from "./words.ts";

/** A record that the open one names or is named by: its name, which opens its card, and its kind. */
export function LinkedRecord({ item }: { readonly item: RecordItem }) {
  const actions = useActions();
  const translator = useTranslator();
  return (
    <>
      <button
        type="button"
        className="link"
        data-record-link={item.record.id}
        onClick={() => actions.openRecord(item.record.id)}
      >
        <bdi>{recordName(item, translator)}</bdi>
      </button>{" "}
      <span className="detail">{translator.t(`record.kind.${item.kind}`)}</span>
    </>
  );
}
