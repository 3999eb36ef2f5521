import type { NodeFeature } from "../data/dataset.ts";
import type { Names, Node } from "../model/network.ts";
import { interfaceLanguages } from "../model/vocabulary.ts";
import { Card, CloseButton, FactTerm, PlaceButtons, Term } from "./Card.tsx";
import { useTranslator } from "./context.ts";
import { Figures } from "./Figures.tsx";
import { Later } from "./Later.tsx";
import { CardFoot, ReachButton } from "./records/CardFoot.tsx";
import { RecordLinks } from "./records/RecordLinks.tsx";
import { SlowField } from "./SlowField.tsx";
import { useFeature } from "./useFile.ts";

/** A place of the network, with what the full data know of it. */
export function NodeCard({ node }: { readonly node: Node }) {
  const record = useFeature<NodeFeature>("nodes.geojson", node.id);
  const { t, name, country } = useTranslator();
  return (
    <Card id={node.id} kind={t(`type.${node.type}`)} title={name(node.names)}>
      {node.type !== "waypoint" && node.type !== "access" && <PlaceButtons place={node.id} />}
      <CloseButton id={node.id} />
      <SlowField id={node.id} />
      <ReachButton place={node.id} />
      <dl className="facts">
        <Term name={t("record.country")}>{node.country && country(node.country)}</Term>
        <Term name={t("record.unlocode")}>{node.unlocode}</Term>
        <Term name={t("record.gauge")}>
          {node.gauges?.map((mm) => t("record.gauge.mm", { mm })).join(" · ")}
        </Term>
        {record && node.type === "seaport" && (
          <>
            <FactTerm name={t("record.capacity")} fact={record.properties.capacity} />
            <FactTerm name={t("record.draft")} fact={record.properties.draft} />
          </>
        )}
        <Term name={t("record.localNames")}>{record && <LocalNames names={record.properties.names} />}</Term>
        <Term name={t("record.status")}>{node.status && t(`status.${node.status}`)}</Term>
      </dl>
      <Figures id={node.id} />
      <Later>
        <RecordLinks id={node.id} />
      </Later>
      <CardFoot id={node.id} {...(record && { sources: record.properties.sources })} />
    </Card>
  );
}

/** The names in languages the interface does not speak, each in its own. */
function LocalNames({ names }: { readonly names: Names }) {
  const spoken: readonly string[] = interfaceLanguages;
  const others = Object.entries(names).filter(([language]) => !spoken.includes(language));
  return (
    <ul className="local-names">
      {others.map(([language, name]) => (
        <li key={language} lang={language} dir="auto">
          {name}
        </li>
      ))}
    </ul>
  );
}
