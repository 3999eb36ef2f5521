import type { Deposit } from "../../model/network.ts";
import type { Commodity } from "../../model/records.ts";
import { useTranslator } from "../context.ts";
import { SourceList } from "../SourceList.tsx";
import type { PageProps } from "./PageArea.tsx";
import { RecordButton } from "./RecordButton.tsx";
import { promisesFor } from "./sites.ts";

/** Who buys a mineral, and which projects and promises are about it or its sites. */
export function Promises({
  mineral,
  sites,
  records,
}: PageProps & { readonly mineral: Commodity; readonly sites: readonly Deposit[] }) {
  const { t, name } = useTranslator();
  const { projects, commitments } = promisesFor(mineral, sites, records);
  const { buyers, sources = [] } = mineral.dependence ?? {};
  return (
    <section aria-labelledby="mineral-promises">
      <h4 id="mineral-promises">{t("page.mineral.promised")}</h4>
      {buyers && (
        <>
          <p>{name(buyers)}</p>
          <SourceList ids={sources} />
        </>
      )}
      {!buyers && projects.length + commitments.length === 0 && <p>{t("page.mineral.noPromise")}</p>}
      <ul className="rows">
        {projects.map((project) => (
          <li key={project.id} data-record-id={project.id}>
            <RecordButton record={project} records={records}>
              {name(project.names)}
            </RecordButton>{" "}
            <span className="detail">
              {t("page.kind.project")} · {t(`table.status.${project.status}`)} · {name(project.sponsors)}
            </span>
            <p className="detail">{name(project.description)}</p>
          </li>
        ))}
        {commitments.map((commitment) => (
          <li key={commitment.id} data-record-id={commitment.id}>
            <RecordButton record={commitment} records={records}>
              {name(commitment.names)}
            </RecordButton>{" "}
            <span className="detail">
              {[t("page.kind.commitment"), commitment.date, name(commitment.by)].filter(Boolean).join(" · ")}
            </span>
            <p className="detail">{name(commitment.content)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
