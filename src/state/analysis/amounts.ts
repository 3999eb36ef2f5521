import type { Translator } from "../../i18n/translator.ts";
import type { FlowUnit } from "../../model/view.ts";

/** A yearly amount in the unit a person reads: millions of tonnes, or containers. */
export function amountText({ t, number }: Translator, perYear: number, unit: FlowUnit): string {
  if (!Number.isFinite(perYear)) return t("tool.capacity.unlimited");
  return unit === "t"
    ? t("tool.capacity.t", { amount: number(perYear / 1e6, perYear < 1e7 ? 1 : 0) })
    : t("tool.capacity.TEU", { amount: number(perYear) });
}
