import { type FoundingFact, verdicts } from "../../model/records.ts";
import { namesOf } from "../../state/names.ts";
import { useAppState, useTranslator } from "../context.ts";
import { PageLink } from "../PageLink.tsx";
import { SourceList } from "../SourceList.tsx";
import { KindLinks } from "./KindLinks.tsx";
import type { PageProps } from "./PageArea.tsx";
import { RecordButton } from "./RecordButton.tsx";
import { useSought } from "./useSought.ts";

/** The statements this project started from, each with what later sources say of it and the records that carry it. */
export default function Facts({ records }: PageProps) {
  const item = useAppState(({ view }) => view.item);
  const { t } = useTranslator();
  const verdict = verdicts.find((candidate) => candidate === item);
  const shown = records.facts.filter((fact) => !verdict || fact.verdict === verdict);
  const list = useSought<HTMLOListElement>(item);
  return (
    <>
      <KindLinks
        page="facts"
        label={t("page.verdicts")}
        all={records.facts.length}
        kinds={verdicts.map((id) => ({
          id,
          label: t(`page.verdict.${id}`),
          count: records.facts.filter((fact) => fact.verdict === id).length,
        }))}
      />
      <ol className="entries" ref={list}>
        {shown.map((fact) => (
          <Fact key={fact.id} fact={fact} records={records} />
        ))}
      </ol>
    </>
  );
}

function Fact({ fact, records }: PageProps & { readonly fact: FoundingFact }) {
  const dataset = useAppState((state) => state.dataset);
  const sought = useAppState(({ view }) => view.item === fact.id);
  const { t, name } = useTranslator();
  const { projects, commitments, events, energy } = records;
  const nameOf = (id: string): string => {
    const named = [...projects, ...commitments, ...energy].find((record) => record.id === id);
    if (named) return name(named.names);
    const event = events.find((record) => record.id === id);
    return event ? `${event.date}: ${name(event.text)}` : name(namesOf(dataset, id));
  };
  const recordOf = (id: string) =>
    [...projects, ...commitments, ...energy, ...events].find((record) => record.id === id) ?? { id };
  return (
    <li data-record-id={fact.id} data-item={fact.id} data-open={sought}>
      <p>
        <PageLink page="facts" item={fact.id} className="detail">
          {fact.id}
        </PageLink>{" "}
        <span className="tag" data-verdict={fact.verdict}>
          {t(`page.verdict.${fact.verdict}`)}
        </span>{" "}
        {fact.date && (
          <span className="detail">
            <bdi dir="ltr">{fact.date}</bdi>
          </span>
        )}
      </p>
      <p>{name(fact.statement)}</p>
      {fact.note && <p className="detail">{name(fact.note)}</p>}
      <ul className="inline" aria-label={t("page.carriedBy")}>
        {fact.records.map((id) => (
          <li key={id}>
            <RecordButton record={recordOf(id)} records={records}>
              {nameOf(id)}
            </RecordButton>
          </li>
        ))}
      </ul>
      <SourceList ids={fact.sources} />
    </li>
  );
}
