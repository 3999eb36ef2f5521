import papaparse from "papaparse";
import type { Route } from "../model/route.ts";
import { namesOf } from "../state/names.ts";
import type { FileFormat } from "./exports.ts";
import { gpx } from "./gpx.ts";
import { kml } from "./kml.ts";
import type { MapFile } from "./mapFile.ts";
import { type Context, legFeatures, rideFeatures, routeName, waypointFeatures } from "./routeFeatures.ts";

/**
 * A route as the text of a file; without a route, a valid file with nothing in it.
 * `geojson` has a line with all figures for each leg, `csv` a row for each leg and transfer,
 * `gpx` and `kml` a line for each ride and a point for each transfer, with names and ranges to read.
 */
export function routeFile(format: FileFormat, route: Route | undefined, context: Context): string {
  switch (format) {
    case "geojson":
      return JSON.stringify(legFeatures(route?.steps.filter((step) => step.kind === "leg") ?? [], context));
    case "csv":
      return csv(route?.steps ?? [], context);
    case "gpx":
      return gpx(mapFile(route, context));
    case "kml":
      return kml(mapFile(route, context));
  }
}

function mapFile(route: Route | undefined, context: Context): MapFile {
  return route
    ? {
        name: routeName(route, context),
        features: [...rideFeatures(route, context), ...waypointFeatures(route, context)],
      }
    : { name: context.say.t("app.title"), features: [] };
}

const columns = [
  "kind",
  "id",
  "from",
  "to",
  "mode",
  "distanceKm",
  "hoursMin",
  "hoursTypical",
  "hoursMax",
  "usdTypical",
  "kgCo2eTypical",
  "countries",
  "fromName",
  "toName",
] as const;

function csv(steps: Route["steps"], { dataset, say }: Context): string {
  const rows = steps.map((step) => {
    const [from, to] = step.kind === "leg" ? [step.from, step.to] : [step.at, step.at];
    return [
      step.kind,
      ...(step.kind === "leg"
        ? [step.id, from, to, step.mode, rounded(step.distanceKm)]
        : [step.transfer, from, to, `${step.before}>${step.after}`, ""]),
      rounded(step.durationH.min),
      rounded(step.durationH.typical),
      rounded(step.durationH.max),
      rounded(step.costUsdPerFeu.typical),
      rounded(step.emissionsKgCo2ePerFeu.typical),
      step.kind === "leg" ? step.countries.map(({ code, km }) => `${code} ${km}`).join("; ") : "",
      say.name(namesOf(dataset, from)),
      say.name(namesOf(dataset, to)),
    ];
  });
  return papaparse.unparse([[...columns], ...rows], { newline: "\n" });
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
