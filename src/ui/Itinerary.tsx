import type { Route, RouteLeg, RouteTransfer } from "../model/route.ts";
import { type Mode, modes } from "../model/vocabulary.ts";
import { closableName, legName, namesOf } from "../state/names.ts";
import { type Ride, ridesOf } from "../state/selectors.ts";
import { useActions, useAppState, useTranslator } from "./context.ts";
import { FactorNote } from "./FactorNote.tsx";
import { Icon } from "./Icon.tsx";
import { SourceList } from "./SourceList.tsx";

/** The route in travel order: rides with their legs, and what happens between them. */
export function Itinerary({ route }: { readonly route: Route }) {
  return (
    <ol className="itinerary">
      {ridesOf(route.steps).map((item, index) =>
        item.kind === "ride" ? (
          <RideRow key={`${index}-${item.legs[0].id}`} ride={item} />
        ) : (
          <TransferRow key={`${index}-${item.at}`} transfer={item} />
        ),
      )}
    </ol>
  );
}

function RideRow({ ride }: { readonly ride: Ride }) {
  const dataset = useAppState((state) => state.dataset);
  const actions = useActions();
  const translator = useTranslator();
  const { t, km, duration } = translator;
  const last = ride.legs.at(-1) ?? ride.legs[0];
  const title = legName(dataset, translator, { from: ride.legs[0].from, to: last.to });
  const length = ride.legs.reduce((sum, leg) => sum + leg.distanceKm, 0);
  const hours = ride.legs.reduce((sum, leg) => sum + leg.durationH.typical, 0);
  return (
    <li className={`ride ride-${ride.mode}`}>
      <button
        type="button"
        className="ride-title"
        aria-label={t("step.show", { name: title })}
        onClick={() => actions.show(ride.legs.map((leg) => leg.id))}
      >
        <Icon name={ride.mode} />
        <bdi>{title}</bdi>
      </button>
      <p className="figures">
        {t(`mode.${ride.mode}`)} · {km(length)} · {duration(hours)}
      </p>
      <details>
        <summary>{t("step.legs", { count: ride.legs.length })}</summary>
        <ol className="legs">
          {ride.legs.map((leg) => (
            <LegRow key={leg.id} leg={leg} />
          ))}
        </ol>
      </details>
    </li>
  );
}

function LegRow({ leg }: { readonly leg: RouteLeg }) {
  const dataset = useAppState((state) => state.dataset);
  const actions = useActions();
  const translator = useTranslator();
  const { t, km, country, durationRange } = translator;
  const countries = leg.countries.map(({ code, km: length }) => `${country(code)} ${km(length)}`);
  return (
    <li data-leg-id={leg.id}>
      <button
        type="button"
        className="link"
        onClick={() => {
          actions.openRecord(leg.id);
          actions.show([leg.id]);
        }}
      >
        <bdi>{legName(dataset, translator, leg)}</bdi>
      </button>
      <p className="figures">
        {km(leg.distanceKm)} · {durationRange(leg.durationH)} · {translator.list(countries)}
        {leg.status !== "operating" && <em> · {t("answer.promised")}</em>}
      </p>
      <SourceList ids={leg.sources} />
      <FactorNote ids={leg.factors} />
    </li>
  );
}

function TransferRow({ transfer }: { readonly transfer: RouteTransfer }) {
  const dataset = useAppState((state) => state.dataset);
  const actions = useActions();
  const translator = useTranslator();
  const { t, name, country, durationRange, usd } = translator;
  const place = name(namesOf(dataset, transfer.at));
  const word = (value: string) =>
    transfer.transfer === "border" ? country(value) : isMode(value) ? t(`mode.${value}`) : value;
  const change = { before: word(transfer.before), after: word(transfer.after) };
  const between = {
    gauge: () => t("step.gauge.mm", change),
    border: () => t("step.border.countries", change),
    delay: () => t("step.delay.of", { name: closableName(dataset, translator, transfer.before) }),
    port: () => t("step.port.modes", change),
    "road-rail": () => t("step.port.modes", change),
  }[transfer.transfer]();
  return (
    <li className={`transfer transfer-${transfer.transfer}`}>
      <button
        type="button"
        className="ride-title"
        onClick={() => {
          actions.openRecord(transfer.at);
          actions.show([transfer.at]);
        }}
      >
        {transfer.transfer === "border" ? (
          <Icon name="border" size={16} />
        ) : (
          <Icon name="transfer" size={16} />
        )}
        <bdi>{t(`step.${transfer.transfer}`, { place })}</bdi>
      </button>
      <p className="figures">
        {between} · {durationRange(transfer.durationH)}
        {transfer.costUsdPerFeu.typical > 0 && <> · {usd(transfer.costUsdPerFeu.typical)}</>}
      </p>
      {transfer.factors.length > 0 && <FactorNote ids={transfer.factors} />}
    </li>
  );
}

function isMode(value: string): value is Mode {
  return modes.some((mode) => mode === value);
}
