import {
  type Camera,
  defaultScenario,
  defaultView,
  filterKeys,
  partIds,
  type Scenario,
  type View,
} from "../model/view.ts";
import { placeText } from "./linkValues.ts";

type Pair = [name: string, value: string | undefined];

/**
 * Writes a view as a query string that `decodeView` reads back to the same view.
 * Defaults are left out, so short links stay short; commas, colons and slashes stay readable.
 */
export function encodeView(view: View): string {
  const query = written(pairsOf(view));
  return query === "" ? "" : `?${query}`;
}

function pairsOf(view: View): Pair[] {
  return [
    ...scenarioPairs(view, defaultScenario),
    ["compare", view.compare && comparedText(view.compare, view)],
    ["choice", view.choice],
    ["tool", view.tool],
    ["ranking", view.ranking === defaultView.ranking ? undefined : view.ranking],
    ["within", view.within === defaultView.within ? undefined : `${view.within}`],
    ["flowFrom", view.flowFrom.join(",")],
    ["flowTo", view.flowTo.join(",")],
    ["flowUnit", view.flowUnit === defaultView.flowUnit ? undefined : view.flowUnit],
    ["reduce", view.reduce.map(({ id, percentLeft }) => `${id}:${percentLeft}`).join(",")],
    ["page", view.page],
    ["item", view.item],
    ["mineral", view.mineral],
    ["filter", filterKeys.flatMap((key) => (view.filter[key] ? `${key}:${view.filter[key]}` : [])).join(",")],
    view.story?.startsWith("data:") ? ["storyData", view.story.slice(5)] : ["story", view.story],
    ["step", view.step === defaultView.step ? undefined : `${view.step}`],
    ["autoplay", view.playback.autoplay ? "1" : undefined],
    ["delay", view.playback.delay === defaultView.playback.delay ? undefined : `${view.playback.delay}`],
    ["loop", view.playback.loop ? "1" : undefined],
    ["controls", view.playback.controls ? undefined : "0"],
    ["api", view.api ? "1" : undefined],
    ["origin", view.origin],
    ["layers", same(view.layers, defaultView.layers) ? undefined : view.layers.join(",") || "none"],
    ["feature", view.feature],
    ["view", view.camera && cameraText(view.camera)],
    ["lang", view.lang],
    ["theme", view.theme === defaultView.theme ? undefined : view.theme],
    ["embed", view.embed ? "1" : undefined],
    ["panels", view.panels],
    ["interactive", view.interactive ? undefined : "0"],
    ["cooperativeGestures", flagText(view.cooperativeGestures)],
    ...partIds.map((part): Pair => [part, flagText(view.parts[part])]),
  ];
}

/** The names of everything a link can say. */
export const linkParameters: ReadonlySet<string> = new Set([
  ...pairsOf(defaultView).map(([name]) => name),
  "storyData",
]);

/** What of a question is not as in `base`. */
function scenarioPairs(scenario: Scenario, base: Scenario): Pair[] {
  const text = (value: Scenario["from"]) => value && placeText(value);
  const listed = (items: readonly string[], basic: readonly string[], separator = ",") =>
    same(items, basic) ? undefined : items.join(separator) || "none";
  const other = <T extends string>(value: T, basic: T) => (value === basic ? undefined : value);
  const slow = (delays: Scenario["slow"]) => delays.map(({ id, days }) => `${id}:${days}`);
  return [
    ["from", text(scenario.from) === text(base.from) ? undefined : text(scenario.from)],
    ["to", text(scenario.to) === text(base.to) ? undefined : text(scenario.to)],
    ["via", listed(scenario.via.map(placeText), base.via.map(placeText), ";")],
    ["avoid", listed(scenario.avoid, base.avoid)],
    ["close", listed(scenario.close, base.close)],
    ["slow", listed(slow(scenario.slow), slow(base.slow))],
    ["modes", listed(scenario.modes, base.modes)],
    ["criterion", other(scenario.criterion, base.criterion)],
    ["year", scenario.year === base.year ? undefined : scenario.year?.toString()],
    ["status", other(scenario.status, base.status)],
  ];
}

/** The second scenario by what differs; where nothing does, by a word that changes nothing. */
function comparedText(second: Scenario, first: Scenario): string {
  return written(scenarioPairs(second, first)) || `criterion=${second.criterion}`;
}

function written(pairs: readonly Pair[]): string {
  return pairs
    .filter(([, value]) => value !== undefined && value !== "")
    .map(([name, value]) => `${name}=${encodeReadably(value ?? "")}`)
    .join("&");
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

function same<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
