import { useAppState } from "./context.ts";
import { RecordList } from "./RecordList.tsx";

/** Every seaport of the network. */
export default function PortList() {
  const nodes = useAppState((state) => state.dataset.network.nodes);
  return <RecordList records={nodes.filter((node) => node.type === "seaport")} />;
}
