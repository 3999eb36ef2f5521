import { lazy } from "react";
import type { RouteState } from "../model/route.ts";
import { namesOf, shortName } from "../state/names.ts";
import { selectAnswer } from "../state/selectors.ts";
import { useAppState, useTranslator } from "./context.ts";
import { Later } from "./Later.tsx";
import { RecordSearch } from "./RecordSearch.tsx";
import "./styles/embed.css";
import { useScale } from "./useScale.ts";

const RecordCard = lazy(() => import("./RecordCard.tsx"));

/**
 * The one line over the map of a frame: from where to where, how long, how far. Where the link asks for a search, it
 * stands there too, and what is found or clicked opens its card; else nothing lies on the map.
 */
export default function EmbedTitle() {
  const state = useAppState((current) => selectAnswer(current).state);
  const searches = useAppState(({ view }) => view.interactive && view.parts.search === true);
  const opened = useAppState(({ view }) => view.feature !== undefined);
  const { t } = useTranslator();
  useScale();
  return (
    <>
      <header className="embed-title">
        <h1 role="status">
          {state.status === "found" ? (
            <Summary route={state.route} />
          ) : (
            t(state.status === "none" ? "answer.none" : "app.title")
          )}
        </h1>
        {searches && <RecordSearch />}
      </header>
      {searches && opened && (
        <div className="embed-card">
          <Later>
            <RecordCard />
          </Later>
        </div>
      )}
    </>
  );
}

function Summary({ route }: { readonly route: Extract<RouteState, { status: "found" }>["route"] }) {
  const dataset = useAppState((current) => current.dataset);
  const { t, name, duration, km } = useTranslator();
  const [from, to] = [route.query.from, route.query.to].map((place) => name(namesOf(dataset, place)));
  const days = duration(route.totals.durationH.typical);
  const distance = km(route.totals.distanceKm);
  const { borders } = route.totals;
  return (
    <>
      <span className="visually-hidden">
        {t("answer.found", { from: from ?? "", to: to ?? "", days, km: distance, borders })}
      </span>
      <span aria-hidden="true">
        <bdi>{shortName(from ?? "")}</bdi> <span className="mirrored arrow">→</span>{" "}
        <bdi>{shortName(to ?? "")}</bdi>
      </span>
      <span aria-hidden="true" className="embed-figures">
        <bdi>{days}</bdi> · <bdi>{distance}</bdi>
      </span>
    </>
  );
}
