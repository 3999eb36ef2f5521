import type { Dataset } from "../../data/dataset.ts";
import type { Translator } from "../../i18n/translator.ts";
import type { Route, RouteQuery } from "../../model/route.ts";
import { alternativeRoutes, paretoRoutes, withDelays } from "../../routing/analysis.ts";
import type { Graph } from "../../routing/index.ts";
import { closableName } from "../names.ts";
import type { Choice } from "../tools.ts";

/** Routes that really differ, the best one first. */
export function alternativesOf(graph: Graph, query: RouteQuery): readonly Choice[] {
  return alternativeRoutes(withDelays(graph, query), query).map(({ route, by }) => ({
    key: routeKey(route),
    route,
    by,
  }));
}

/** Routes that no other beats in time, price and emissions at once, the quickest first. */
export function tradeoffsOf(graph: Graph, query: RouteQuery): readonly Choice[] {
  return paretoRoutes(withDelays(graph, query), query)
    .map((route) => ({ key: routeKey(route), route, by: [] }))
    .sort((a, b) => a.route.totals.durationH.typical - b.route.totals.durationH.typical);
}

/** What a person calls a route: by what tells it from the others. */
export function choiceName({ by }: Choice, dataset: Dataset, translator: Translator): string {
  const { t, list, country } = translator;
  if (by.length === 0) return t("tool.direct");
  const state = "country:";
  const places = by.map((id) =>
    id.startsWith(state) ? country(id.slice(state.length)) : closableName(dataset, translator, id),
  );
  return t("tool.by", { places: list(places) });
}

/** A short name for the legs of a route: FNV-1a over their ids, 32 bits. */
export function routeKey({ steps }: Route): string {
  let hash = 0x811c9dc5;
  for (const step of steps) {
    if (step.kind !== "leg") continue;
    for (const character of `${step.id} `) {
      hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
    }
  }
  return (hash >>> 0).toString(36).padStart(7, "0");
}
