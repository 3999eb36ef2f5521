import { lazy } from "react";
import type { Position } from "../model/network.ts";
import { Card, PlaceButtons } from "./Card.tsx";
import { useAppState, useTranslator } from "./context.ts";
import { DepositCard } from "./DepositCard.tsx";
import { LegCard } from "./LegCard.tsx";
import { NodeCard } from "./NodeCard.tsx";
import "./records/records.css";

const LaterCard = lazy(() => import("./records/LaterCard.tsx"));

/** The card of what is open: a place, a line, any other record, or a point of the map. */
export default function RecordCard() {
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
  return leg ? <LegCard leg={leg} /> : <LaterCard id={feature} />;
}

function PointCard({ point }: { readonly point: Position }) {
  const { t } = useTranslator();
  const title = point.map((value) => value.toFixed(3)).join(", ");
  return (
    <Card kind={t("type.point")} title={title}>
      <PlaceButtons place={point} />
    </Card>
  );
}
