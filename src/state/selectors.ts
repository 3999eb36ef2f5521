import type { Feature, FeatureCollection, LineString } from "geojson";
import type { Dataset } from "../data/dataset.ts";
import type { Position } from "../model/network.ts";
import type { Place, RouteLeg, RouteQuery, RouteState, RouteTransfer } from "../model/route.ts";
import type { Scenario } from "../model/view.ts";
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

/** The answer to the question in the view, by the route chosen where there is one; computed once for equal questions. */
export const selectAnswer: (state: State) => Answer = remember(
  ({ view, dataset, local }) =>
    JSON.stringify([questionOf(view, dataset), view.choice, view.choice && local.tools !== undefined]),
  (state): Answer => {
    const chosen = state.view.choice && state.local.tools?.chosenRoute(state);
    if (!chosen) return answerTo(state.view, state);
    return { state: { status: "found", route: chosen }, snaps: placesOf(state.view, state.dataset).snaps };
  },
);

/** The answer to the second question of a comparison. */
export const selectCompared: (state: State) => Answer = remember(
  ({ view, dataset }) => JSON.stringify(view.compare && questionOf(view.compare, dataset)),
  (state): Answer => (state.view.compare ? answerTo(state.view.compare, state) : idle),
);

/** Answers a question. A point off the network stands for the nearest place on it, whatever is avoided. */
export function answerTo(scenario: Scenario, { dataset, graph }: Pick<State, "dataset" | "graph">): Answer {
  const question = questionOf(scenario, dataset);
  if (!question) return idle;
  const { places, snaps, tooFar } = placesOf(scenario, dataset);
  if (tooFar) {
    const reason = { code: "too-far", place: tooFar.join(", "), opens: [] } as const;
    return { state: { status: "none", query: question, reason }, snaps };
  }
  return { state: route(graph, { ...question, ...places }), snaps };
}

/** The question of a scenario by places of the network; undefined where it lacks an end or a point is too far off. */
export function placedQuestion(scenario: Scenario, dataset: Dataset): RouteQuery | undefined {
  const question = questionOf(scenario, dataset);
  const { places, tooFar } = placesOf(scenario, dataset);
  return question && !tooFar ? { ...question, ...places } : undefined;
}

interface Placed {
  readonly places: { readonly from: string; readonly to: string; readonly via: readonly string[] };
  readonly snaps: readonly Snap[];
  readonly tooFar?: Position;
}

function placesOf({ from = "", to = "", via }: Scenario, dataset: Dataset): Placed {
  const snaps: Snap[] = [];
  let tooFar: Position | undefined;
  const idOf = (place: Place): string => {
    if (typeof place === "string") return place;
    const nearest = snapToNode(dataset.network, place);
    if (nearest) snaps.push({ point: place, node: nearest.id, km: nearest.distanceKm });
    else tooFar ??= place;
    return nearest?.id ?? "";
  };
  const places = { from: idOf(from), to: idOf(to), via: via.map(idOf) };
  return { places, snaps, ...(tooFar && { tooFar }) };
}

/** The legs of the found route as drawn, in travel order, for the map. */
export const selectRouteLines: (state: State) => FeatureCollection<LineString> = remember(
  (state) => selectAnswer(state),
  (state) => linesOf(selectAnswer(state), state.dataset),
);

/** The legs of the second route of a comparison as drawn. */
export const selectComparedLines: (state: State) => FeatureCollection<LineString> = remember(
  (state) => selectCompared(state),
  (state) => linesOf(selectCompared(state), state.dataset),
);

function linesOf({ state }: Answer, dataset: Dataset): FeatureCollection<LineString> {
  return { type: "FeatureCollection", features: routeLegs(state).map((leg) => lineOf(leg, dataset)) };
}

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
    isFlowEnd: (id) => isPlace(id) || /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id),
    isRecord: (id) => id.length <= 80 && /^[a-z0-9]+(?:[-_.][a-z0-9]+)*$/.test(id),
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

export function yearOf(view: Pick<Scenario, "year">, dataset: Dataset): number {
  return view.year ?? dataset.manifest.networkYear;
}

function questionOf(scenario: Scenario, dataset: Dataset): RouteQuery | undefined {
  const { from, to, via, criterion } = scenario;
  return from && to ? { ...conditionsOf(scenario, dataset), from, to, via, criterion } : undefined;
}

/** What a question holds to, without its places and its criterion. */
export function conditionsOf(
  scenario: Scenario,
  dataset: Dataset,
): Omit<RouteQuery, "from" | "to" | "via" | "criterion"> {
  const { avoid, close, slow, modes, status } = scenario;
  return { avoid, close, slow, modes, year: yearOf(scenario, dataset), status };
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
export function remember<S, K, V>(keyOf: (state: S) => K, compute: (state: S) => V): (state: S) => V {
  let last: { key: K; value: V } | undefined;
  return (state) => {
    const key = keyOf(state);
    if (!last || last.key !== key) last = { key, value: compute(state) };
    return last.value;
  };
}
