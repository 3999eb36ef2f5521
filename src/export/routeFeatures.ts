import type { Feature, FeatureCollection, LineString, MultiLineString, Point } from "geojson";
import type { Dataset } from "../data/dataset.ts";
import type { Translator } from "../i18n/translator.ts";
import type { Effort, Place, Route, RouteLeg } from "../model/route.ts";
import { geometryOf } from "../routing/geometry.ts";
import { legName, namesOf, positionOf } from "../state/names.ts";
import { type Ride, ridesOf } from "../state/selectors.ts";
import type { Caption } from "./mapFile.ts";

/** The data the ids of a route stand in, and the language of its names. */
export interface Context {
  readonly dataset: Dataset;
  readonly say: Translator;
}

type Line = Feature<LineString | MultiLineString, Caption & { readonly mode: string }>;
type Waypoint = Feature<Point, Caption>;

/** The legs in travel order as lines with all that is known of them, cut where they cross the antimeridian. */
export function legFeatures(
  legs: readonly RouteLeg[],
  { dataset, say }: Context,
): FeatureCollection<LineString | MultiLineString> {
  return {
    type: "FeatureCollection",
    features: legs.map((leg) => ({
      type: "Feature",
      properties: { ...leg, name: legName(dataset, say, leg) },
      geometry: geometryOf({ steps: [leg] }, dataset.courseById),
    })),
  };
}

/** The route as a traveller sees it: a line for each ride without a change of vehicle, in travel order. */
export function rideFeatures(route: Route, { dataset, say }: Context): Line[] {
  return ridesOf(route.steps).flatMap((ride) =>
    ride.kind === "ride"
      ? [
          {
            type: "Feature" as const,
            properties: {
              name: `${say.t(`mode.${ride.mode}`)}: ${legName(dataset, say, endsOf(ride))}`,
              description: joined([
                say.km(ride.legs.reduce((sum, leg) => sum + leg.distanceKm, 0)),
                effortText(sumOf(ride.legs), say),
              ]),
              mode: ride.mode,
            },
            geometry: geometryOf({ steps: ride.legs }, dataset.courseById),
          },
        ]
      : [],
  );
}

/** The two ends of the route and, between them in travel order, its transfers. */
export function waypointFeatures(route: Route, { dataset, say }: Context): Waypoint[] {
  const waypoint = (place: Place, caption: Caption): Waypoint[] => {
    const position = positionOf(dataset, place);
    if (!position) return [];
    return [
      { type: "Feature", properties: caption, geometry: { type: "Point", coordinates: [...position] } },
    ];
  };
  const { from, to } = route.query;
  const name = (place: Place) => say.name(namesOf(dataset, place));
  return [
    ...waypoint(from, { name: name(from), description: say.t("ask.from") }),
    ...route.steps.flatMap((step) =>
      step.kind === "transfer"
        ? waypoint(step.at, {
            name: say.t(`step.${step.transfer}`, { place: name(step.at) }),
            description: effortText(step, say),
          })
        : [],
    ),
    ...waypoint(to, { name: name(to), description: say.t("ask.to") }),
  ];
}

/** "Altynkol → Poti port", in the language's own way. */
export function routeName({ query: { from, to } }: Pick<Route, "query">, { dataset, say }: Context): string {
  return say.t("step.leg", { from: say.name(namesOf(dataset, from)), to: say.name(namesOf(dataset, to)) });
}

/** Days, cost and length in one line; each figure keeps to itself in a line from right to left. */
export function totalsText({ totals }: Route, say: Translator): string {
  const figures = [
    ...effortFigures(totals, say),
    say.km(totals.distanceKm),
    say.t("answer.borders", { count: totals.borders }),
    say.t("answer.transfers", { count: totals.transfers }),
  ];
  return joined(figures.map(say.isolate));
}

function endsOf({ legs }: Ride): { from: string; to: string } {
  const last = legs.at(-1) ?? legs[0];
  return { from: legs[0].from, to: last.to };
}

type Span = Pick<Effort, "durationH" | "costUsdPerFeu">;

function sumOf(legs: readonly RouteLeg[]): Span {
  const sum = (key: keyof Span, bound: "min" | "typical" | "max") =>
    legs.reduce((total, leg) => total + leg[key][bound], 0);
  const range = (key: keyof Span) => ({
    min: sum(key, "min"),
    typical: sum(key, "typical"),
    max: sum(key, "max"),
  });
  return { durationH: range("durationH"), costUsdPerFeu: range("costUsdPerFeu") };
}

function effortText(span: Span, say: Translator): string {
  return joined(effortFigures(span, say));
}

function effortFigures({ durationH, costUsdPerFeu }: Span, say: Translator): string[] {
  const days = say.durationRange(durationH);
  if (costUsdPerFeu.max === 0) return [days];
  return [days, `${say.t("answer.cost")}: ${say.usdRange(costUsdPerFeu)}`];
}

function joined(figures: readonly string[]): string {
  return figures.join(" · ");
}
