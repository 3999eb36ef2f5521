import { lazy, Suspense } from "react";
import type { Route, RouteState } from "../model/route.ts";
import { namesOf } from "../state/names.ts";
import { routeLegs, type Snap, selectAnswer } from "../state/selectors.ts";
import { CountryBars } from "./CountryBars.tsx";
import { useActions, useAppState, useTranslator } from "./context.ts";
import { Itinerary } from "./Itinerary.tsx";
import { Later } from "./Later.tsx";
import { NoRouteReason } from "./NoRouteReason.tsx";
import { Disclosure } from "./parts.tsx";

const OnRoute = lazy(() => import("./records/OnRoute.tsx"));

/** It speaks after the route is on the screen. */
const ProofLine = lazy(() => import("./ProofLine.tsx").catch(() => ({ default: Unproved })));

function Unproved() {
  const { t } = useTranslator();
  return (
    <p className="proof" data-proof="failed">
      {t("proof.unavailable")}
    </p>
  );
}

/** The answer to the question: a route, the reason why there is none, or an invitation. */
export function Answer() {
  const { state, snaps } = useAppState(selectAnswer);
  const { t } = useTranslator();
  return (
    <section className="answer" aria-labelledby="answer-title" data-answer={state.status}>
      <h2 id="answer-title" tabIndex={-1}>
        {state.status === "none" ? t("answer.none") : t("answer.title")}
      </h2>
      <p className="visually-hidden" role="status">
        <Summary state={state} />
      </p>
      {snaps.map((snap) => (
        <SnapLine key={snap.node} snap={snap} />
      ))}
      {state.status === "idle" && <p className="hint">{t("answer.idle")}</p>}
      {state.status === "failed" && <p role="alert">{t("answer.failed", { message: state.message })}</p>}
      {state.status === "none" && <NoRouteReason query={state.query} reason={state.reason} />}
      {state.status === "found" && <Found route={state.route} />}
    </section>
  );
}

function Found({ route }: { readonly route: Route }) {
  const actions = useActions();
  const { t } = useTranslator();
  const crossesCaspian = useAppState((state) =>
    routeLegs(selectAnswer(state).state).some((leg) => state.dataset.legById.get(leg.id)?.sea === "caspian"),
  );
  return (
    <>
      <Totals route={route} />
      <Suspense fallback={<div className="proof" data-proof="pending" />}>
        <ProofLine route={route} />
      </Suspense>
      <p className="hint">
        {t("answer.why", { criterion: t(`criterion.${route.query.criterion}`) })}{" "}
        {!crossesCaspian && t("answer.otherWay")}
      </p>
      <CountryBars countries={route.countries} total={route.totals.distanceKm} />
      <div className="row">
        <h3>{t("answer.steps")}</h3>
        <button type="button" className="link" onClick={actions.showRoute}>
          {t("answer.zoom")}
        </button>
      </div>
      <Itinerary route={route} />
      <p className="hint">{t("answer.estimate")}</p>
      <Disclosure title={t("answer.onRoute")}>
        <Later>
          <OnRoute route={route} />
        </Later>
      </Disclosure>
    </>
  );
}

function Totals({ route: { totals } }: { readonly route: Route }) {
  const translator = useTranslator();
  const { t } = translator;
  const figures = [
    [
      t("answer.time"),
      translator.duration(totals.durationH.typical),
      translator.durationRange(totals.durationH),
    ],
    [
      t("answer.cost"),
      translator.usd(totals.costUsdPerFeu.typical),
      translator.usdRange(totals.costUsdPerFeu),
    ],
    [t("answer.distance"), translator.km(totals.distanceKm), ""],
    [
      t("answer.emissions"),
      translator.kg(totals.emissionsKgCo2ePerFeu.typical),
      translator.kgRange(totals.emissionsKgCo2ePerFeu),
    ],
  ] as const;
  return (
    <>
      <dl className="totals">
        {figures.map(([term, typical, range]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              <strong>{typical}</strong>
              {range && <span>{range}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <ul className="counts">
        <li>{t("answer.borders", { count: totals.borders })}</li>
        <li>{t("answer.transfers", { count: totals.transfers })}</li>
        <li>{t("answer.gauges", { count: totals.gaugeChanges })}</li>
      </ul>
    </>
  );
}

/** One sentence for the ear: read aloud when the answer changes. */
function Summary({ state }: { readonly state: RouteState }) {
  const dataset = useAppState((current) => current.dataset);
  const { t, name, duration, km } = useTranslator();
  if (state.status === "none") return t("answer.none");
  if (state.status !== "found") return null;
  const { query, totals } = state.route;
  return t("answer.found", {
    from: name(namesOf(dataset, query.from)),
    to: name(namesOf(dataset, query.to)),
    days: duration(totals.durationH.typical),
    km: km(totals.distanceKm),
    borders: totals.borders,
  });
}

function SnapLine({ snap }: { readonly snap: Snap }) {
  const dataset = useAppState((state) => state.dataset);
  const { t, name, km, isolate } = useTranslator();
  return (
    <p className="hint">
      {t("answer.snapped", {
        point: isolate(snap.point.join(", ")),
        place: name(namesOf(dataset, snap.node)),
        km: km(snap.km),
      })}
    </p>
  );
}
