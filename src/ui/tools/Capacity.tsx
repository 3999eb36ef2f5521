import { flowUnits } from "../../model/view.ts";
import type { Flow } from "../../routing/analysis.ts";
import { amountText } from "../../state/analysis/amounts.ts";
import { closableName } from "../../state/names.ts";
import { useActions, useAppState, useTranslator } from "../context.ts";
import { ChipList, Disclosure, Segments } from "../parts.tsx";
import { SourceList } from "../SourceList.tsx";
import { FlowEnd } from "./FlowEnd.tsx";
import type { ToolProps } from "./toolProps.ts";

/** The most that can go from some places to others in a year, what holds it back, and what would lift it. */
export function Capacity({ tools }: ToolProps) {
  const unit = useAppState((state) => state.view.flowUnit);
  const flow = useAppState(tools.flow);
  const actions = useActions();
  const translator = useTranslator();
  const { t } = translator;
  return (
    <>
      <FlowEnd side="from" groups={tools.file.groups} />
      <FlowEnd side="to" groups={tools.file.groups} />
      <Segments
        legend={t("tool.capacity.unit")}
        name="flow-unit"
        value={unit}
        options={flowUnits.map((value) => ({ value, label: t(`tool.capacity.unit.${value}`) }))}
        onChange={(flowUnit) => actions.askFlow({ flowUnit })}
      />
      <Reduced />
      {!flow && <p>{t("tool.capacity.ask")}</p>}
      {flow && flow.flows.length === 0 && flow.perYear === 0 && <p>{t("tool.noRoute")}</p>}
      {flow && (
        <>
          <p className="ceiling" data-ceiling={flow.perYear}>
            {t("tool.capacity.ceiling")} <strong>{amountText(translator, flow.perYear, unit)}</strong>
          </p>
          <Bottleneck flow={flow} tools={tools} />
          <Lifts tools={tools} />
          <Unknown ids={flow.unknown} />
        </>
      )}
    </>
  );
}

/** What has lost a part of its capacity, each with a way to give it back. */
function Reduced() {
  const reduce = useAppState((state) => state.view.reduce);
  const dataset = useAppState((state) => state.dataset);
  const actions = useActions();
  const translator = useTranslator();
  const { t, percent } = translator;
  const nameOf = (id: string) => closableName(dataset, translator, id);
  return (
    <ChipList
      chips={reduce.map(({ id, percentLeft }) => ({
        label: t("tool.capacity.reduced", { name: nameOf(id), percent: percent(percentLeft / 100) }),
        removeLabel: t("tool.capacity.restore", { name: nameOf(id) }),
        onRemove: () => actions.askFlow({ reduce: reduce.filter((other) => other.id !== id) }),
      }))}
    />
  );
}

function Bottleneck({ flow, tools }: { readonly flow: Flow } & ToolProps) {
  const unit = useAppState((state) => state.view.flowUnit);
  const dataset = useAppState((state) => state.dataset);
  const actions = useActions();
  const translator = useTranslator();
  const { t } = translator;
  if (flow.cut.length === 0) return null;
  return (
    <>
      <h3>{t("tool.capacity.bottleneck")}</h3>
      <ul className="findings">
        {flow.cut.map(({ id, capacity, capacityId }) => {
          const basis = tools.file.capacities.find((entry) => entry.id === capacityId);
          return (
            <li key={id} data-cut={id}>
              <button type="button" className="link" onClick={() => actions.show([id])}>
                <bdi>{closableName(dataset, translator, id)}</bdi>
              </button>
              <p className="figures">
                {amountText(translator, capacity, unit)}
                {basis && ` · ${t(`confidence.${basis.confidence}`)}`}
              </p>
              {basis && <SourceList ids={[basis.source]} />}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Lifts({ tools }: ToolProps) {
  const lifts = useAppState(tools.lifts);
  const unit = useAppState((state) => state.view.flowUnit);
  const translator = useTranslator();
  const { t, name } = translator;
  return (
    <>
      <h3>{t("tool.capacity.lifts")}</h3>
      {lifts.length === 0 && <p className="hint">{t("tool.capacity.noLift")}</p>}
      <ul className="findings">
        {lifts.map(({ id, more }) => (
          <li key={id} data-lift={id}>
            {name(tools.file.projects.find((project) => project.id === id)?.names ?? { en: id })}
            <p className="figures">
              {t("tool.capacity.more", { amount: amountText(translator, more, unit) })}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What carries the flow without a known capacity: it is taken not to limit. */
function Unknown({ ids }: { readonly ids: readonly string[] }) {
  const dataset = useAppState((state) => state.dataset);
  const translator = useTranslator();
  const { t, list } = translator;
  return (
    <>
      <p className="hint">{t("tool.capacity.rule")}</p>
      {ids.length > 0 && (
        <Disclosure title={t("tool.capacity.unknown", { count: ids.length })}>
          <p>{list(ids.map((id) => closableName(dataset, translator, id)))}</p>
        </Disclosure>
      )}
    </>
  );
}
