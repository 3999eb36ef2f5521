import { present } from "../model/present.ts";
import { defaultView, overlayIds, panelStates, partIds, themes, type View } from "../model/view.ts";
import { allowedStatuses, criteria, modes } from "../model/vocabulary.ts";
import {
  type KnownIds,
  type LinkNotice,
  parseCamera,
  parseFlag,
  parseLanguage,
  parsePlace,
  parseYear,
  type Reject,
  readable,
  readHash,
} from "./linkValues.ts";

const maxValueLength = 2000;
const maxListLength = 60;

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
  const parameters = new URLSearchParams(search);
  const read = <T>(
    parameter: string,
    parse: (text: string, reject: Reject) => T | undefined,
  ): T | undefined => {
    const text = parameters.get(parameter);
    if (text === null || text === "") return undefined;
    const reject: Reject = (value, problem, allowed = "") => {
      notices.push({ parameter, value: readable(value), problem, allowed });
      return undefined;
    };
    return text.length > maxValueLength ? reject(text, "too-long", `${maxValueLength}`) : parse(text, reject);
  };
  const place = (text: string, reject: Reject) => parsePlace(text, known, reject);
  const word =
    <T extends string>(words: readonly T[]) =>
    (text: string, reject: Reject) =>
      words.find((candidate) => candidate === text) ?? reject(text, "unknown-word", words.join(", "));
  const flag = (text: string, reject: Reject) => parseFlag(text, reject);
  const list =
    <T>(separator: string, parse: (item: string, reject: Reject) => T | undefined) =>
    (text: string, reject: Reject) => {
      const items = text.split(separator).filter((item) => item !== "");
      if (items.length > maxListLength) return reject(text, "too-long", `${maxListLength}`);
      const parsed = items.map((item) => parse(item, reject)).filter((item) => item !== undefined);
      return parsed.length > 0 ? parsed : undefined;
    };
  const country = (code: string, reject: Reject) => {
    const upper = code.toUpperCase();
    return known.isCountry(upper) ? upper : reject(code, "unknown-country", "ISO 3166-1 alpha-2");
  };
  const closable = (id: string, reject: Reject) => (known.isClosable(id) ? id : reject(id, "unknown-id"));

  const camera = read("view", parseCamera) ?? readHash(hash);
  const parts: Partial<Record<(typeof partIds)[number], boolean>> = {};
  for (const part of partIds) {
    const on = read(part, flag);
    if (on !== undefined) parts[part] = on;
  }
  const avoided = read("avoid", (text, reject) => (text === "none" ? [] : list(",", country)(text, reject)));
  const view: View = {
    ...present({
      from: read("from", place),
      to: read("to", place),
      year: read("year", parseYear),
      feature: read("feature", (id, reject) => (known.isRecord(id) ? id : reject(id, "unknown-id"))),
      camera,
      lang: read("lang", parseLanguage),
      panels: read("panels", word(panelStates)),
      cooperativeGestures: read("cooperativeGestures", flag),
    }),
    via: read("via", list(";", place)) ?? defaultView.via,
    avoid: avoided ? unique(avoided) : defaultView.avoid,
    close: unique(read("close", list(",", closable)) ?? defaultView.close),
    modes: inOrder(modes, read("modes", list(",", word(modes)))) ?? defaultView.modes,
    criterion: read("criterion", word(criteria)) ?? defaultView.criterion,
    status: read("status", word(allowedStatuses)) ?? defaultView.status,
    layers:
      read("layers", (text, reject) =>
        text === "none" ? [] : inOrder(overlayIds, list(",", word(overlayIds))(text, reject)),
      ) ?? defaultView.layers,
    theme: read("theme", word(themes)) ?? defaultView.theme,
    embed: read("embed", flag) ?? defaultView.embed,
    interactive: read("interactive", flag) ?? defaultView.interactive,
    parts,
  };
  return { view, notices };
}

function inOrder<T>(order: readonly T[], chosen: readonly T[] | undefined): readonly T[] | undefined {
  return chosen && order.filter((item) => chosen.includes(item));
}

function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
}
