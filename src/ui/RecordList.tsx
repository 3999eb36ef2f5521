import type { Names } from "../model/network.ts";
import { useActions, useTranslator } from "./context.ts";

interface Listed {
  readonly id: string;
  readonly names: Names;
  readonly country?: string | undefined;
}

/** What the map shows as points, as a list of buttons: for the keyboard, the ear, and pages without a map. */
export function RecordList({ records }: { readonly records: readonly Listed[] }) {
  const actions = useActions();
  const { name, country, tag } = useTranslator();
  const rows = records
    .map((record) => ({
      id: record.id,
      label: name(record.names),
      state: record.country && country(record.country),
    }))
    .sort((a, b) => a.label.localeCompare(b.label, tag));
  return (
    <ul className="record-list">
      {rows.map(({ id, label, state }) => (
        <li key={id} data-record-id={id}>
          <button
            type="button"
            className="link"
            onClick={() => {
              actions.openRecord(id);
              actions.show([id]);
            }}
          >
            <bdi>{label}</bdi>
          </button>{" "}
          <span className="detail">{state}</span>
        </li>
      ))}
    </ul>
  );
}
