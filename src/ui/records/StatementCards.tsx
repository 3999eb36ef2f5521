import type { FoundingFact, Project, TimelineEvent } from "../../model/records.ts";
import { Card, Term } from "../Card.tsx";
import { useTranslator } from "../context.ts";
import { CardFoot, DisputedNote } from "./CardFoot.tsx";
import { RecordLinks, WhereButtons } from "./RecordLinks.tsx";
import { useRecords } from "./useRecords.ts";
import { dateText } from "./words.ts";

/** Something that happened, or was announced for a day. */
export function EventCard({ event }: { readonly event: TimelineEvent }) {
  const { id, places, lines, projects, commitments } = event;
  const book = useRecords();
  const translator = useTranslator();
  const { t, name } = translator;
  const date = dateText(event.date, translator);
  return (
    <Card id={id} kind={t("record.kind.event")} title={name(event.text)}>
      <DisputedNote id={id} book={book} />
      <dl className="facts">
        <Term name={t("record.date")}>{event.planned ? `${date} (${t("record.planned")})` : date}</Term>
        <Term name={t("record.filter.type")}>{t(`record.type.${event.kind}`)}</Term>
        <Term name={t("record.confidence")}>{t(`confidence.${event.confidence}`)}</Term>
      </dl>
      <WhereButtons places={places} lines={lines} />
      <RecordLinks id={id} own={[...projects, ...commitments]} />
      <CardFoot id={id} sources={event.sources} />
    </Card>
  );
}

/** A statement of the articles the project started from, with the records that carry it. */
export function FactCard({ fact }: { readonly fact: FoundingFact }) {
  const { t, name } = useTranslator();
  return (
    <Card id={fact.id} kind={t("record.kind.fact")} title={name(fact.statement)}>
      {fact.disputed && <p className="disputed">{t("sign.disputed")}</p>}
      {fact.note && <p>{name(fact.note)}</p>}
      <WhereButtons places={fact.places} lines={[]} />
      <RecordLinks id={fact.id} own={fact.records} />
      <CardFoot id={fact.id} sources={fact.sources} />
    </Card>
  );
}

/** Figures that are not promises of money: stocks, quotas, counts. */
export function Statements({ items }: { readonly items: Project["statements"] }) {
  const { t, name, number } = useTranslator();
  if (items.length === 0) return null;
  return (
    <>
      <h3>{t("record.statements")}</h3>
      <ul>
        {items.map(({ value, unit, what }) => (
          <li key={`${value}-${unit}-${what.en}`}>
            <bdi>
              {number(value, 2)} {unit}
            </bdi>{" "}
            {name(what)}
          </li>
        ))}
      </ul>
    </>
  );
}
