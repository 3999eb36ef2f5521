import type { Feature, FeatureCollection, LineString } from "geojson";
import type { Dataset } from "../data/dataset.ts";
import type { Position } from "../model/network.ts";
import type { RouteLeg, RouteQuery, RouteState, RouteTransfer } from "../model/route.ts";
import type { View } from "../model/view.ts";
import { closableWaterways, highSeas } from "../model/vocabulary.ts";
import { route, snapToNode } from "../routing/index.ts";
import type { KnownIds } from "./linkValues.ts";
import type { State } from "./store.ts";

/** A point of the question that is off the network, and the place the route uses instead. */
export interface Snap {
  readonly point: Position;
  readonly node: string;
  readonly km: number;
}

export interface Answer {
  readonly state: RouteState;
  readonly snaps: readonly Snap[];
}

const idle: Answer = { state: { status: "idle" }, snaps: [] };

/** The answer to the question in the view; computed once for equal questions. */
export const selectAnswer: (state: State) => Answer = remember(
  ({ view, dataset }) => JSON.stringify(questionOf(view, dataset)),
  answerTo,
);

/** Answers the question of a view. A point off the network stands for the nearest place on it, whatever is avoided. */
export function answerTo({ view, dataset, graph }: Pick<State, "view" | "dataset" | "graph">): Answer {
  const question = questionOf(view, dataset);
  if (!question) return idle;
  const snaps: Snap[] = [];
  const places: string[] = [];
  for (const place of [question.from, question.to, ...question.via]) {
    if (typeof place === "string") {
      places.push(place);
      continue;
    }
    const nearest = snapToNode(dataset.network, place);
    if (!nearest) {
      const reason = { code: "too-far", place: place.join(", "), opens: [] } as const;
      return { state: { status: "none", query: question, reason }, snaps };
    }
    snaps.push({ point: place, node: nearest.id, km: nearest.distanceKm });
    places.push(nearest.id);
  }
  const [from = "", to = "", ...via] = places;
  return { state: route(graph, { ...question, from, to, via }), snaps };
}

/** The legs of the found route as drawn, in travel order, for the map. */
export const selectRouteLines: (state: State) => FeatureCollection<LineString> = remember(
  (state) => selectAnswer(state),
  (state): FeatureCollection<LineString> => ({
    type: "FeatureCollection",
    features: routeLegs(selectAnswer(state).state).map((leg) => lineOf(leg, state.dataset)),
  }),
);

export function routeLegs(state: RouteState): readonly RouteLeg[] {
  return state.status === "found" ? state.route.steps.filter((step) => step.kind === "leg") : [];
}

/** A stretch by one mode between two transfers, as a person reads an itinerary. */
export interface Ride {
  readonly kind: "ride";
  readonly mode: RouteLeg["mode"];
  readonly legs: readonly [RouteLeg, ...RouteLeg[]];
}

/** Joins neighbouring legs of one mode into rides; transfers stay between them. */
export function ridesOf(steps: readonly (RouteLeg | RouteTransfer)[]): readonly (Ride | RouteTransfer)[] {
  const rides: (Ride | RouteTransfer)[] = [];
  for (const step of steps) {
    const last = rides.at(-1);
    if (step.kind === "transfer") rides.push(step);
    else if (last?.kind === "ride" && last.mode === step.mode)
      rides[rides.length - 1] = { ...last, legs: [...last.legs, step] };
    else rides.push({ kind: "ride", mode: step.mode, legs: [step] });
  }
  return rides;
}

/** Codes that ISO 3166-1 leaves to private use, and unions of states, which `Intl` names too. */
const noState = /^(?:AA|Q[M-Z]|X[A-JL-Z]|ZZ|EU|EZ|UN)$/;

/** What a link may name, by the data at hand. */
export function knownIds(dataset: Dataset): KnownIds {
  const lines = new Set(dataset.network.legs.map((leg) => leg.line));
  const regions = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const waterways: readonly string[] = closableWaterways;
  const isPlace = (id: string) => dataset.nodeById.has(id) || dataset.depositById.has(id);
  return {
    isPlace,
    isClosable: (id) => isPlace(id) || dataset.legById.has(id) || lines.has(id) || waterways.includes(id),
    isRecord: (id) => isPlace(id) || dataset.legById.has(id),
    isCountry: (code) => /^[A-Z]{2}$/.test(code) && !noState.test(code) && regions.of(code) !== undefined,
  };
}

/** Every state the network touches, for the list of countries to avoid. */
export function countryCodes(dataset: Dataset): ReadonlySet<string> {
  return new Set(
    [
      ...dataset.network.nodes.flatMap((node) => node.country ?? []),
      ...dataset.network.legs.flatMap((leg) => leg.countries.map((country) => country.code)),
    ].filter((code) => code !== highSeas),
  );
}

export function yearOf(view: View, dataset: Dataset): number {
  return view.year ?? dataset.manifest.networkYear;
}

function questionOf(view: View, dataset: Dataset): RouteQuery | undefined {
  if (!view.from || !view.to) return undefined;
  return {
    from: view.from,
    to: view.to,
    via: view.via,
    avoid: view.avoid,
    close: view.close,
    modes: view.modes,
    criterion: view.criterion,
    year: yearOf(view, dataset),
    status: view.status,
  };
}

function lineOf(leg: RouteLeg, dataset: Dataset): Feature<LineString> {
  const course = dataset.courseById.get(leg.id) ?? [];
  return {
    type: "Feature",
    properties: { id: leg.id, mode: leg.mode, status: leg.status },
    geometry: {
      type: "LineString",
      coordinates: (leg.reversed ? [...course].reverse() : [...course]) as number[][],
    },
  };
}

/** Remembers the last value for the last key. */
function remember<K, V>(keyOf: (state: State) => K, compute: (state: State) => V): (state: State) => V {
  let last: { key: K; value: V } | undefined;
  return (state) => {
    const key = keyOf(state);
    if (!last || last.key !== key) last = { key, value: compute(state) };
    return last.value;
  };
}
