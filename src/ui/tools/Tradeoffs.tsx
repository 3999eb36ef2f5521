import { useMemo } from "react";
import type { Route } from "../../model/route.ts";
import { spread } from "../../routing/analysis.ts";
import { choiceName } from "../../state/analysis/choices.ts";
import { selectAnswer } from "../../state/selectors.ts";
import type { Choice } from "../../state/tools.ts";
import { useActions, useAppState, useTranslator } from "../context.ts";
import { TradeoffChart } from "./TradeoffChart.tsx";
import type { ToolProps } from "./toolProps.ts";

/** More points than this cannot be told apart on the chart. */
const mostPoints = 24;

/** Routes that really differ, and those that trade time against price and emissions. */
export function Tradeoffs({ tools }: ToolProps) {
  const alternatives = useAppState(tools.alternatives);
  const front = useAppState(tools.tradeoffs);
  const choice = useAppState((state) => state.view.choice);
  const best = alternatives[0]?.route;
  const actions = useActions();
  const { t } = useTranslator();
  const points = useMemo(() => {
    const shown = new Set(
      spread(
        front.map(({ route }) => route),
        mostPoints,
      ),
    );
    return front.filter(({ route, key }) => shown.has(route) || key === choice);
  }, [front, choice]);
  if (!best) return <p>{t("tool.noRoute")}</p>;
  return (
    <>
      <h3>{t("tool.alternatives")}</h3>
      <ol className="findings">
        {alternatives.map((item, index) => (
          <Alternative key={item.key} choice={item} best={best} isBest={index === 0} />
        ))}
      </ol>
      <h3>{t("tool.front", { count: front.length })}</h3>
      <TradeoffChart points={points} />
      {choice && (
        <button type="button" className="link" onClick={() => actions.chooseRoute(undefined)}>
          {t("tool.best")}
        </button>
      )}
    </>
  );
}

function Alternative({
  choice,
  best,
  isBest,
}: {
  readonly choice: Choice;
  readonly best: Route;
  readonly isBest: boolean;
}) {
  const isShown = useAppState((state) => {
    const answer = selectAnswer(state).state;
    return state.view.choice === choice.key || (answer.status === "found" && isBest && !state.view.choice);
  });
  const dataset = useAppState((state) => state.dataset);
  const actions = useActions();
  const translator = useTranslator();
  const { t, duration, usd, kg } = translator;
  const { totals } = choice.route;
  const name = choiceName(choice, dataset, translator);
  return (
    <li data-choice={choice.key}>
      <button
        type="button"
        className="link"
        aria-pressed={isShown}
        onClick={() => actions.chooseRoute(isBest ? undefined : choice.key)}
      >
        {name}
      </button>
      <p className="figures">
        {duration(totals.durationH.typical)} · {usd(totals.costUsdPerFeu.typical)} ·{" "}
        {kg(totals.emissionsKgCo2ePerFeu.typical)}
      </p>
      <p className="hint">{isBest ? t("tool.why.best") : <Difference route={choice.route} best={best} />}</p>
    </li>
  );
}

/** What a route costs more, and less, than the best one. */
function Difference({ route, best }: { readonly route: Route; readonly best: Route }) {
  const { t, list, duration, usd, kg } = useTranslator();
  const gaps = [
    [route.totals.durationH.typical - best.totals.durationH.typical, duration, 1],
    [route.totals.costUsdPerFeu.typical - best.totals.costUsdPerFeu.typical, usd, 10],
    [route.totals.emissionsKgCo2ePerFeu.typical - best.totals.emissionsKgCo2ePerFeu.typical, kg, 1],
  ] as const;
  const of = (sign: 1 | -1) =>
    gaps.flatMap(([gap, format, least]) => (gap * sign >= least ? [format(gap * sign)] : []));
  const more = of(1);
  const less = of(-1);
  return [
    more.length > 0 && t("tool.why.more", { figures: list(more) }),
    less.length > 0 && t("tool.why.less", { figures: list(less) }),
  ]
    .filter(Boolean)
    .join(" · ");
}
