import { useMemo } from "react";
import type { Totals } from "../../model/route.ts";
import { defaultScenario, type Scenario, type View, yearSpan } from "../../model/view.ts";
import type { AllowedStatus } from "../../model/vocabulary.ts";
import { encodeView } from "../../state/encodeView.ts";
import { namesOf } from "../../state/names.ts";
import { scenarioOf, withScenario } from "../../state/scenario.ts";
import { answerTo, yearOf } from "../../state/selectors.ts";
import type { State } from "../../state/store.ts";
import { useActions, useAppState, useTranslator } from "../context.ts";
import { Disclosure } from "../parts.tsx";

/** What the question's best route takes and costs with some lines open and without them. */
export function Change({ lines }: { readonly lines: readonly string[] }) {
  const { t } = useTranslator();
  if (lines.length === 0) return null;
  return (
    <Disclosure title={t("record.change")}>
      <ChangeTable lines={lines} />
    </Disclosure>
  );
}

function ChangeTable({ lines }: { readonly lines: readonly string[] }) {
  const view = useAppState((state) => state.view);
  const dataset = useAppState((state) => state.dataset);
  const graph = useAppState((state) => state.graph);
  const actions = useActions();
  const { t, name, year, duration, usd } = useTranslator();
  const { opened, closed } = useMemo(() => pairOf(lines, view, dataset), [lines, view, dataset]);
  const [withIt, withoutIt] = useMemo(
    () =>
      [opened, closed].map((scenario) => {
        const { state } = answerTo(scenario, { dataset, graph });
        return state.status === "found" ? state.route : undefined;
      }),
    [opened, closed, dataset, graph],
  );
  const isSame = JSON.stringify(withIt?.steps) === JSON.stringify(withoutIt?.steps);
  const next: View = { ...withScenario(view, opened), compare: closed, tool: "compare" };
  const rows = [
    ["answer.time", (totals: Totals) => duration(totals.durationH.typical)],
    ["answer.cost", (totals: Totals) => usd(totals.costUsdPerFeu.typical)],
  ] as const;
  return (
    <div data-change={isSame ? "same" : "differs"}>
      <p className="hint">
        {t("record.change.hint", {
          from: name(namesOf(dataset, opened.from ?? "")),
          to: name(namesOf(dataset, opened.to ?? "")),
          year: year(yearOf(opened, dataset)),
        })}
      </p>
      <table className="compared">
        <thead>
          <tr>
            <td />
            <th scope="col">{t("record.change.with")}</th>
            <th scope="col">{t("record.change.without")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([key, format]) => (
            <tr key={key} data-row={key}>
              <th scope="row">{t(key)}</th>
              {[withIt, withoutIt].map((route, index) => (
                <td key={index === 0 ? "with" : "without"}>
                  {route ? format(route.totals) : t("record.change.none")}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {isSame && <p>{t("record.change.same")}</p>}
      <p>
        <a
          href={encodeView(next)}
          onClick={(event) => {
            event.preventDefault();
            actions.openLink(next, []);
          }}
        >
          {t("record.change.compare")}
        </a>
      </p>
    </div>
  );
}

const statusOrder: readonly AllowedStatus[] = ["operating", "construction", "planned"];

/** The question in a year when the lines are open, and the same with them closed; Almaty to Poti where nothing is asked. */
function pairOf(
  lines: readonly string[],
  view: View,
  dataset: State["dataset"],
): { opened: Scenario; closed: Scenario } {
  const question = scenarioOf(view);
  const ends =
    question.from !== undefined && question.to !== undefined
      ? {}
      : { ...defaultScenario, from: "almaty", to: "poti" };
  const legs = dataset.network.legs.filter((leg) => lines.includes(leg.line));
  const statuses = legs.map(({ status }) => statusOrder.indexOf(status as AllowedStatus));
  const status = statusOrder[Math.max(statusOrder.indexOf(question.status), ...statuses)] ?? question.status;
  // A promised line opens on 1 January after its expected year.
  const years = legs.map((leg) => (leg.status === "operating" ? (leg.opened ?? 0) : (leg.expected ?? 0) + 1));
  const year = Math.min(yearSpan.last, Math.max(yearOf(view, dataset), ...years));
  const base: Scenario = { ...question, ...ends, year, status };
  const reopened = base.close.filter((id) => !lines.includes(id));
  return { opened: { ...base, close: reopened }, closed: { ...base, close: [...reopened, ...lines] } };
}
