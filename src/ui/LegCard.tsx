import { useMemo } from "react";
import type { LegFeature } from "../data/dataset.ts";
import type { Leg } from "../model/network.ts";
import { legName } from "../state/names.ts";
import { Card, CloseButton, FactTerm, Term } from "./Card.tsx";
import { useAppState, useTranslator } from "./context.ts";
import { Figures } from "./Figures.tsx";
import { Later } from "./Later.tsx";
import { CardFoot } from "./records/CardFoot.tsx";
import { Change } from "./records/Change.tsx";
import { RecordLinks } from "./records/RecordLinks.tsx";
import { SlowField } from "./SlowField.tsx";
import { useFeature } from "./useFile.ts";

/** A leg of the network, with what the full data know of its line. */
export function LegCard({ leg }: { readonly leg: Leg }) {
  const dataset = useAppState((state) => state.dataset);
  const record = useFeature<LegFeature>("legs.geojson", leg.id)?.properties;
  const translator = useTranslator();
  const { t, name, country, km, year, list } = translator;
  const ends = legName(dataset, translator, leg);
  const lines = useMemo(() => [leg.line], [leg.line]);
  const isRail = leg.mode === "rail";
  return (
    <Card id={leg.id} kind={t(`mode.${leg.mode}`)} title={record?.names ? name(record.names) : ends}>
      {record?.names && <p>{ends}</p>}
      <CloseButton id={leg.line} />
      {leg.passes?.map((waterway) => (
        <CloseButton key={waterway} id={waterway} name={t(`waterway.${waterway}`)} />
      ))}
      <SlowField id={leg.line} />
      <dl className="facts">
        <Term name={t("record.status")}>{t(`status.${leg.status}`)}</Term>
        <Term name={t("record.length")}>
          {km(leg.lengthKm)} {record && `(${t(`record.length.${record.lengthBasis}`)})`}
        </Term>
        <Term name={t("record.gauge")}>{leg.gauge && t("record.gauge.mm", { mm: leg.gauge })}</Term>
        {isRail && <Term name={t("record.tracks")}>{record?.tracks ?? t("record.unknown")}</Term>}
        {isRail && (
          <Term name={t("record.traction")}>
            {t(leg.traction ? `record.traction.${leg.traction}` : "record.unknown")}
          </Term>
        )}
        <Term name={t("record.opened")}>{leg.opened && year(leg.opened)}</Term>
        <Term name={t("record.expected")}>{leg.expected && year(leg.expected)}</Term>
        <Term name={t("record.closed")}>{leg.closed && year(leg.closed)}</Term>
        <Term name={t("record.reopened")}>{leg.reopened && year(leg.reopened)}</Term>
        <Term name={t("record.quality")}>{t(`quality.${leg.quality}`)}</Term>
        {isRail && record && <FactTerm name={t("record.capacity")} fact={record.capacity} />}
        <Term name={t("record.passes")}>
          {leg.passes && list(leg.passes.map((waterway) => t(`waterway.${waterway}`)))}
        </Term>
        <Term name={t("answer.countries")}>
          {list(leg.countries.map((item) => `${country(item.code)} ${km(item.km)}`))}
        </Term>
      </dl>
      {record?.note && (
        <p className="hint" lang="en" dir="ltr">
          {record.note}
        </p>
      )}
      <Figures id={leg.line} />
      <Change lines={lines} />
      <Later>
        <RecordLinks id={leg.line} />
      </Later>
      <CardFoot id={leg.id} sources={leg.sources} />
    </Card>
  );
}
