import { toUsd } from "../../data/money.ts";
import type { Commitment, Project } from "../../model/records.ts";
import { useTranslator } from "../context.ts";
import { useRecords } from "./useRecords.ts";
import { actorName, amount, dateText } from "./words.ts";

/** Every sum of a record with its stage, what it is of the whole, and what it is worth in dollars at one day's rate. */
export function MoneyList({ record }: { readonly record: Project | Commitment }) {
  const { rates, actors } = useRecords();
  const translator = useTranslator();
  const { t, name, list, isolate } = translator;
  if (record.money.length === 0) return null;
  return (
    <>
      <h3>{t("money.title")}</h3>
      <ul className="money-list">
        {record.money.map((sum) => {
          const rate = rates.find(({ currency }) => currency === sum.currency);
          const words = [
            t(`money.stage.${sum.stage}`),
            sum.instrument && t(`money.instrument.${sum.instrument}`),
            sum.role !== "total" && t(`money.role.${sum.role}`),
            sum.what && name(sum.what),
            sum.givers && list(sum.givers.map((giver) => actorName(giver, actors, translator))),
            t(`confidence.${sum.confidence}`),
          ].filter(Boolean);
          return (
            <li key={`${sum.value}-${sum.currency}-${sum.role}`} data-stage={sum.stage}>
              <strong>
                <bdi>{amount(sum.value, sum.currency, translator)}</bdi>
              </strong>{" "}
              {words.join(" · ")}
              {rate && (
                <span className="detail">
                  {t("money.converted", {
                    usd: isolate(amount(toUsd(sum, rates), "USD", translator)),
                    date: isolate(dateText(rate.date, translator)),
                  })}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
