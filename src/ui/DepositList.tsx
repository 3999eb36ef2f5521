import { isShown } from "../data/records/filter.ts";
import { useAppState } from "./context.ts";
import { RecordList } from "./RecordList.tsx";
import { useNarrowing } from "./records/useNarrowing.ts";
import { useRecords } from "./records/useRecords.ts";

/** Every deposit and plant that the filter leaves, those without coordinates too. */
export default function DepositList() {
  const deposits = useAppState((state) => state.dataset.network.deposits);
  const narrowing = useNarrowing();
  const book = useRecords();
  const left = deposits.filter(({ id }) => {
    const item = book.byId.get(id);
    return item !== undefined && isShown(item, narrowing, book);
  });
  return <RecordList records={left} />;
}
