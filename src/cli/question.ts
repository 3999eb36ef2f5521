import { parseArgs } from "node:util";
import type { Dataset } from "../data/dataset.ts";
import { fold } from "../data/fold.ts";
import { buildSearch } from "../data/search.ts";
import { fileFormats } from "../export/exports.ts";
import { chooseLanguage, languages } from "../i18n/languages.ts";
import type { MessageKey, Translator } from "../i18n/translator.ts";
import { scenarioKeys, type View } from "../model/view.ts";
import { decodeView } from "../state/decodeView.ts";
import { type LinkNotice, parsePosition, readable } from "../state/linkValues.ts";
import { namesOf } from "../state/names.ts";
import { knownIds } from "../state/selectors.ts";

/** Options of the command line that say the same as the link's parameters. */
const linkOptions = [
  ...scenarioKeys,
  "compare",
  "ranking",
  "flowFrom",
  "flowTo",
  "flowUnit",
  "reduce",
] as const;
/** Questions beyond the best route; `reach` takes a number of days, `compare` a second scenario as in a link. */
export const analyses = ["alternatives", "pareto", "criticality", "capacity", "reach", "compare"] as const;
export type Analysis = (typeof analyses)[number];
const switches: readonly string[] = ["alternatives", "pareto", "criticality", "capacity"];
export const formats = ["text", "json", ...fileFormats] as const;
export type Format = (typeof formats)[number];

/** What was typed, before it is checked against the data. */
export type RawOptions = Readonly<
  Partial<Record<(typeof linkOptions)[number] | Analysis | "lang" | "format", string>>
>;

/** A wrong command line: one line for the reader. */
export class UsageError extends Error {}

/**
 * Splits the command line into options.
 * @throws UsageError with the words `say` has for it
 */
export function readOptions(words: readonly string[], say: Translator): RawOptions {
  const names = [...new Set([...linkOptions, ...analyses, "lang", "format"] as const)];
  const { tokens } = parseArgs({
    args: [...words],
    strict: false,
    tokens: true,
    options: optionTypes(names),
  });
  const options: Record<string, string> = {};
  for (const token of tokens) {
    if (token.kind === "option-terminator") continue;
    const name = token.kind === "option" ? token.name : token.value;
    if (token.kind !== "option" || !names.some((known) => known === name)) {
      throw new UsageError(say.t("cli.unknownOption", { option: readable(name), usage: say.t("cli.usage") }));
    }
    if (switches.includes(name)) {
      options[name] = "1";
      continue;
    }
    if (token.value === undefined) {
      throw new UsageError(say.t("cli.missing", { option: name, usage: say.t("cli.usage") }));
    }
    options[name] = token.value;
  }
  return options;
}

function optionTypes<T extends string>(names: readonly T[]) {
  return Object.fromEntries(
    names.map((name) => [
      name,
      { type: switches.includes(name) ? ("boolean" as const) : ("string" as const) },
    ]),
  );
}

/** The language of the answer. @throws UsageError where `--lang` is none the interface has */
export function readLanguage(words: readonly string[]): {
  language: (typeof languages)[number];
  tag: string;
} {
  const index = words.findIndex((word) => word === "--lang" || word.startsWith("--lang="));
  const word = words[index];
  const wanted = index < 0 ? "en" : word === "--lang" ? words[index + 1] : word?.slice("--lang=".length);
  try {
    const tag = Intl.getCanonicalLocales(wanted ?? "")[0];
    const chosen = chooseLanguage([tag]);
    if (tag && chosen.tag === tag) return chosen;
  } catch {
    // Not a language tag at all: the same advice.
  }
  const known = languages.map((language) => language.tag).join(", ");
  throw new UsageError(`--lang ${readable(wanted ?? "")}: possible: ${known}`);
}

/** The analysis that is asked for. @throws UsageError where there are several */
export function readAnalysis(options: RawOptions, say: Translator): Analysis | undefined {
  const [first, second] = analyses.filter((name) => options[name] !== undefined);
  if (second) throw new UsageError(say.t("cli.oneAnalysis", { first: `--${first}`, second: `--${second}` }));
  return first;
}

export function readFormat(format: string | undefined, say: Translator): Format {
  const known = formats.find((candidate) => candidate === (format ?? "text"));
  if (known) return known;
  const advice = say.t("cli.advice.words", { allowed: formats.join(", ") });
  throw new UsageError(say.t("cli.badValue", { option: "format", value: readable(format ?? ""), advice }));
}

/**
 * Turns options into the view a link with the same words would open; names of places become ids.
 * @throws UsageError for the first option that is not understood
 */
export function readView(options: RawOptions, dataset: Dataset, say: Translator): View {
  for (const end of endsNeeded(options)) {
    if (!options[end]) {
      throw new UsageError(say.t("cli.missing", { option: end, usage: say.t("cli.usage") }));
    }
  }
  const find = placeFinder(dataset, say);
  const parameters = new URLSearchParams();
  for (const option of linkOptions) {
    const value = options[option];
    if (value === undefined) continue;
    if (option === "from" || option === "to") parameters.set(option, find(option, value));
    else if (option === "via")
      parameters.set(
        option,
        value
          .split(";")
          .map((item) => find(option, item))
          .join(";"),
      );
    else parameters.set(option, value);
  }
  if (options.reach !== undefined) parameters.set("within", options.reach);
  const { view, notices } = decodeView(parameters.toString(), "", knownIds(dataset));
  const [first] = notices;
  if (first) throw new UsageError(noticeText(first, say));
  return view;
}

/** The ends that a question cannot do without: a reach has no destination, groups of places stand for a flow's ends. */
function endsNeeded({ reach, criticality, ranking, capacity, flowFrom, flowTo }: RawOptions) {
  if (reach !== undefined) return ["from"] as const;
  if (criticality !== undefined && ranking === "corridor") return [];
  if (capacity !== undefined && flowFrom && flowTo) return [];
  return ["from", "to"] as const;
}

function noticeText({ parameter, value, problem, allowed }: LinkNotice, say: Translator): string {
  const keys: Record<LinkNotice["problem"], MessageKey> = {
    "unknown-id": parameter === "close" ? "cli.advice.closable" : "cli.advice.place",
    "unknown-country": "cli.advice.words",
    "unknown-word": "cli.advice.words",
    "not-a-number": "cli.advice.words",
    "out-of-range": "cli.advice.words",
    "too-long": "cli.advice.tooLong",
  };
  return say.t("cli.badValue", { option: parameter, value, advice: say.t(keys[problem], { allowed }) });
}

/** Finds a place by id, by coordinates, or by a name in any language or a UN/LOCODE that fits one place only. */
function placeFinder(dataset: Dataset, say: Translator): (option: string, text: string) => string {
  const known = knownIds(dataset);
  const search = buildSearch(dataset);
  return (option, text) => {
    if (known.isPlace(text) || parsePosition(text)) return text;
    const hits = text.length > 200 ? [] : search(text).map((hit) => hit.id);
    const wanted = fold(text);
    const isExact = (id: string) =>
      Object.values(namesOf(dataset, id)).some((name) => fold(name) === wanted) ||
      dataset.nodeById.get(id)?.unlocode?.toLowerCase() === wanted;
    const exact = hits.filter(isExact);
    const fitting = exact.length > 0 ? exact : hits;
    const [only] = fitting;
    if (only !== undefined && (fitting.length === 1 || exact.length > 0)) return only;
    if (only === undefined) {
      const advice = say.t("cli.advice.place");
      throw new UsageError(say.t("cli.badValue", { option, value: readable(text), advice }));
    }
    const candidates = fitting.slice(0, 5).join(", ");
    throw new UsageError(say.t("cli.ambiguous", { option, value: readable(text), candidates }));
  };
}
