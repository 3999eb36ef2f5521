import type { Deposit } from "../model/network.ts";
import type { Commodity } from "../model/records.ts";
import { useTranslator } from "./context.ts";
import { useFile } from "./useFile.ts";

/** What a deposit holds and who works it; the texts are as their sources give them. */
export function DepositDetails({ deposit }: { readonly deposit: Deposit }) {
  const commodities = useFile<readonly Commodity[]>("commodities.json");
  const { t, name, list } = useTranslator();
  const nameOf = (id: string) => {
    const commodity = commodities?.find((candidate) => candidate.id === id);
    return commodity ? name(commodity.names) : id;
  };
  return (
    <dl className="facts">
      <div>
        <dt>{t("record.commodities")}</dt>
        <dd>{list(deposit.commodities.map(nameOf))}</dd>
      </div>
    </dl>
  );
}
