import type { EnergyRecord } from "../../data/records/book.ts";
import { touchesState } from "../../model/energy.ts";
import type { Position } from "../../model/network.ts";
import { Card, Term } from "../Card.tsx";
import { useActions, useTranslator } from "../context.ts";
import { SourceList } from "../SourceList.tsx";
import { CardFoot, DisputedNote } from "./CardFoot.tsx";
import { RecordLinks } from "./RecordLinks.tsx";
import { useRecords } from "./useRecords.ts";
import { carryingCapacity, dateText } from "./words.ts";

/** A pipeline, cable or terminal: what it can carry, through which states, and whether Russia holds a part. */
export function EnergyCard({ energy }: { readonly energy: EnergyRecord }) {
  const { id, capacity, countries, drawnKm, geometry } = energy;
  const book = useRecords();
  const actions = useActions();
  const translator = useTranslator();
  const { t, name, year, km, country, list } = translator;
  const points = geometry.type === "Point" ? [geometry.coordinates] : geometry.coordinates;
  return (
    <Card id={id} kind={t(`record.type.${energy.kind}`)} title={name(energy.names)}>
      <DisputedNote id={id} book={book} />
      {touchesState(energy, "RU") && <p className="disputed">{t("record.inRussia")}</p>}
      {energy.note && <p>{name(energy.note)}</p>}
      <dl className="facts">
        <Term name={t("record.status")}>{t(`record.status.${energy.status}`)}</Term>
        <Term name={t("record.capacity")}>
          {capacity && (
            <>
              {carryingCapacity(capacity, translator)}{" "}
              {capacity.date && `(${dateText(capacity.date, translator)})`}
            </>
          )}
        </Term>
        <Term name={t("record.opened")}>{energy.opened && year(energy.opened)}</Term>
        <Term name={t("record.expected")}>{energy.expected && year(energy.expected)}</Term>
        <Term name={t("record.operator")}>{energy.operator}</Term>
        <Term name={t("record.length")}>{drawnKm && `${km(drawnKm)} (${t("record.length.drawn")})`}</Term>
        <Term name={t("answer.countries")}>
          {list(
            countries.map((item) =>
              [country(item.code), item.km > 0 && km(item.km)].filter(Boolean).join(" "),
            ),
          )}
        </Term>
        <Term name={t("record.quality")}>{t(`quality.${energy.quality}`)}</Term>
      </dl>
      {capacity && <SourceList ids={[capacity.source]} />}
      <p className="buttons">
        <button type="button" onClick={() => actions.show([], points as Position[])}>
          {t("record.show")}
        </button>
      </p>
      <RecordLinks id={id} />
      <CardFoot id={id} sources={energy.sources} />
    </Card>
  );
}
