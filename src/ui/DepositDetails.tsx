import type { Deposit } from "../model/network.ts";
import type { Commodity, DepositDetails as Details } from "../model/records.ts";
import { useTranslator } from "./context.ts";
import { useFile } from "./useFile.ts";

/** What a deposit holds and who works it; the longer texts are in English, as their sources give them. */
export function DepositDetails({ deposit }: { readonly deposit: Deposit }) {
  const commodities = useFile<readonly Commodity[]>("commodities.json");
  const file = useFile<Readonly<Record<string, Details>>>("deposit-details.json");
  const { t, name, list } = useTranslator();
  const nameOf = (id: string) => {
    const commodity = commodities?.find((candidate) => candidate.id === id);
    return commodity ? name(commodity.names) : id;
  };
  const details = file && Object.hasOwn(file, deposit.id) ? file[deposit.id] : undefined;
  const texts = [
    [t("record.operator"), details?.operator],
    [t("record.production"), details?.production],
    [t("record.relevance"), details?.relevance],
  ] as const;
  return (
    <dl className="facts">
      <div>
        <dt>{t("record.commodities")}</dt>
        <dd>{list(deposit.commodities.map(nameOf))}</dd>
      </div>
      {texts.map(([term, text]) =>
        text ? (
          <div key={term}>
            <dt>{term}</dt>
            <dd lang="en" dir="ltr">
              {text}
            </dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
