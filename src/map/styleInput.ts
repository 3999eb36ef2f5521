import type { FeatureCollection, Point } from "geojson";
import { present } from "../model/present.ts";
import type { Place } from "../model/route.ts";
import { isUsable } from "../model/rules.ts";
import { namesOf, positionOf, shortName } from "../state/names.ts";
import {
  countryCodes,
  routeLegs,
  selectAnswer,
  selectComparedLines,
  selectRouteLines,
  yearOf,
} from "../state/selectors.ts";
import type { State } from "../state/store.ts";
import { fontFaces, labelFont } from "./fonts.ts";
import type { LaterOverlays, StyleInput } from "./overlays/overlay.ts";
import { importedUrl, sourceUrl } from "./sources.ts";
import type { MapTheme } from "./theme.ts";

/** What the picture needs of the state. */
export function styleInput(state: State, theme: MapTheme, later: LaterOverlays | undefined): StyleInput {
  const { view, dataset, local } = state;
  const { translator } = local;
  const year = yearOf(view, dataset);
  const dormant = dataset.network.legs.filter(
    (leg) => !isUsable(leg, year, "operating", dataset.manifest.networkYear),
  );
  const isPromise = (status: string) => status === "construction" || status === "planned";
  const closed = new Set(view.close);
  const closedLegs = dataset.network.legs.filter(
    (leg) =>
      closed.has(leg.id) ||
      closed.has(leg.line) ||
      (leg.passes ?? []).some((waterway) => closed.has(waterway)),
  );
  const picture = local.tools?.picture(state);
  const named = new Set(
    picture?.points.features.flatMap(({ properties: { id, label } }) => (label ? [id] : [])),
  );
  return {
    theme,
    language: translator.language,
    countryNames: Object.fromEntries(
      [...countryCodes(dataset)].map((code) => [code, translator.country(code)]),
    ),
    avoid: view.avoid,
    layers: view.layers,
    route: selectRouteLines(state),
    compared: selectComparedLines(state),
    ...present({ picture, later }),
    shown: later?.shownIn(view) ?? {},
    stops: stopsOf(state),
    keyNodes: keyNodes(state).filter((id) => !named.has(id)),
    namedByPicture: [...named],
    ends: [view.from, ...view.via, view.to].filter((place) => typeof place === "string"),
    promised: dormant.filter((leg) => isPromise(leg.status)).map((leg) => leg.id),
    unusable: [...dormant.filter((leg) => !isPromise(leg.status)), ...closedLegs].map((leg) => leg.id),
    closedNodes: view.close,
    imported: local.imported
      .filter(({ shown }) => shown)
      .map(({ id, color }) => ({ id, color, url: importedUrl(id) })),
    ...(view.feature ? { selected: view.feature } : {}),
    fontFaces: fontFaces(),
    font: labelFont,
    sourceUrl,
  };
}

function stopsOf({ view, dataset, local }: State): FeatureCollection<Point> {
  const stops: [string, Place | undefined][] = [
    ["from", view.from],
    ...view.via.map((place): [string, Place] => ["via", place]),
    ["to", view.to],
  ];
  return {
    type: "FeatureCollection",
    features: stops.flatMap(([kind, place]) => {
      const position = place && positionOf(dataset, place);
      if (!place || !position) return [];
      return [
        {
          type: "Feature" as const,
          properties: { kind, label: shortName(local.translator.name(namesOf(dataset, place))) },
          geometry: { type: "Point" as const, coordinates: [...position] },
        },
      ];
    }),
  };
}

/** The corridor's gates, named while no route is asked for. */
const corridorGates = ["altynkol", "dostyk", "aktau", "alat", "tbilisi", "poti", "constanta"];

/** Places where the route changes its mode, gauge or truck; its two ends are drawn as stops. */
function keyNodes(state: State): readonly string[] {
  const answer = selectAnswer(state).state;
  if (answer.status === "idle") return corridorGates;
  if (answer.status !== "found") return [];
  const ends = new Set([state.view.from, state.view.to, ...state.view.via]);
  const legs = routeLegs(answer);
  const changes = answer.route.steps.flatMap((step) =>
    step.kind === "transfer" && step.transfer !== "border" ? [step.at] : [],
  );
  const borders = legs.flatMap((leg) => (leg.countries.length > 1 && leg.mode === "rail" ? [leg.from] : []));
  return [...new Set([...changes, ...borders])].filter((id) => !ends.has(id));
}
