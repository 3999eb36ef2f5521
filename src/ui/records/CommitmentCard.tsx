import type { Commitment } from "../../model/records.ts";
import { Card, Term } from "../Card.tsx";
import { useTranslator } from "../context.ts";
import { CardFoot, DisputedNote } from "./CardFoot.tsx";
import { Change } from "./Change.tsx";
import { MoneyList } from "./MoneyList.tsx";
import { RecordLinks, WhereButtons } from "./RecordLinks.tsx";
import { Statements } from "./StatementCards.tsx";
import { useRecords } from "./useRecords.ts";
import { dateText } from "./words.ts";

/** A promise: who, to whom, how much, and what became of it. */
export function CommitmentCard({ commitment }: { readonly commitment: Commitment }) {
  const { id, places, lines, projects, commitments, partOf, from, until } = commitment;
  const book = useRecords();
  const translator = useTranslator();
  const { t, name, country, list } = translator;
  const dates = [from, until].map((date) => date && dateText(date, translator));
  return (
    <Card id={id} kind={t("record.kind.commitment")} title={name(commitment.names)}>
      <DisputedNote id={id} book={book} />
      <p>{name(commitment.content)}</p>
      <dl className="facts">
        <Term name={t("record.by")}>{name(commitment.by)}</Term>
        <Term name={t("record.whom")}>{name(commitment.to)}</Term>
        <Term name={t("record.countries")}>{list(commitment.countries.map(country))}</Term>
        <Term name={t("record.date")}>{commitment.date && dateText(commitment.date, translator)}</Term>
        <Term name={t("record.period")}>
          {(from || until) && dates.map((date) => date ?? "…").join(" – ")}
        </Term>
        <Term name={t("record.progress")}>{commitment.progress && name(commitment.progress)}</Term>
        <Term name={t("record.confidence")}>{t(`confidence.${commitment.confidence}`)}</Term>
      </dl>
      {commitment.note && <p>{name(commitment.note)}</p>}
      <MoneyList record={commitment} />
      {!commitment.counted && commitment.money.length > 0 && <p className="hint">{t("record.uncounted")}</p>}
      <Statements items={commitment.statements} />
      <WhereButtons places={places} lines={lines} />
      <Change lines={lines} />
      <RecordLinks id={id} own={[...(partOf ? [partOf] : []), ...projects, ...commitments]} />
      <CardFoot id={id} sources={commitment.sources} />
    </Card>
  );
}
