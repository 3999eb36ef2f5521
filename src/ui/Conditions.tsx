import { useState } from "react";
import { allowedStatuses, criteria, modes } from "../model/vocabulary.ts";
import { yearOf } from "../state/selectors.ts";
import { AvoidField } from "./AvoidField.tsx";
import { ClosedList } from "./ClosedList.tsx";
import { useActions, useAppState, useTranslator } from "./context.ts";
import { Disclosure, Segments } from "./parts.tsx";
import { YearField } from "./YearField.tsx";

/** What a route must hold to, in one line when closed; open from the start where there is room. */
export function Conditions() {
  const view = useAppState((state) => state.view);
  const dataset = useAppState((state) => state.dataset);
  const { t, country, list, year } = useTranslator();
  const [roomy] = useState(() => matchMedia("(min-width: 721px)").matches);
  const avoided = view.avoid.length > 0 ? list(view.avoid.map(country)) : t("ask.conditions.none");
  return (
    <Disclosure
      title={
        <>
          {t("ask.conditions")}{" "}
          <span className="summary">
            {t("ask.conditions.summary", {
              avoided,
              criterion: t(`criterion.${view.criterion}`),
              year: year(yearOf(view, dataset)),
            })}
          </span>
        </>
      }
      open={roomy}
    >
      <AvoidField />
      <CriterionField />
      <YearField />
      <FurtherConditions />
    </Disclosure>
  );
}

function CriterionField() {
  const criterion = useAppState((state) => state.view.criterion);
  const actions = useActions();
  const { t } = useTranslator();
  return (
    <Segments
      legend={t("ask.criterion")}
      name="criterion"
      value={criterion}
      options={criteria.map((value) => ({ value, label: t(`criterion.${value}`) }))}
      onChange={actions.chooseCriterion}
    />
  );
}

function FurtherConditions() {
  const view = useAppState((state) => state.view);
  const actions = useActions();
  const { t } = useTranslator();
  return (
    <Disclosure title={t("ask.options")} open={view.close.length + view.slow.length > 0}>
      <div className="pair">
        <label>
          {t("ask.status")}
          <select
            value={view.status}
            onChange={(event) =>
              actions.chooseStatus(event.currentTarget.value as (typeof allowedStatuses)[number])
            }
          >
            {allowedStatuses.map((value) => (
              <option key={value} value={value}>
                {t(`ask.status.${value}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <fieldset className="checks">
        <legend>{t("ask.modes")}</legend>
        {modes.map((mode) => (
          <label key={mode}>
            <input
              type="checkbox"
              checked={view.modes.includes(mode)}
              onChange={() => actions.toggleMode(mode)}
            />
            {t(`mode.${mode}`)}
          </label>
        ))}
      </fieldset>
      <ClosedList />
    </Disclosure>
  );
}
