import { useMemo } from "react";
import type { Source } from "../model/network.ts";
import { useTranslator } from "./context.ts";
import { PageLink } from "./PageLink.tsx";
import { useFile } from "./useFile.ts";

/** The sources of a record with their dates, as links. */
export function SourceList({ ids }: { readonly ids: readonly string[] }) {
  const { t } = useTranslator();
  const list = useFile<readonly Source[]>("sources.json", ids.length > 0);
  const sources = useMemo(() => new Map(list?.map((source) => [source.id, source])), [list]);
  if (ids.length === 0) return <p className="sources">{t("sources.none")}</p>;
  if (list === undefined) return <p className="sources">{t("sources.loading")}</p>;
  return (
    <ul className="sources" aria-label={t("sources.title")}>
      {ids.map((id) => {
        const source = sources.get(id);
        return (
          <li key={id} data-source-id={id}>
            {source?.url ? (
              <a href={source.url} target="_blank" rel="noopener noreferrer" dir="auto">
                {source.title}
              </a>
            ) : (
              <span dir="auto">{source?.title ?? id}</span>
            )}
            {source?.date && <span className="detail"> {source.date}</span>}{" "}
            <PageLink page="sources" item={id} label={t("sources.entry", { id })}>
              ¶
            </PageLink>
          </li>
        );
      })}
    </ul>
  );
}
