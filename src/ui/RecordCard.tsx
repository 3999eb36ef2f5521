import { X } from "lucide-react";
import type { ReactNode } from "react";
import type { Deposit, Leg, Node, Position } from "../model/network.ts";
import type { Place } from "../model/route.ts";
import { legName, namesOf } from "../state/names.ts";
import { useActions, useAppState, useTranslator } from "./context.ts";
import { DepositDetails } from "./DepositDetails.tsx";
import { Figures } from "./Figures.tsx";
import { IconButton } from "./parts.tsx";
import { SourceList } from "./SourceList.tsx";

/** The card of what is open: a place, a line, a deposit or a point of the map. */
export function RecordCard() {
  const feature = useAppState((state) => state.view.feature);
  const point = useAppState((state) => state.local.point);
  const dataset = useAppState((state) => state.dataset);
  if (point) return <PointCard point={point} />;
  if (feature === undefined) return null;
  const node = dataset.nodeById.get(feature);
  if (node) return <NodeCard node={node} />;
  const deposit = dataset.depositById.get(feature);
  if (deposit) return <DepositCard deposit={deposit} />;
  const leg = dataset.legById.get(feature);
  return leg ? <LegCard leg={leg} /> : null;
}

function Card({
  id,
  kind,
  title,
  children,
}: {
  id: string;
  kind: string;
  title: string;
  children: ReactNode;
}) {
  const actions = useActions();
  const { t } = useTranslator();
  return (
    <section className="record" data-record-id={id} aria-label={title}>
      <div className="row">
        <p className="kind">{kind}</p>
        <IconButton label={t("record.close")} onClick={actions.closeRecord}>
          <X size={18} aria-hidden="true" />
        </IconButton>
      </div>
      <h2>
        <bdi>{title}</bdi>
      </h2>
      {children}
    </section>
  );
}

function PointCard({ point }: { readonly point: Position }) {
  const { t } = useTranslator();
  const title = point.map((value) => value.toFixed(3)).join(", ");
  return (
    <Card id="point" kind={t("record.point")} title={title}>
      <PlaceButtons place={point} />
    </Card>
  );
}

function NodeCard({ node }: { readonly node: Node }) {
  const { t, name, country } = useTranslator();
  return (
    <Card id={node.id} kind={t(`type.${node.type}`)} title={name(node.names)}>
      {node.type !== "waypoint" && node.type !== "access" && <PlaceButtons place={node.id} />}
      <CloseButton id={node.id} />
      <dl className="facts">
        <Term name={t("record.country")}>{node.country && country(node.country)}</Term>
        <Term name={t("record.unlocode")}>{node.unlocode}</Term>
        <Term name={t("record.gauge")}>
          {node.gauges?.map((mm) => t("record.gauge.mm", { mm })).join(" · ")}
        </Term>
        <Term name={t("record.status")}>{node.status && t(`status.${node.status}`)}</Term>
      </dl>
      <Figures id={node.id} />
      <SourceList ids={node.sources} />
    </Card>
  );
}

function LegCard({ leg }: { readonly leg: Leg }) {
  const dataset = useAppState((state) => state.dataset);
  const translator = useTranslator();
  const { t, name, country, km, year, list } = translator;
  const title = leg.names ? name(leg.names) : legName(dataset, translator, leg);
  return (
    <Card id={leg.id} kind={t(`mode.${leg.mode}`)} title={title}>
      {leg.names && <p>{legName(dataset, translator, leg)}</p>}
      <CloseButton id={leg.line} />
      <dl className="facts">
        <Term name={t("record.status")}>{t(`status.${leg.status}`)}</Term>
        <Term name={t("record.length")}>
          {km(leg.lengthKm)} ({t(`record.length.${leg.lengthBasis}`)})
        </Term>
        <Term name={t("record.gauge")}>{leg.gauge && t("record.gauge.mm", { mm: leg.gauge })}</Term>
        <Term name={t("record.tracks")}>
          {leg.tracks ?? (leg.mode === "rail" ? t("record.unknown") : undefined)}
        </Term>
        <Term name={t("record.traction")}>
          {leg.traction
            ? t(`record.traction.${leg.traction}`)
            : leg.mode === "rail"
              ? t("record.unknown")
              : undefined}
        </Term>
        <Term name={t("record.opened")}>{leg.opened && year(leg.opened)}</Term>
        <Term name={t("record.expected")}>{leg.expected && year(leg.expected)}</Term>
        <Term name={t("record.closed")}>{leg.closed && year(leg.closed)}</Term>
        <Term name={t("record.quality")}>{t(`quality.${leg.quality}`)}</Term>
        <Term name={t("record.passes")}>
          {leg.passes && list(leg.passes.map((waterway) => t(`waterway.${waterway}`)))}
        </Term>
        <Term name={t("answer.countries")}>
          {list(leg.countries.map((item) => `${country(item.code)} ${km(item.km)}`))}
        </Term>
      </dl>
      {leg.note && (
        <p className="hint" lang="en" dir="ltr">
          {leg.note}
        </p>
      )}
      <Figures id={leg.line} />
      <SourceList ids={leg.sources} />
    </Card>
  );
}

function DepositCard({ deposit }: { readonly deposit: Deposit }) {
  const { t, name, country } = useTranslator();
  return (
    <Card id={deposit.id} kind={t("type.deposit")} title={name(deposit.names)}>
      {deposit.routable ? <PlaceButtons place={deposit.id} /> : <p className="hint">{t("record.noRoute")}</p>}
      <dl className="facts">
        <Term name={t("record.country")}>{country(deposit.country)}</Term>
        <Term name={t("record.stage")}>{t(`stage.${deposit.stage}`)}</Term>
      </dl>
      <DepositDetails deposit={deposit} />
      <SourceList ids={deposit.sources} />
    </Card>
  );
}

function Term({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  if (children === undefined || children === "" || children === 0) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function PlaceButtons({ place }: { readonly place: Place }) {
  const actions = useActions();
  const dataset = useAppState((state) => state.dataset);
  const { t, name } = useTranslator();
  const title = name(namesOf(dataset, place));
  return (
    <p className="buttons">
      {(["from", "to", "via"] as const).map((slot) => (
        <button
          key={slot}
          type="button"
          aria-label={`${t(`record.${slot}`)}: ${title}`}
          onClick={() => actions.choosePlace(slot, place)}
        >
          {t(`record.${slot}`)}
        </button>
      ))}
    </p>
  );
}

function CloseButton({ id }: { readonly id: string }) {
  const closed = useAppState((state) => state.view.close.includes(id));
  const actions = useActions();
  const { t } = useTranslator();
  return (
    <p className="buttons">
      <button type="button" aria-pressed={closed} onClick={() => actions.toggleClosed(id)}>
        {t(closed ? "record.reopen" : "record.shut")}
      </button>
    </p>
  );
}
