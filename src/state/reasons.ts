import type { Dataset } from "../data/dataset.ts";
import type { Translator } from "../i18n/translator.ts";
import { relaxationsOf } from "../model/relaxations.ts";
import type { NoRoute, Opening, Relaxation, RouteQuery } from "../model/route.ts";
import { modes } from "../model/vocabulary.ts";
import { closableName, namesOf } from "./names.ts";

/** Longer lists of lines to wait for end with the number of those left out. */
const namedLines = 2;

/** Why there is no route. */
export function reasonText(
  { code, place, country }: NoRoute,
  query: RouteQuery,
  dataset: Dataset,
  translator: Translator,
): string {
  const isUnserved = code === "year" && place !== undefined;
  return translator.t(isUnserved ? "none.year-unserved" : `none.${code}`, {
    place: place ? translator.isolate(translator.name(namesOf(dataset, place))) : "",
    country: country ? translator.country(country) : "",
    year: translator.year(query.year),
  });
}

/** What stands above the openings of a reason that has some. */
export function openingsTitle({ opens }: NoRoute, { t }: Translator): string {
  return t(opens.some(({ also }) => also) ? "none.opens.together" : "none.opens");
}

/** All changes of an opening, as one sentence without a full stop. */
export function openingText(opening: Opening, dataset: Dataset, translator: Translator): string {
  const changes = relaxationsOf(opening).flatMap((relaxation) => changesOf(relaxation, dataset, translator));
  const sentence = translator.list(changes, "long");
  return sentence.charAt(0).toLocaleUpperCase(translator.tag) + sentence.slice(1);
}

function changesOf(
  { kind, value, year, lines }: Relaxation,
  dataset: Dataset,
  translator: Translator,
): readonly string[] {
  const { t } = translator;
  switch (kind) {
    case "allow-country":
      return [t("relax.allow-country", { value: translator.country(value) })];
    case "reopen":
      return [t("relax.reopen", { value: closableName(dataset, translator, value) })];
    case "allow-modes": {
      const mode = modes.find((candidate) => candidate === value);
      return [t("relax.allow-modes", { value: mode ? t(`mode.${mode}`) : value })];
    }
    default: {
      const changes = [
        ...(value === "construction" || value === "planned" ? [t(`relax.status.${value}`)] : []),
        ...(year === undefined ? [] : [t("relax.year", { value: translator.year(year) })]),
      ];
      const last = t("relax.lines", {
        change: changes.at(-1) ?? "",
        lines: lineNames(lines ?? [], dataset, translator),
      });
      return [...changes.slice(0, -1), last];
    }
  }
}

function lineNames(lines: readonly string[], dataset: Dataset, translator: Translator): string {
  const names = lines.slice(0, namedLines).map((line) => closableName(dataset, translator, line));
  const left = lines.length - names.length;
  return translator.list(left > 0 ? [...names, translator.t("relax.lines.more", { count: left })] : names);
}
