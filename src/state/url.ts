import type { Place } from "../model/route.ts";
import type { Camera, View } from "../model/view.ts";
import { defaultView, overlayIds, panelStates, partIds, themes, yearSpan } from "../model/view.ts";
import { allowedStatuses, criteria, modes } from "../model/vocabulary.ts";

/** A part of a link that was not understood and therefore dropped. */
export interface LinkNotice {
  readonly parameter: string;
  /** The offending value, cut to a readable length and freed of control characters. */
  readonly value: string;
  readonly problem:
    | "unknown-id"
    | "unknown-country"
    | "unknown-word"
    | "not-a-number"
    | "out-of-range"
    | "too-long";
  /** Words or range that would have been understood; empty where any id of the data would do. */
  readonly allowed: string;
}

/** What the decoder must know of the data to tell a good id from a bad one. */
export interface KnownIds {
  isPlace(id: string): boolean;
  isClosable(id: string): boolean;
  isRecord(id: string): boolean;
  isCountry(code: string): boolean;
}

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
    ...optional({
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

/**
 * Writes a view as a query string that `decodeView` reads back to the same view.
 * Defaults are left out, so short links stay short; commas, colons and slashes stay readable.
 */
export function encodeView(view: View): string {
  const pairs: [string, string | undefined][] = [
    ["from", view.from && placeText(view.from)],
    ["to", view.to && placeText(view.to)],
    ["via", view.via.map(placeText).join(";")],
    ["avoid", same(view.avoid, defaultView.avoid) ? undefined : view.avoid.join(",") || "none"],
    ["close", view.close.join(",")],
    ["modes", same(view.modes, defaultView.modes) ? undefined : view.modes.join(",")],
    ["criterion", view.criterion === defaultView.criterion ? undefined : view.criterion],
    ["year", view.year?.toString()],
    ["status", view.status === defaultView.status ? undefined : view.status],
    ["layers", same(view.layers, defaultView.layers) ? undefined : view.layers.join(",") || "none"],
    ["feature", view.feature],
    ["view", view.camera && cameraText(view.camera)],
    ["lang", view.lang],
    ["theme", view.theme === defaultView.theme ? undefined : view.theme],
    ["embed", view.embed ? "1" : undefined],
    ["panels", view.panels],
    ["interactive", view.interactive ? undefined : "0"],
    ["cooperativeGestures", flagText(view.cooperativeGestures)],
    ...partIds.map((part): [string, string | undefined] => [part, flagText(view.parts[part])]),
  ];
  const query = pairs
    .filter(([, value]) => value !== undefined && value !== "")
    .map(([name, value]) => `${name}=${encodeReadably(value ?? "")}`)
    .join("&");
  return query === "" ? "" : `?${query}`;
}

/** The camera as the link writes it; rounding here keeps `decode(encode(view))` equal to `view`. */
export function roundCamera(camera: Camera): Camera {
  const digits = camera.zoom > 10 ? 5 : 3;
  return {
    zoom: round(camera.zoom, 2),
    lat: round(camera.lat, digits),
    lng: round(camera.lng, digits),
    bearing: round(camera.bearing, 1),
    pitch: round(camera.pitch, 1),
  };
}

/** `lng,lat` or the id itself. */
export function placeText(place: Place): string {
  return typeof place === "string" ? place : place.join(",");
}

/**
 * Reads `lng,lat` with at most five decimals kept (about one metre).
 * @returns undefined where the text does not look like two numbers
 */
export function parsePosition(text: string): { lng: number; lat: number; inRange: boolean } | undefined {
  const match =
    /^\s*([+-]?[\d.]+(?:e[+-]?\d+)?|[+-]?nan|[+-]?infinity)\s*,\s*([+-]?[\d.]+(?:e[+-]?\d+)?|[+-]?nan|[+-]?infinity)\s*$/i.exec(
      text,
    );
  if (!match) return undefined;
  const lng = round(Number(match[1]), 5);
  const lat = round(Number(match[2]), 5);
  return { lng, lat, inRange: Math.abs(lng) <= 180 && Math.abs(lat) <= 90 };
}

type Reject = (value: string, problem: LinkNotice["problem"], allowed?: string) => undefined;

function parsePlace(text: string, known: KnownIds, reject: Reject): Place | undefined {
  const position = parsePosition(text);
  if (!position) return known.isPlace(text) ? text : reject(text, "unknown-id");
  if (!position.inRange) return reject(text, "out-of-range", "-180..180,-90..90");
  return [position.lng, position.lat];
}

function parseYear(text: string, reject: Reject): number | undefined {
  if (!/^[+-]?\d+$/.test(text)) return reject(text, "not-a-number", `${yearSpan.first}–${yearSpan.last}`);
  const year = Number(text);
  return year >= yearSpan.first && year <= yearSpan.last
    ? year
    : reject(text, "out-of-range", `${yearSpan.first}–${yearSpan.last}`);
}

function parseLanguage(text: string, reject: Reject): string | undefined {
  try {
    return Intl.getCanonicalLocales(text)[0];
  } catch {
    return reject(text, "unknown-word", "BCP 47");
  }
}

function parseFlag(text: string, reject: Reject): boolean | undefined {
  if (text === "1" || text === "true") return true;
  if (text === "0" || text === "false") return false;
  return reject(text, "unknown-word", "0, 1");
}

function parseCamera(text: string, reject: Reject): Camera | undefined {
  const parts = text.split("/");
  const numbers = parts.map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  const [zoom, lat, lng, bearing = 0, pitch = 0] = numbers;
  if (
    parts.length > 5 ||
    zoom === undefined ||
    lat === undefined ||
    lng === undefined ||
    numbers.some(Number.isNaN)
  ) {
    return reject(text, "not-a-number", "zoom/lat/lng[/bearing[/pitch]]");
  }
  if (
    !inside(zoom, 0, 22) ||
    !inside(lat, -85, 85) ||
    !inside(lng, -180, 180) ||
    !inside(bearing, -360, 360) ||
    !inside(pitch, 0, 60)
  ) {
    return reject(text, "out-of-range", "0..22/-85..85/-180..180/-360..360/0..60");
  }
  return roundCamera({ zoom, lat, lng, bearing, pitch });
}

function readHash(hash: string): Camera | undefined {
  const text = /^#map=(.+)$/.exec(hash)?.[1];
  return text === undefined ? undefined : parseCamera(text, () => undefined);
}

function cameraText({ zoom, lat, lng, bearing, pitch }: Camera): string {
  const numbers =
    pitch !== 0
      ? [zoom, lat, lng, bearing, pitch]
      : bearing !== 0
        ? [zoom, lat, lng, bearing]
        : [zoom, lat, lng];
  return numbers.join("/");
}

function flagText(flag: boolean | undefined): string | undefined {
  return flag === undefined ? undefined : flag ? "1" : "0";
}

function encodeReadably(value: string): string {
  return encodeURIComponent(value)
    .replace(/%2C/g, ",")
    .replace(/%3B/g, ";")
    .replace(/%2F/g, "/")
    .replace(/%3A/g, ":");
}

function readable(value: string): string {
  const clean = value.replace(/[\p{Cc}\p{Cf}]/gu, "");
  return clean.length > 40 ? `${clean.slice(0, 40)}…` : clean;
}

function inOrder<T>(order: readonly T[], chosen: readonly T[] | undefined): readonly T[] | undefined {
  return chosen && order.filter((item) => chosen.includes(item));
}

function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
}

function same<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

function inside(value: number, low: number, high: number): boolean {
  return value >= low && value <= high;
}

function round(value: number, digits: number): number {
  const factor = 10 ** digits;
  // Adding zero turns -0 into 0, which a link could not tell apart.
  return Math.round(value * factor) / factor + 0;
}

/** Drops absent values, as optional properties must not hold `undefined`. */
function optional<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}
