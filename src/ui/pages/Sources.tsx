import { useMemo, useState } from "react";
import { fold } from "../../data/fold.ts";
import { type ServedSource, sourceKinds } from "../../model/quality.ts";
import { useAppState, useTranslator } from "../context.ts";
import { PageLink } from "../PageLink.tsx";
import { useRecords } from "../records/useRecords.ts";
import { useFile } from "../useFile.ts";
import { type Citing, citingRecords } from "./citing.ts";
import { KindLinks } from "./KindLinks.tsx";
import { ShowRecordButton } from "./ShowRecordButton.tsx";
import { useSought } from "./useSought.ts";

/** Entries shown before more are asked for, and records named for one. */
const firstEntries = 60;
const firstRecords = 5;

/** Every source with what rests on it. */
export default function Sources() {
  const book = useRecords();
  const sources = useFile<readonly ServedSource[]>("sources.json");
  const dataset = useAppState((state) => state.dataset);
  const item = useAppState(({ view }) => view.item);
  const { t } = useTranslator();
  const [text, setText] = useState("");
  const [limit, setLimit] = useState(firstEntries);
  const citing = useMemo(() => citingRecords(book, dataset), [book, dataset]);
  const kind = sourceKinds.find((candidate) => candidate === item);
  const words = fold(text.trim()).split(/\s+/);
  const shown = (sources ?? []).filter((source) => {
    const said = fold(`${source.id} ${source.title} ${source.url ?? ""} ${source.date ?? ""}`);
    return (!kind || source.kind === kind) && words.every((word) => said.includes(word));
  });
  const sought = shown.findIndex(({ id }) => id === item);
  const list = useSought<HTMLUListElement>(sources ? item : undefined);
  if (sources === null) return <p role="alert">{t("notice.part")}</p>;
  if (!sources) return null;
  const visible = shown.slice(0, Math.max(limit, sought + 1));
  return (
    <>
      <KindLinks
        page="sources"
        label={t("data.sources")}
        all={sources.length}
        kinds={sourceKinds.map((id) => ({
          id,
          label: t(`data.source.${id}`),
          count: sources.filter((source) => source.kind === id).length,
        }))}
      />
      <label className="field">
        {t("table.filter")}
        <input type="search" value={text} onChange={({ currentTarget }) => setText(currentTarget.value)} />
      </label>
      <p role="status" className="hint">
        {t("table.count", { count: shown.length })}
      </p>
      <ul className="entries" ref={list}>
        {visible.map((source) => (
          <Entry
            key={source.id}
            source={source}
            citing={citing.get(source.id) ?? []}
            sought={source.id === item}
          />
        ))}
      </ul>
      {visible.length < shown.length && (
        <p className="buttons">
          <button type="button" onClick={() => setLimit(limit + firstEntries)}>
            {t("table.more")}
          </button>
        </p>
      )}
    </>
  );
}

function Entry({
  source,
  citing,
  sought,
}: {
  readonly source: ServedSource;
  readonly citing: readonly Citing[];
  readonly sought: boolean;
}) {
  const { t, name } = useTranslator();
  const [limit, setLimit] = useState(firstRecords);
  return (
    <li data-source-id={source.id} data-item={source.id} data-open={sought}>
      {source.url ? (
        <a href={source.url} target="_blank" rel="noopener noreferrer" dir="auto">
          {source.title}
        </a>
      ) : (
        <span dir="auto">{source.title}</span>
      )}{" "}
      <span className="detail">
        {source.date && <bdi dir="ltr">{source.date}</bdi>} {t(`data.source.${source.kind}`)}{" "}
        <PageLink page="sources" item={source.id}>
          {source.id}
        </PageLink>
      </span>
      {citing.length > 0 && (
        <ul className="inline" aria-label={t("page.citing")}>
          {citing.slice(0, limit).map(({ record, title, target }) => (
            <li key={`${record.id}-${title.en}`}>
              {target ? (
                <PageLink {...target}>{name(title)}</PageLink>
              ) : (
                <ShowRecordButton id={record.id}>{name(title)}</ShowRecordButton>
              )}
            </li>
          ))}
          {citing.length > limit && (
            <li>
              <button type="button" className="link" onClick={() => setLimit(citing.length)}>
                {t("page.more", { count: citing.length - limit })}
              </button>
            </li>
          )}
        </ul>
      )}
    </li>
  );
}
