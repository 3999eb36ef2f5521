import type { Scenario } from "../../model/view.ts";
import { closableName, namesOf } from "../../state/names.ts";
import { yearOf } from "../../state/selectors.ts";
import { useAppState, useTranslator } from "../context.ts";

/** A scenario in words: only what tells it from the other one. */
export function ScenarioText({ scenario, other }: { readonly scenario: Scenario; readonly other: Scenario }) {
  const dataset = useAppState((state) => state.dataset);
  const translator = useTranslator();
  const { t, name, list, country, year, duration } = translator;
  const differs = (key: keyof Scenario) => JSON.stringify(scenario[key]) !== JSON.stringify(other[key]);
  const place = (end: Scenario["from"]) => (end ? name(namesOf(dataset, end)) : "–");
  const closable = (id: string) => closableName(dataset, translator, id);
  const none = t("tool.compare.none");
  const parts = [
    (differs("from") || differs("to")) &&
      t("step.leg", { from: place(scenario.from), to: place(scenario.to) }),
    differs("via") &&
      t("tool.compare.via", { places: list(scenario.via.map((stop) => place(stop))) || none }),
    differs("avoid") && t("tool.compare.avoid", { countries: list(scenario.avoid.map(country)) || none }),
    differs("close") && t("tool.compare.close", { places: list(scenario.close.map(closable)) || none }),
    differs("slow") &&
      t("tool.compare.slow", {
        places: list(scenario.slow.map(({ id, days }) => `${closable(id)} +${duration(days * 24)}`)) || none,
      }),
    differs("modes") && list(scenario.modes.map((mode) => t(`mode.${mode}`))),
    differs("criterion") && t(`criterion.${scenario.criterion}`),
    differs("year") && year(yearOf(scenario, dataset)),
    differs("status") && t(`ask.status.${scenario.status}`),
  ].filter((part) => part !== false);
  return <>{parts.length > 0 ? parts.join(" · ") : t("tool.compare.same")}</>;
}
