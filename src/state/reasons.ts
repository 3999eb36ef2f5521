import type { Dataset } from "../data/dataset.ts";
import type { Translator } from "../i18n/translator.ts";
import type { NoRoute, Relaxation, RouteQuery } from "../model/route.ts";
import { allowedStatuses, modes } from "../model/vocabulary.ts";
import { closableName, namesOf } from "./names.ts";

export function reasonText(
  reason: NoRoute,
  query: RouteQuery,
  dataset: Dataset,
  translator: Translator,
): string {
  return translator.t(`none.${reason.code}`, {
    place: reason.place ? translator.isolate(translator.name(namesOf(dataset, reason.place))) : "",
    country: reason.country ? translator.country(reason.country) : "",
    year: translator.year(query.year),
  });
}

export function relaxationText(
  { kind, value }: Relaxation,
  dataset: Dataset,
  translator: Translator,
): string {
  return translator.t(`relax.${kind}`, { value: valueText(kind, value, dataset, translator) });
}

function valueText(
  kind: Relaxation["kind"],
  value: string,
  dataset: Dataset,
  translator: Translator,
): string {
  if (kind === "allow-country") return translator.country(value);
  if (kind === "reopen") return closableName(dataset, translator, value);
  if (kind === "year") return translator.year(Number(value));
  const mode = modes.find((candidate) => candidate === value);
  if (mode) return translator.t(`mode.${mode}`);
  const status = allowedStatuses.find((candidate) => candidate === value);
  return status ? translator.t(`ask.status.${status}`) : value;
}
