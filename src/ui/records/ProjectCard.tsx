import type { Project } from "../../model/records.ts";
import { positionOf } from "../../state/names.ts";
import { Card, PlaceButtons, Term } from "../Card.tsx";
import { useActions, useAppState, useTranslator } from "../context.ts";
import { CardFoot, DisputedNote, ReachButton } from "./CardFoot.tsx";
import { Change } from "./Change.tsx";
import { MoneyList } from "./MoneyList.tsx";
import { RecordLinks, WhereButtons } from "./RecordLinks.tsx";
import { Statements } from "./StatementCards.tsx";
import { useRecords } from "./useRecords.ts";

/** A port, railway, mine or other project: what it is, costs and changes. */
export function ProjectCard({ project }: { readonly project: Project }) {
  const { id, places, lines, projects, commitments, partOf, position, positionPrecisionKm } = project;
  const book = useRecords();
  const dataset = useAppState((state) => state.dataset);
  const actions = useActions();
  const { t, name, country, list, year, km } = useTranslator();
  const start = places.find((place) => isRoutable(place));
  function isRoutable(place: string): boolean {
    const deposit = dataset.depositById.get(place);
    return positionOf(dataset, place) !== undefined && deposit?.routable !== false;
  }
  return (
    <Card id={id} kind={t("record.kind.project")} title={name(project.names)}>
      <DisputedNote id={id} book={book} />
      <p>{name(project.description)}</p>
      <dl className="facts">
        <Term name={t("record.filter.type")}>{t(`record.type.${project.type}`)}</Term>
        <Term name={t("record.status")}>{t(`record.status.${project.status}`)}</Term>
        <Term name={t("record.sponsors")}>{name(project.sponsors)}</Term>
        <Term name={t("record.countries")}>{list(project.countries.map(country))}</Term>
        <Term name={t("record.start")}>{project.start && year(project.start)}</Term>
        <Term name={t("record.end")}>{project.end && year(project.end)}</Term>
        <Term name={t("record.confidence")}>{t(`confidence.${project.confidence}`)}</Term>
      </dl>
      {positionPrecisionKm !== undefined && (
        <p className="hint">{t("record.precision", { km: km(positionPrecisionKm) })}</p>
      )}
      <MoneyList record={project} />
      <Statements items={project.statements} />
      {position ? (
        <p className="buttons">
          <button type="button" onClick={() => actions.show([], [position])}>
            {t("record.show")}
          </button>
        </p>
      ) : (
        <p className="hint">{t("record.noPlace")}</p>
      )}
      <WhereButtons places={places} lines={lines} />
      {start !== undefined && (
        <>
          <PlaceButtons place={start} />
          <ReachButton place={start} />
        </>
      )}
      <Change lines={lines} />
      <RecordLinks id={id} own={[...(partOf ? [partOf] : []), ...projects, ...commitments]} />
      <CardFoot id={id} sources={project.sources} />
    </Card>
  );
}
