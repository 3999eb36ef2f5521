import { useMemo } from "react";
import { rankings } from "../../model/view.ts";
import type { CorridorLoss, Loss } from "../../routing/analysis.ts";
import { listedLosses } from "../../state/analysis/lines.ts";
import { closableName } from "../../state/names.ts";
import { useActions, useAppState, useTranslator } from "../context.ts";
import { Disclosure, Segments } from "../parts.tsx";
import type { ToolProps } from "./toolProps.ts";

const shortList = 12;

/** Places, lines and straits by what their loss costs: this question, or the corridor as a whole. */
export function Criticality({ tools }: ToolProps) {
  const ranking = useAppState((state) => state.view.ranking);
  const all = useAppState((state) =>
    ranking === "corridor" ? tools.corridorLosses(state) : tools.losses(state),
  );
  const dataset = useAppState((state) => state.dataset);
  const losses = useMemo(() => listedLosses<Loss | CorridorLoss>(all, dataset), [all, dataset]);
  const actions = useActions();
  const { t } = useTranslator();
  return (
    <>
      <Segments
        legend={t("tool.criticality.of")}
        name="ranking"
        value={ranking}
        options={rankings.map((value) => ({ value, label: t(`tool.criticality.${value}`) }))}
        onChange={actions.chooseRanking}
      />
      {ranking === "corridor" && <Pairs tools={tools} />}
      {losses.length === 0 ? (
        <p>{t("tool.noRoute")}</p>
      ) : (
        <>
          <LossList losses={losses.slice(0, shortList)} />
          {losses.length > shortList && (
            <Disclosure title={t("tool.more", { count: losses.length - shortList })}>
              <LossList losses={losses.slice(shortList)} />
            </Disclosure>
          )}
        </>
      )}
    </>
  );
}

function LossList({ losses }: { readonly losses: readonly (Loss | CorridorLoss)[] }) {
  const dataset = useAppState((state) => state.dataset);
  const actions = useActions();
  const translator = useTranslator();
  return (
    <ol className="findings">
      {losses.map((loss) => (
        <li key={`${loss.kind}-${loss.id}`} data-loss={loss.id}>
          <button
            type="button"
            className="link"
            onClick={() => {
              const legs = legsOf(loss.id);
              actions.show(legs);
              if (legs[0] && loss.kind !== "waterway") actions.openRecord(legs[0]);
            }}
          >
            <bdi>{closableName(dataset, translator, loss.id)}</bdi>
          </button>
          <p className="figures">
            <LossText loss={loss} />
          </p>
        </li>
      ))}
    </ol>
  );

  function legsOf(id: string): readonly string[] {
    const legs = dataset.network.legs.filter(
      (leg) => leg.line === id || leg.passes?.some((waterway) => waterway === id),
    );
    return legs.length > 0 ? legs.map((leg) => leg.id) : [id];
  }
}

function LossText({ loss }: { readonly loss: Loss | CorridorLoss }) {
  const { t, signed, duration, usd } = useTranslator();
  if ("lost" in loss) {
    return loss.lost
      ? t("tool.loss.none")
      : `${signed(loss.extraH, duration)} · ${signed(loss.extraUsd, usd)}`;
  }
  const parts = [
    t("tool.loss.pairs", { count: loss.pairs }),
    ...(loss.lostPairs > 0 ? [t("tool.loss.lostPairs", { count: loss.lostPairs })] : []),
    t("tool.loss.mean", { days: signed(loss.meanExtraH, duration) }),
  ];
  return parts.join(" · ");
}

/** The origins and destinations the ranking of the whole corridor speaks of. */
function Pairs({ tools }: ToolProps) {
  const dataset = useAppState((state) => state.dataset);
  const translator = useTranslator();
  const { t } = translator;
  return (
    <Disclosure title={t("tool.criticality.pairs", { count: tools.file.pairs.length })}>
      <ul>
        {tools.file.pairs.map(({ from, to }) => (
          <li key={`${from}-${to}`}>
            {t("step.leg", {
              from: closableName(dataset, translator, from),
              to: closableName(dataset, translator, to),
            })}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
