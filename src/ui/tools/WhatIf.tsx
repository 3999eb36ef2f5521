import type { Preset } from "../../model/capacity.ts";
import type { View } from "../../model/view.ts";
import { useActions, useAppState, useTranslator } from "../context.ts";
import { Disclosure } from "../parts.tsx";
import { SourceList } from "../SourceList.tsx";
import type { ToolProps } from "./toolProps.ts";

/** Ready-made disturbances, each switched on and off; what they close or slow is listed with the conditions. */
export function WhatIf({ tools }: ToolProps) {
  const view = useAppState((state) => state.view);
  const canUndo = useAppState((state) => state.local.past.length > 0);
  const actions = useActions();
  const { t, name } = useTranslator();
  return (
    <>
      <ul className="switches">
        {tools.file.presets.map((preset) => {
          const isOn = holds(preset, view);
          return (
            <li key={preset.id} data-preset={preset.id}>
              <label>
                <input
                  type="checkbox"
                  checked={isOn}
                  onChange={() => actions.ask(isOn ? without(preset, view) : withPreset(preset, view))}
                />
                {name(preset.names)}
              </label>
              <Disclosure title={t("tool.whatif.basis")}>
                <p>{name(preset.note)}</p>
                <p className="hint">{t(`confidence.${preset.confidence}`)}</p>
                <SourceList ids={preset.sources} />
              </Disclosure>
            </li>
          );
        })}
      </ul>
      {canUndo && (
        <button type="button" className="link" onClick={actions.undo}>
          {t("ask.undo")}
        </button>
      )}
    </>
  );
}

type Changed = Pick<View, "avoid" | "close" | "slow" | "reduce">;

/** True where everything of the disturbance is in force. */
function holds({ avoid = [], close = [], slow = [], reduce = [] }: Preset, view: View): boolean {
  return (
    avoid.every((code) => view.avoid.includes(code)) &&
    close.every((id) => view.close.includes(id)) &&
    slow.every(({ id }) => view.slow.some((delay) => delay.id === id)) &&
    reduce.every(({ id }) => view.reduce.some((reduction) => reduction.id === id))
  );
}

function withPreset({ avoid = [], close = [], slow = [], reduce = [] }: Preset, view: View): Changed {
  const left = without({ avoid, close, slow, reduce }, view);
  return {
    avoid: [...left.avoid, ...avoid],
    close: [...left.close, ...close],
    slow: [...left.slow, ...slow],
    reduce: [...left.reduce, ...reduce],
  };
}

function without(
  { avoid = [], close = [], slow = [], reduce = [] }: Pick<Preset, keyof Changed>,
  view: View,
): Changed {
  const isOther = (items: readonly { readonly id: string }[]) => (item: { readonly id: string }) =>
    !items.some(({ id }) => id === item.id);
  return {
    avoid: view.avoid.filter((code) => !avoid.includes(code)),
    close: view.close.filter((id) => !close.includes(id)),
    slow: view.slow.filter(isOther(slow)),
    reduce: view.reduce.filter(isOther(reduce)),
  };
}
