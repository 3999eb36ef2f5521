import type { Place } from "../model/route.ts";
import { type Camera, cameraLimits, longestDays, yearSpan } from "../model/view.ts";

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
  /** Groups are loaded later: any well-formed id may name one. */
  isFlowEnd(id: string): boolean;
  /** Records are loaded later: any well-formed id may name one, and its card says where none does. */
  isRecord(id: string): boolean;
  isCountry(code: string): boolean;
}

/** Notes a value that was not understood; gives nothing, as the value is left out. */
export type Reject = (value: string, problem: LinkNotice["problem"], allowed?: string) => undefined;

export function parsePlace(text: string, known: KnownIds, reject: Reject): Place | undefined {
  const position = parsePosition(text);
  if (!position) return known.isPlace(text) ? text : reject(text, "unknown-id");
  if (!position.inRange) return reject(text, "out-of-range", "-180..180,-90..90");
  return [position.lng, position.lat];
}

export function parseYear(text: string, reject: Reject): number | undefined {
  if (!/^[+-]?\d+$/.test(text)) return reject(text, "not-a-number", `${yearSpan.first}–${yearSpan.last}`);
  const year = Number(text);
  return year >= yearSpan.first && year <= yearSpan.last
    ? year
    : reject(text, "out-of-range", `${yearSpan.first}–${yearSpan.last}`);
}

/** Reads `id:number`, for instance `aktau:3` for three extra days at Aktau. */
export function parseAmount(
  text: string,
  known: KnownIds,
  range: { readonly low: number; readonly high: number },
  reject: Reject,
): { id: string; amount: number } | undefined {
  const [id = "", figure = "", ...rest] = text.split(":");
  const amount = figure.trim() === "" || rest.length > 0 ? Number.NaN : Number(figure);
  if (!known.isClosable(id)) return reject(text, "unknown-id");
  if (Number.isNaN(amount)) return reject(text, "not-a-number", "id:number");
  if (!inside(amount, range.low, range.high))
    return reject(text, "out-of-range", `${range.low}..${range.high}`);
  return { id, amount: round(amount, 1) };
}

export function parseDays(text: string, reject: Reject): number | undefined {
  const days = text.trim() === "" ? Number.NaN : Number(text);
  if (Number.isNaN(days)) return reject(text, "not-a-number", `1..${longestDays}`);
  return inside(days, 1, longestDays) ? round(days, 1) : reject(text, "out-of-range", `1..${longestDays}`);
}

/** The position of a step in a presentation, from 0. */
export function parseStep(text: string, reject: Reject): number | undefined {
  if (!/^\d{1,4}$/.test(text)) return reject(text, "not-a-number", "0..");
  return Number(text);
}

/** Milliseconds a step stays: long enough to be read, short enough to be waited for. */
export function parseDelay(text: string, reject: Reject): number | undefined {
  if (!/^\d+$/.test(text)) return reject(text, "not-a-number", "500..600000");
  return inside(Number(text), 500, 600_000) ? Number(text) : reject(text, "out-of-range", "500..600000");
}

export function parseId(text: string, reject: Reject): string | undefined {
  return /^[a-z0-9]+(?:[-_][a-z0-9]+)*$/.test(text) && text.length <= 80 ? text : reject(text, "unknown-id");
}

/** A whole presentation, compressed: see `packStory`. */
export function parseStoryData(text: string, reject: Reject): string | undefined {
  return /^[A-Za-z0-9_-]+$/.test(text) ? `data:${text}` : reject(text, "unknown-word", "base64url");
}

/** The origin of a host page: scheme, host and port, or `null` for a page without one. */
export function parseOrigin(text: string, reject: Reject): string | undefined {
  if (text === "null") return text;
  try {
    const { origin, protocol } = new URL(text);
    if (origin === text && /^https?:$/.test(protocol)) return origin;
  } catch {
    // No address at all: the same advice.
  }
  return reject(text, "unknown-word", "https://host, null");
}

export function parseLanguage(text: string, reject: Reject): string | undefined {
  try {
    return Intl.getCanonicalLocales(text)[0];
  } catch {
    return reject(text, "unknown-word", "BCP 47");
  }
}

export function parseFlag(text: string, reject: Reject): boolean | undefined {
  if (text === "1" || text === "true") return true;
  if (text === "0" || text === "false") return false;
  return reject(text, "unknown-word", "0, 1");
}

export function parseCamera(text: string, reject: Reject): Camera | undefined {
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
  const camera: Camera = { zoom, lat, lng, bearing, pitch };
  const limits = Object.entries(cameraLimits) as [keyof Camera, readonly [number, number]][];
  if (!limits.every(([key, [low, high]]) => inside(camera[key], low, high))) {
    return reject(text, "out-of-range", limits.map(([, range]) => range.join("..")).join("/"));
  }
  return roundCamera(camera);
}

export function readHash(hash: string): Camera | undefined {
  const text = /^#map=(.+)$/.exec(hash)?.[1];
  return text === undefined ? undefined : parseCamera(text, () => undefined);
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

export function readable(value: string): string {
  const clean = value.replace(/[\p{Cc}\p{Cf}]/gu, "");
  return clean.length > 40 ? `${clean.slice(0, 40)}…` : clean;
}

function inside(value: number, low: number, high: number): boolean {
  return value >= low && value <= high;
}

function round(value: number, digits: number): number {
  const factor = 10 ** digits;
  // Adding zero turns -0 into 0, which a link could not tell apart.
  return Math.round(value * factor) / factor + 0;
}
