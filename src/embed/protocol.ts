import * as v from "valibot";
import { pictureSides } from "../export/exports.ts";
import { cameraLimits, themes, yearSpan } from "../model/view.ts";
import type { CommandName, Payloads } from "./embed.d.ts";
import { commandNames, source, version } from "./words.ts";

/** The answer to one command. */
export interface Ack {
  readonly requestId?: string | number;
  readonly ok: boolean;
  readonly error?: string;
  readonly result?: unknown;
}

/** A message as read: a command with a checked payload, or what is wrong with it. */
export type Reading =
  | { readonly command: CommandName; readonly payload: unknown; readonly requestId?: string | number }
  | { readonly error: string; readonly requestId?: string | number };

const limited = ([low, high]: readonly [number, number]) =>
  v.pipe(v.number(), v.finite(), v.minValue(low), v.maxValue(high));
const text = v.pipe(v.string(), v.maxLength(2000));
const position = v.strictTuple([limited(cameraLimits.lng), limited([-90, 90])]);
const place = v.union([text, position], 'Invalid place: Expected an id, "lng,lat" or [lng, lat]');
const list = v.union([text, v.array(text)], "Invalid list: Expected an array of words, or one text");
const via = v.union([text, v.array(place)], "Invalid list: Expected an array of places, or one text");
const pixels = v.pipe(v.number(), v.integer(), v.minValue(pictureSides.least), v.maxValue(pictureSides.most));
const year = v.pipe(v.number(), v.integer(), v.minValue(yearSpan.first), v.maxValue(yearSpan.last));
const nothing = v.strictObject({});

/** What each command takes. Ids and words are checked later, against the data, as those of a link are. */
export const payloadSchemas = {
  setView: v.strictObject({
    zoom: limited(cameraLimits.zoom),
    lat: limited(cameraLimits.lat),
    lng: limited(cameraLimits.lng),
    bearing: v.optional(limited(cameraLimits.bearing)),
    pitch: v.optional(limited(cameraLimits.pitch)),
  }),
  fitBounds: v.strictObject({
    bounds: v.pipe(
      v.strictTuple([position, position]),
      v.check(([[, south], [, north]]) => south <= north, "Invalid bounds: Expected south before north"),
    ),
  }),
  setLayers: v.strictObject({ layers: v.pipe(v.array(text), v.maxLength(60)) }),
  selectFeature: v.strictObject({ id: v.nullable(text) }),
  setRoute: v.strictObject({ from: place, to: place, via: v.optional(via), avoid: v.optional(list) }),
  setScenario: v.strictObject({
    from: v.nullish(place),
    to: v.nullish(place),
    via: v.nullish(via),
    avoid: v.nullish(list),
    close: v.nullish(list),
    slow: v.nullish(list),
    modes: v.nullish(list),
    criterion: v.nullish(text),
    year: v.nullish(v.union([v.number(), text])),
    status: v.nullish(text),
  }),
  setYear: v.strictObject({ year }),
  goToStep: v.strictObject({ index: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999)) }),
  next: nothing,
  prev: nothing,
  play: nothing,
  pause: nothing,
  getState: nothing,
  setState: v.strictObject({
    // The whole of what `getState` gave is as good as the state in it.
    state: v.union(
      [v.record(v.string(), text), v.strictObject({ state: v.record(v.string(), text) })],
      "Invalid state: Expected what getState gave, parameters of a link by name",
    ),
  }),
  exportImage: v.strictObject({ format: v.picklist(["png", "svg"]), width: pixels, height: pixels }),
  exportRoute: v.strictObject({ format: v.picklist(["geojson", "csv", "gpx", "kml"]) }),
  setTheme: v.strictObject({ theme: v.picklist(themes) }),
  setLanguage: v.strictObject({ lang: v.pipe(text, v.minLength(1)) }),
} satisfies { readonly [C in CommandName]: v.GenericSchema<unknown, Payloads[C]> };

const requestId = v.union([v.pipe(v.string(), v.maxLength(200)), v.pipe(v.number(), v.finite())]);

/**
 * Reads what came from the host page.
 * @returns undefined for what is no message of ours, which is to be met with silence
 */
export function readMessage(data: unknown): Reading | undefined {
  if (typeof data !== "object" || data === null || own(data, "source") !== source) return undefined;
  const id = own(data, "requestId");
  const asked = v.is(requestId, id) ? { requestId: id } : {};
  const wrong = (error: string): Reading => ({ error, ...asked });
  if (own(data, "v") !== version) return wrong(`v: ${shown(own(data, "v"))} is not known; use ${version}`);
  if (id !== undefined && !v.is(requestId, id)) {
    return wrong(`requestId: ${shown(id)} is neither a finite number nor a text of at most 200 letters`);
  }
  const type = own(data, "type");
  const command = commandNames.find((name) => name === type);
  if (!command) return wrong(`type: ${shown(type)} is no command; use ${commandNames.join(", ")}`);
  const payload = own(data, "payload") ?? {};
  const parsed = v.safeParse<v.GenericSchema>(payloadSchemas[command], payload, { abortEarly: true });
  if (parsed.success) return { command, payload: parsed.output, ...asked };
  const [issue] = parsed.issues;
  const field = v.getDotPath(issue) ?? "payload";
  if (issue.expected === "never")
    return wrong(`${command}: ${readable(field, 80)} is no field of its payload`);
  return wrong(`${command}: ${field} is ${shown(issue.input)}. ${readable(issue.message, 240)}`);
}

/** A value for a message of error: short, without control characters. */
export function shown(value: unknown): string {
  const words = value === undefined ? "missing" : typeof value === "number" ? `${value}` : json(value);
  return readable(words, 80);
}

function readable(words: string, longest: number): string {
  const clean = words.slice(0, longest + 1).replace(/[\p{Cc}\p{Cf}]/gu, "");
  return words.length > longest ? `${clean}…` : clean;
}

function json(value: unknown): string {
  try {
    return JSON.stringify(value) ?? typeof value;
  } catch {
    return typeof value;
  }
}

function own(value: object, key: string): unknown {
  return Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}
