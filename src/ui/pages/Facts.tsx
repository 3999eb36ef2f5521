import { type FoundingFact, verdicts } from "../../model/records.ts";
import { namesOf } from "../../state/names.ts";
import { useAppState, useTranslator } from "../context.ts";
import { PageLink } from "../PageLink.tsx";
import { useRecords } from "../records/useRecords.ts";
import { recordName } from "../records/words.ts";
import { SourceList } from "../SourceList.tsx";
import { KindLinks } from "./KindLinks.tsx";
import { ShowRecordButton } from "./ShowRecordButton.tsx";
import { useSought } from "./useSought.ts";

/** The statements this project started from, each with what later sources say of it and the records that carry it. */
export default function Facts() {
  const { facts } = useRecords();
  const item = useAppState(({ view }) => view.item);
  const { t } = useTranslator();
  const verdict = verdicts.find((candidate) => candidate === item);
  const shown = facts.filter((fact) => !verdict || fact.verdict === verdict);
  const list = useSought<HTMLOListElement>(item);
  return (
    <>
      <KindLinks
        page="facts"
        label={t("page.verdicts")}
        all={facts.length}
        kinds={verdicts.map((id) => ({
          id,
          label: t(`page.verdict.${id}`),
          count: facts.filter((fact) => fact.verdict === id).length,
        }))}
      />
      <ol className="entries" ref={list}>
        {shown.map((fact) => (
          <Fact key={fact.id} fact={fact} />
        ))}
      </ol>
    </>
  );
}

function Fact({ fact }: { readonly fact: FoundingFact }) {
  const dataset = useAppState((state) => state.dataset);
  const sought = useAppState(({ view }) => view.item === fact.id);
  const { byId } = useRecords();
  const translator = useTranslator();
  const { t, name } = translator;
  const nameOf = (id: string): string => {
    const item = byId.get(id);
    if (!item) return name(namesOf(dataset, id));
    const title = recordName(item, translator);
    return item.kind === "event" ? `${item.record.date}: ${title}` : title;
  };
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
            <ShowRecordButton id={id}>{nameOf(id)}</ShowRecordButton>
          </li>
        ))}
      </ul>
      <SourceList ids={fact.sources} />
    </li>
  );
}
