import type { Deposit } from "../../model/network.ts";
import type { Commodity } from "../../model/records.ts";
import { useTranslator } from "../context.ts";
import { useRecords } from "../records/useRecords.ts";
import { SourceList } from "../SourceList.tsx";
import { ShowRecordButton } from "./ShowRecordButton.tsx";
import { promisesFor } from "./sites.ts";

/** Who buys a mineral, and which projects and promises are about it or its sites. */
export function Promises({
  mineral,
  sites,
}: {
  readonly mineral: Commodity;
  readonly sites: readonly Deposit[];
}) {
  const book = useRecords();
  const { t, name } = useTranslator();
  const { projects, commitments } = promisesFor(mineral, sites, book);
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
            <ShowRecordButton id={project.id}>{name(project.names)}</ShowRecordButton>{" "}
            <span className="detail">
              {t("page.kind.project")} · {t(`table.status.${project.status}`)} · {name(project.sponsors)}
            </span>
            <p className="detail">{name(project.description)}</p>
          </li>
        ))}
        {commitments.map((commitment) => (
          <li key={commitment.id} data-record-id={commitment.id}>
            <ShowRecordButton id={commitment.id}>{name(commitment.names)}</ShowRecordButton>{" "}
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
