import { useMemo } from "react";
import type { RecordItem } from "../../data/records/book.ts";
import { closableName, namesOf } from "../../state/names.ts";
import { useActions, useAppState, useTranslator } from "../context.ts";
import { LinkedRecord } from "./LinkedRecord.tsx";
import { useRecords } from "./useRecords.ts";
import { dateText, recordName } from "./words.ts";

/** Where a record stands: its places and lines, each a button that shows it. */
export function WhereButtons({
  places,
  lines,
}: {
  readonly places: readonly string[];
  readonly lines: readonly string[];
}) {
  const dataset = useAppState((state) => state.dataset);
  const actions = useActions();
  const translator = useTranslator();
  const { t, name } = translator;
  const legsOf = (line: string) => dataset.network.legs.filter((leg) => leg.line === line);
  if (places.length + lines.length === 0) return null;
  return (
    <>
      <h3>{t(places.length > 0 ? "record.places" : "record.lines")}</h3>
      <p className="buttons">
        {places.map((id) => (
          <button
            key={id}
            type="button"
            data-place={id}
            onClick={() => {
              actions.openRecord(id);
              actions.show([id]);
            }}
          >
            <bdi>{name(namesOf(dataset, id))}</bdi>
          </button>
        ))}
        {lines.map((line) => (
          <button
            key={line}
            type="button"
            data-line={line}
            onClick={() => {
              const legs = legsOf(line);
              if (legs[0]) actions.openRecord(legs[0].id);
              actions.show(legs.map(({ id }) => id));
            }}
          >
            <bdi>{closableName(dataset, translator, line)}</bdi>
          </button>
        ))}
      </p>
    </>
  );
}

/** What a record speaks of, what names it, and its events in order. `id` may be a place or a line too. */
export function RecordLinks({ id, own = [] }: { readonly id: string; readonly own?: readonly string[] }) {
  const book = useRecords();
  const { t } = useTranslator();
  const { events, naming } = useMemo(() => {
    const items = book.linksTo(id).filter((item) => !own.includes(item.record.id));
    return {
      events: items.filter((item) => item.kind === "event"),
      naming: items.filter((item) => item.kind !== "event"),
    };
  }, [book, id, own]);
  const named = own.flatMap((other) => book.byId.get(other) ?? []);
  return (
    <>
      <Links title={t("record.links")} items={named} />
      <Links title={t("record.linkedFrom")} items={naming} />
      <Timeline items={events} />
    </>
  );
}

function Links({ title, items }: { readonly title: string; readonly items: readonly RecordItem[] }) {
  if (items.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="record-list">
        {items.map((item) => (
          <li key={item.record.id}>
            <LinkedRecord item={item} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Timeline({ items }: { readonly items: readonly Extract<RecordItem, { kind: "event" }>[] }) {
  const actions = useActions();
  const translator = useTranslator();
  if (items.length === 0) return null;
  return (
    <>
      <h3>{translator.t("record.timeline")}</h3>
      <ol className="record-timeline">
        {items.map((item) => (
          <li key={item.record.id}>
            <time dateTime={item.record.date}>{dateText(item.record.date, translator)}</time>{" "}
            <button type="button" className="link" onClick={() => actions.openRecord(item.record.id)}>
              <bdi>{recordName(item, translator)}</bdi>
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}
