import { useEffect } from "react";
import { useActions } from "../context.ts";
import { CommitmentCard } from "./CommitmentCard.tsx";
import { EnergyCard } from "./EnergyCard.tsx";
import { ProjectCard } from "./ProjectCard.tsx";
import { EventCard, FactCard } from "./StatementCards.tsx";
import { useRecords } from "./useRecords.ts";

/** The card of a record that the network does not know; a notice where no record has the id. */
export default function LaterCard({ id }: { readonly id: string }) {
  const item = useRecords().byId.get(id);
  const actions = useActions();
  useEffect(() => {
    if (item) return;
    actions.notify({ key: "record.unknownId", values: { id } });
    actions.closeRecord();
  }, [item, id, actions]);
  switch (item?.kind) {
    case "project":
      return <ProjectCard project={item.record} />;
    case "commitment":
      return <CommitmentCard commitment={item.record} />;
    case "energy":
      return <EnergyCard energy={item.record} />;
    case "event":
      return <EventCard event={item.record} />;
    case "fact":
      return <FactCard fact={item.record} />;
    default:
      return null;
  }
}
