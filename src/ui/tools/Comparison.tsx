import type { RouteState, Totals } from "../../model/route.ts";
import { defaultScenario, type Scenario } from "../../model/view.ts";
import { reasonText } from "../../state/reasons.ts";
import { scenarioOf } from "../../state/scenario.ts";
import { selectAnswer, selectCompared } from "../../state/selectors.ts";
import { useActions, useAppState, useTranslator } from "../context.ts";
import { readyComparisons } from "./readyComparisons.ts";
import { ScenarioText } from "./ScenarioText.tsx";
import type { ToolProps } from "./toolProps.ts";

/** Two scenarios side by side, with what differs between them. */
export function Comparison({ tools }: ToolProps) {
  const view = useAppState((state) => state.view);
  const networkYear = useAppState((state) => state.dataset.manifest.networkYear);
  const actions = useActions();
  const { t } = useTranslator();
  const { compare } = view;
  const start = (first: Partial<Scenario>, second: Partial<Scenario>) => {
    const ends = view.from && view.to ? {} : ({ from: "xian", to: "duisburg" } as const);
    const base = { ...scenarioOf(view), ...ends };
    const free = { via: [], close: [], slow: [], status: defaultScenario.status };
    actions.ask({ ...ends, ...free, ...first });
    actions.compareWith({ ...base, ...free, ...first, ...second });
  };
  return (
    <>
      <p className="presets">
        {readyComparisons(tools.file.groups, networkYear).map(({ id, first, second }) => (
          <button key={id} type="button" className="link" onClick={() => start(first, second)}>
            {t(`tool.compare.${id}`)}
          </button>
        ))}
        {view.from && view.to && !compare && (
          <button type="button" className="link" onClick={() => actions.compareWith(scenarioOf(view))}>
            {t("tool.compare.keep")}
          </button>
        )}
      </p>
      {compare && (
        <>
          <ComparedTable second={compare} />
          <p className="buttons">
            <button type="button" onClick={actions.swapScenarios}>
              {t("tool.compare.swap")}
            </button>
            <button type="button" onClick={() => actions.compareWith(undefined)}>
              {t("tool.compare.end")}
            </button>
          </p>
          <p className="hint">{t("tool.compare.hint")}</p>
        </>
      )}
    </>
  );
}

function ComparedTable({ second }: { readonly second: Scenario }) {
  const first = useAppState((state) => state.view);
  const answers = [
    useAppState((state) => selectAnswer(state).state),
    useAppState((state) => selectCompared(state).state),
  ] as const;
  const translator = useTranslator();
  const { t, country, list, signed } = translator;
  const [a, b] = answers.map((answer) => (answer.status === "found" ? answer.route : undefined));
  const rows = rowsOf(translator);
  return (
    <div className="table-wrap">
      <table className="compared">
        <thead>
          <tr>
            <td />
            <th scope="col" className="first">
              <ScenarioText scenario={first} other={second} />
            </th>
            <th scope="col" className="second">
              <ScenarioText scenario={second} other={first} />
            </th>
            <th scope="col">{t("tool.compare.difference")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, value, format }) => (
            <tr key={key} data-row={key}>
              <th scope="row">{t(key)}</th>
              <td>{a ? format(value(a.totals)) : "–"}</td>
              <td>{b ? format(value(b.totals)) : "–"}</td>
              <td>{a && b ? signed(value(b.totals) - value(a.totals), format) : "–"}</td>
            </tr>
          ))}
          <tr data-row="countries">
            <th scope="row">{t("answer.countries")}</th>
            {[a, b].map((route, index) => (
              <td key={index === 0 ? "first" : "second"}>
                {route ? list([...new Set(route.countries.map(({ code }) => country(code)))]) : "–"}
              </td>
            ))}
            <td />
          </tr>
        </tbody>
      </table>
      {answers.map((answer, index) => (
        <NoAnswer key={index === 0 ? "first" : "second"} answer={answer} />
      ))}
    </div>
  );
}

function NoAnswer({ answer }: { readonly answer: RouteState }) {
  const dataset = useAppState((state) => state.dataset);
  const translator = useTranslator();
  if (answer.status !== "none") return null;
  return <p role="status">{reasonText(answer.reason, answer.query, dataset, translator)}</p>;
}

function rowsOf({ duration, usd, kg, km, number }: ReturnType<typeof useTranslator>) {
  const row = <K extends string>(
    key: K,
    value: (totals: Totals) => number,
    format: (value: number) => string,
  ) => ({ key, value, format });
  return [
    row("answer.time", ({ durationH }) => durationH.typical, duration),
    row("answer.cost", ({ costUsdPerFeu }) => costUsdPerFeu.typical, usd),
    row("answer.emissions", ({ emissionsKgCo2ePerFeu }) => emissionsKgCo2ePerFeu.typical, kg),
    row("answer.distance", ({ distanceKm }) => distanceKm, km),
    row("tool.compare.borders", ({ borders }) => borders, number),
    row("tool.compare.gauges", ({ gaugeChanges }) => gaugeChanges, number),
    row("tool.compare.transfers", ({ transfers }) => transfers, number),
  ];
}
