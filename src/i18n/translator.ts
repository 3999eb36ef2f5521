import { setupI18n } from "@lingui/core";
import type { Range } from "../model/factors.ts";
import type { Names } from "../model/network.ts";
import { highSeas } from "../model/vocabulary.ts";
import { directionOf } from "./direction.ts";
import type { Language } from "./languages.ts";
import type en from "./messages/en.json";

export type MessageKey = keyof typeof en;

/** Compiles one ICU message; only needed where the build has not done it (command line, tests). */
export type MessageCompiler = Parameters<ReturnType<typeof setupI18n>["setMessagesCompiler"]>[0];

/** Everything that turns facts into words, numbers and units of one language. */
export interface Translator {
  /** BCP 47 tag that decides number forms. */
  readonly tag: string;
  /** Tag of the language of the messages. */
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  t(key: MessageKey, values?: Readonly<Record<string, string | number>>): string;
  /** Loads the messages that the first view does without; once, however often it is asked. */
  loadLater(): Promise<void>;
  /** The name in this language, else in English. */
  name(names: Names): string;
  country(code: string): string;
  number(value: number, digits?: number): string;
  /** A share of one as a percentage. */
  percent(share: number): string;
  year(value: number): string;
  km(value: number): string;
  kg(value: number): string;
  usd(value: number): string;
  /** A span of hours in days, in hours below two days, or in minutes below one hour. */
  duration(hours: number): string;
  durationRange(range: Range): string;
  usdRange(range: Range): string;
  kgRange(range: Range): string;
  /** The short name of a unit alone, such as `km`. */
  unitName(unit: "kilometer" | "meter"): string;
  /** A difference with its sign before the words of `format`; none before zero. */
  signed(value: number, format: (value: number) => string): string;
  /** Items side by side, or in a sentence: `long` ends with the word for "and" where the language has one. */
  list(items: readonly string[], style?: "narrow" | "long"): string;
  /** Keeps a foreign text, such as coordinates, from turning the words around it about. */
  isolate(text: string): string;
}

/**
 * Loads a language and makes its translator. Messages it lacks come from English.
 * @param tag BCP 47 tag for number forms, for instance `ar-EG`
 * @param compile compiler for uncompiled messages
 */
export async function loadTranslator(
  language: Language,
  tag: string,
  compile?: MessageCompiler,
): Promise<Translator> {
  // The built page's messages are complete: English was put in where a language lacks one.
  const english = compile ? (await import("./messages/en.json")).default : {};
  const own = (await language.load()).default as Record<string, string>;
  const i18n = setupI18n();
  if (compile) i18n.setMessagesCompiler(compile);
  i18n.loadAndActivate({ locale: tag, messages: { ...english, ...own } });
  let later: Promise<void> | undefined;

  const memo = new Map<string, Intl.NumberFormat>();
  const format = (options: Intl.NumberFormatOptions): Intl.NumberFormat => {
    const key = JSON.stringify(options);
    const known = memo.get(key) ?? new Intl.NumberFormat(tag, options);
    memo.set(key, known);
    return known;
  };
  const unit = (name: string, value: number) =>
    format({
      style: "unit",
      unit: name,
      unitDisplay: name === "day" || name === "hour" ? "long" : "short",
      maximumFractionDigits: digitsFor(value),
    });
  const usd = format({
    style: "currency",
    currency: "USD",
    currencyDisplay: "narrowSymbol",
    maximumFractionDigits: 0,
  });
  const countries = new Intl.DisplayNames([tag, "en"], { type: "region" });
  const minutes = format({ style: "unit", unit: "minute", unitDisplay: "long", maximumFractionDigits: 0 });
  const inDays = (hours: number) => hours >= 48;
  // Right to left, the Latin sign at its end would join the next figure.
  const price = (text: string) => (directionOf(tag) === "rtl" ? translator.isolate(text) : text);

  const translator: Translator = {
    tag,
    language: language.tag,
    direction: directionOf(tag),
    t: (key, values) => i18n._(key, values),
    loadLater: () => {
      later ??= language.loadLater().then((messages) => {
        i18n.load(tag, messages.default as Record<string, string>);
      });
      later.catch(() => {
        later = undefined;
      });
      return later;
    },
    name: (names) => (Object.hasOwn(names, language.tag) ? names[language.tag] : undefined) ?? names.en,
    country: (code) => (code === highSeas ? translator.t("answer.highSeas") : (countries.of(code) ?? code)),
    number: (value, digits = 0) => format({ maximumFractionDigits: digits }).format(value),
    percent: (share) => format({ style: "percent", maximumFractionDigits: 1 }).format(share),
    year: (value) => format({ useGrouping: false }).format(value),
    km: (value) => unit("kilometer", value).format(value),
    kg: (value) => unit("kilogram", value).format(value),
    usd: (value) => price(usd.format(roundTo(value, 10))),
    duration: (hours) => {
      if (inDays(hours)) return unit("day", hours / 24).format(hours / 24);
      return hours < 1 ? minutes.format(hours * 60) : unit("hour", hours).format(hours);
    },
    durationRange: ({ min, typical, max }) =>
      inDays(typical)
        ? span(unit("day", typical / 24), min / 24, max / 24)
        : typical < 1
          ? span(minutes, min * 60, max * 60)
          : span(unit("hour", typical), min, max),
    usdRange: ({ min, max }) => price(span(usd, roundTo(min, 10), roundTo(max, 10))),
    kgRange: ({ min, typical, max }) => span(unit("kilogram", typical), min, max),
    unitName: (name) =>
      format({ style: "unit", unit: name })
        .formatToParts(1)
        .find((part) => part.type === "unit")?.value ?? name,
    signed: (value, format) => {
      const text = format(Math.abs(value));
      if (text === format(0)) return text;
      return translator.isolate(`${value < 0 ? "−" : "+"}${text}`);
    },
    list: (items, style = "narrow") => new Intl.ListFormat(tag, { type: "conjunction", style }).format(items),
    isolate: (text) => `\u2068${text}\u2069`,
  };
  return translator;
}

/** Enough digits that nothing but zero is shown as zero. */
function digitsFor(value: number): number {
  const size = Math.abs(value);
  return size < 1 ? 2 : size < 10 ? 1 : 0;
}

/** A range; where both ends look the same, that one value without the "about" that `formatRange` adds. */
function span(format: Intl.NumberFormat, min: number, max: number): string {
  return format.format(min) === format.format(max) ? format.format(max) : format.formatRange(min, max);
}

function roundTo(value: number, step: number): number {
  return Math.round(value / step) * step;
}
