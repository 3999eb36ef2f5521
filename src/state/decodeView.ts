import { present } from "../model/present.ts";
import {
  defaultScenario,
  defaultView,
  type Filter,
  filterKeys,
  flowUnits,
  longestDays,
  overlayIds,
  pageIds,
  panelStates,
  partIds,
  rankings,
  type Scenario,
  themes,
  toolIds,
  type View,
} from "../model/view.ts";
import { allowedStatuses, criteria, modes } from "../model/vocabulary.ts";
import {
  type KnownIds,
  type LinkNotice,
  parseAmount,
  parseCamera,
  parseDays,
  parseDelay,
  parseFlag,
  parseId,
  parseLanguage,
  parseOrigin,
  parsePlace,
  parseStep,
  parseStoryData,
  parseYear,
  type Reject,
  readable,
  readHash,
} from "./linkValues.ts";
import { scenarioOf } from "./scenario.ts";

const maxValueLength = 2000;
const maxListLength = 60;

/** A whole presentation in a link: as much as common servers take. */
export const maxStoryLength = 8000;

type Parse<T> = (text: string, reject: Reject) => T | undefined;
type Read = <T>(parameter: string, parse: Parse<T>) => T | undefined;

/**
 * Reads a link. Bad values are dropped, each with a notice, and never throw.
 * @param search the query string, with or without its question mark
 * @param hash an old-style `#map=zoom/lat/lng`, read only where `view` is absent
 */
export function decodeView(
  search: string,
  hash: string,
  known: KnownIds,
): { view: View; notices: LinkNotice[] } {
  const notices: LinkNotice[] = [];
  const read = readerOf(new URLSearchParams(search), "", notices);
  const parts: Partial<Record<(typeof partIds)[number], boolean>> = {};
  for (const part of partIds) {
    const on = read(part, parseFlag);
    if (on !== undefined) parts[part] = on;
  }
  const end: Parse<string> = (id, reject) => (known.isFlowEnd(id) ? id : reject(id, "unknown-id"));
  const amounts = (low: number, high: number) =>
    list(",", (text, reject) => parseAmount(text, known, { low, high }, reject));
  const view: View = {
    ...readScenario(read, known, defaultScenario),
    ...present({
      choice: read("choice", (text, reject) =>
        /^[0-9a-z]{4,16}$/.test(text) ? text : reject(text, "unknown-word", "a-z 0-9"),
      ),
      tool: read("tool", word(toolIds)),
      page: read("page", word(pageIds)),
      item: read("item", parseId),
      mineral: read("mineral", parseId),
      story: read("storyData", parseStoryData) ?? read("story", parseId),
      origin: read("origin", parseOrigin),
      feature: read("feature", (id, reject) => (known.isRecord(id) ? id : reject(id, "unknown-id"))),
      camera: read("view", parseCamera) ?? readHash(hash),
      lang: read("lang", parseLanguage),
      panels: read("panels", word(panelStates)),
      cooperativeGestures: read("cooperativeGestures", parseFlag),
    }),
    ranking: read("ranking", word(rankings)) ?? defaultView.ranking,
    within: read("within", parseDays) ?? defaultView.within,
    flowFrom: unique(read("flowFrom", list(",", end)) ?? defaultView.flowFrom),
    flowTo: unique(read("flowTo", list(",", end)) ?? defaultView.flowTo),
    flowUnit: read("flowUnit", word(flowUnits)) ?? defaultView.flowUnit,
    reduce: (read("reduce", amounts(0, 100)) ?? []).map(({ id, amount }) => ({ id, percentLeft: amount })),
    filter: readFilter(read),
    step: read("step", parseStep) ?? defaultView.step,
    playback: {
      autoplay: read("autoplay", parseFlag) ?? defaultView.playback.autoplay,
      delay: read("delay", parseDelay) ?? defaultView.playback.delay,
      loop: read("loop", parseFlag) ?? defaultView.playback.loop,
      controls: read("controls", parseFlag) ?? defaultView.playback.controls,
    },
    api: read("api", parseFlag) ?? defaultView.api,
    layers:
      read("layers", (text, reject) =>
        text === "none" ? [] : inOrder(overlayIds, list(",", word(overlayIds))(text, reject)),
      ) ?? defaultView.layers,
    theme: read("theme", word(themes)) ?? defaultView.theme,
    embed: read("embed", parseFlag) ?? defaultView.embed,
    interactive: read("interactive", parseFlag) ?? defaultView.interactive,
    parts,
  };
  const second = read("compare", (text) => new URLSearchParams(text));
  if (!second) return { view, notices };
  const compare = readScenario(readerOf(second, "compare: ", notices), known, scenarioOf(view));
  return { view: { ...view, compare }, notices };
}

/** Reads a question; what is not said is as in `base`. */
function readScenario(read: Read, known: KnownIds, base: Scenario): Scenario {
  const place: Parse<Scenario["via"][number]> = (text, reject) => parsePlace(text, known, reject);
  const country: Parse<string> = (code, reject) => {
    const upper = code.toUpperCase();
    return known.isCountry(upper) ? upper : reject(code, "unknown-country", "ISO 3166-1 alpha-2");
  };
  const closable: Parse<string> = (id, reject) => (known.isClosable(id) ? id : reject(id, "unknown-id"));
  const delay: Parse<Scenario["slow"][number]> = (text, reject) => {
    const amount = parseAmount(text, known, { low: 0.1, high: longestDays }, reject);
    return amount && { id: amount.id, days: amount.amount };
  };
  const slow = read("slow", orNone(list(",", delay)));
  return {
    ...present({
      from: read("from", place) ?? base.from,
      to: read("to", place) ?? base.to,
      year: read("year", parseYear) ?? base.year,
    }),
    via: read("via", orNone(list(";", place))) ?? base.via,
    avoid: unique(read("avoid", orNone(list(",", country))) ?? base.avoid),
    close: unique(read("close", orNone(list(",", closable))) ?? base.close),
    slow: slow?.filter(({ id }, index) => slow.findIndex((other) => other.id === id) === index) ?? base.slow,
    modes: inOrder(modes, read("modes", list(",", word(modes)))) ?? base.modes,
    criterion: read("criterion", word(criteria)) ?? base.criterion,
    status: read("status", word(allowedStatuses)) ?? base.status,
  };
}

function readFilter(read: Read): Filter {
  const pairs = read(
    "filter",
    list(",", (text, reject) => {
      const [name = "", value = "", ...rest] = text.split(":");
      const key = filterKeys.find((candidate) => candidate === name);
      const isWord = rest.length === 0 && /^[A-Za-z0-9-]{1,40}$/.test(value);
      return key && isWord ? ([key, value] as const) : reject(text, "unknown-word", filterKeys.join(", "));
    }),
  );
  // In one order, so that equal filters make equal links.
  return Object.fromEntries(
    filterKeys.flatMap((key) => pairs?.filter(([name]) => name === key).slice(-1) ?? []),
  );
}

/** A reader of parameters that notes what it does not understand. */
function readerOf(parameters: URLSearchParams, prefix: string, notices: LinkNotice[]): Read {
  return (parameter, parse) => {
    const text = parameters.get(parameter);
    if (text === null || text === "") return undefined;
    const reject: Reject = (value, problem, allowed = "") => {
      notices.push({ parameter: `${prefix}${parameter}`, value: readable(value), problem, allowed });
      return undefined;
    };
    const longest = parameter === "storyData" ? maxStoryLength : maxValueLength;
    return text.length > longest ? reject(text, "too-long", `${longest}`) : parse(text, reject);
  };
}

function word<T extends string>(words: readonly T[]): Parse<T> {
  return (text, reject) =>
    words.find((candidate) => candidate === text) ?? reject(text, "unknown-word", words.join(", "));
}

/** A list without its bad items; nothing where none is left. */
function list<T>(separator: string, parse: Parse<T>): Parse<T[]> {
  return (text, reject) => {
    const items = text.split(separator).filter((item) => item !== "");
    if (items.length > maxListLength) return reject(text, "too-long", `${maxListLength}`);
    const parsed = items.map((item) => parse(item, reject)).filter((item) => item !== undefined);
    return parsed.length > 0 ? parsed : undefined;
  };
}

/** `none` for a list that is empty where the default is not. */
function orNone<T>(parse: Parse<T[]>): Parse<T[]> {
  return (text, reject) => (text === "none" ? [] : parse(text, reject));
}

function inOrder<T>(order: readonly T[], chosen: readonly T[] | undefined): readonly T[] | undefined {
  return chosen && order.filter((item) => chosen.includes(item));
}

function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
}
