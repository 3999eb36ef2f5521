import type { DepositFeature } from "../data/dataset.ts";
import type { Deposit } from "../model/network.ts";
import { Card, PlaceButtons, Term } from "./Card.tsx";
import { useTranslator } from "./context.ts";
import { DepositDetails } from "./DepositDetails.tsx";
import { Later } from "./Later.tsx";
import { CardFoot, DisputedNote, ReachButton } from "./records/CardFoot.tsx";
import { RecordLinks } from "./records/RecordLinks.tsx";
import { useRecords } from "./records/useRecords.ts";
import { useFeature } from "./useFile.ts";

/** A mineral deposit or plant. */
export function DepositCard({ deposit }: { readonly deposit: Deposit }) {
  const record = useFeature<DepositFeature>("deposits.geojson", deposit.id);
  const { t, name, country, km } = useTranslator();
  const precision = record?.properties.positionPrecisionKm;
  return (
    <Card id={deposit.id} kind={t("type.deposit")} title={name(deposit.names)}>
      {deposit.routable ? (
        <>
          <PlaceButtons place={deposit.id} />
          <ReachButton place={deposit.id} />
        </>
      ) : (
        <p className="hint">{t("record.noRoute")}</p>
      )}
      <dl className="facts">
        <Term name={t("record.country")}>{country(deposit.country)}</Term>
        <Term name={t("record.stage")}>{t(`stage.${deposit.stage}`)}</Term>
        <Term name={t("record.confidence")}>{record && t(`confidence.${record.properties.confidence}`)}</Term>
      </dl>
      {precision !== undefined && <p className="hint">{t("record.precision", { km: km(precision) })}</p>}
      <DepositDetails deposit={deposit} />
      <Later>
        <Records id={deposit.id} />
      </Later>
      <CardFoot id={deposit.id} {...(record && { sources: record.properties.sources })} />
    </Card>
  );
}

/** What the records say of a deposit. */
function Records({ id }: { readonly id: string }) {
  return (
    <>
      <DisputedNote id={id} book={useRecords()} />
      <RecordLinks id={id} />
    </>
  );
}
