import { type Camera, defaultView, partIds, type View } from "../model/view.ts";
import { placeText } from "./linkValues.ts";

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
