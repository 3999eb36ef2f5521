import { longestDays } from "../model/view.ts";
import { useActions, useAppState, useTranslator } from "./context.ts";

/** Makes a place or line slower by some days; nothing or zero makes it as quick as before. */
export function SlowField({ id }: { readonly id: string }) {
  const days = useAppState((state) => state.view.slow.find((delay) => delay.id === id)?.days);
  const actions = useActions();
  const { t } = useTranslator();
  const commit = (text: string) => {
    const wanted = Math.min(longestDays, Math.max(0, Math.round(Number(text) * 10) / 10));
    if (Number.isFinite(wanted) && wanted !== (days ?? 0)) actions.slowDown(id, wanted);
  };
  return (
    <label className="slow-field">
      {t("record.slow")}{" "}
      <input
        key={days}
        type="number"
        inputMode="decimal"
        min="0"
        max={longestDays}
        step="0.5"
        defaultValue={days}
        onBlur={(event) => commit(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Enter" && commit(event.currentTarget.value)}
      />
    </label>
  );
}
