import type { DepositFeature } from "../data/dataset.ts";
import type { Deposit } from "../model/network.ts";
import { Card, PlaceButtons, Term } from "./Card.tsx";
import { useTranslator } from "./context.ts";
import { DepositDetails } from "./DepositDetails.tsx";
import { SourceList } from "./SourceList.tsx";
import { useFeature } from "./useFile.ts";

/** A mineral deposit or plant. */
export function DepositCard({ deposit }: { readonly deposit: Deposit }) {
  const record = useFeature<DepositFeature>("deposits.geojson", deposit.id);
  const { t, name, country } = useTranslator();
  return (
    <Card id={deposit.id} kind={t("type.deposit")} title={name(deposit.names)}>
      {deposit.routable ? <PlaceButtons place={deposit.id} /> : <p className="hint">{t("record.noRoute")}</p>}
      <dl className="facts">
        <Term name={t("record.country")}>{country(deposit.country)}</Term>
        <Term name={t("record.stage")}>{t(`stage.${deposit.stage}`)}</Term>
      </dl>
      <DepositDetails deposit={deposit} />
      {record && <SourceList ids={record.properties.sources} />}
    </Card>
  );
}
