import { useAppState } from "./context.ts";
import { RecordList } from "./RecordList.tsx";

/** Every deposit and plant, those without coordinates too. */
export function DepositList() {
  return <RecordList records={useAppState((state) => state.dataset.network.deposits)} />;
}
