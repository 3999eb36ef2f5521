import type { RecordBook } from "../../data/records/book.ts";
import { encodeView } from "../../state/encodeView.ts";
import { useActions, useAppState, useTranslator } from "../context.ts";
import { SourceList } from "../SourceList.tsx";

/** The end of every card: its sources and the link that opens it again. */
export function CardFoot({ id, sources }: { readonly id: string; readonly sources?: readonly string[] }) {
  return (
    <>
      {sources && <SourceList ids={sources} />}
      <PermanentLink id={id} />
    </>
  );
}

function PermanentLink({ id }: { readonly id: string }) {
  const view = useAppState((state) => state.view);
  const { t } = useTranslator();
  return (
    <p>
      <a data-permanent href={encodeView({ ...view, feature: id })}>
        {t("record.permanent")}
      </a>
    </p>
  );
}

/** Starts a reach from a place: everything that can be had from it within some days. */
export function ReachButton({ place }: { readonly place: string }) {
  const actions = useActions();
  const { t } = useTranslator();
  return (
    <p className="buttons">
      <button
        type="button"
        onClick={() => {
          actions.choosePlace("from", place);
          actions.openTool("reach");
        }}
      >
        {t("record.reach")}
      </button>
    </p>
  );
}

/** A warning where a founding fact that other sources contradict is carried by the record. */
export function DisputedNote({ id, book }: { readonly id: string; readonly book: RecordBook }) {
  const { t } = useTranslator();
  const isDisputed = book.linksTo(id).some((item) => item.kind === "fact" && item.record.disputed === true);
  return isDisputed ? (
    <p className="disputed" data-disputed>
      {t("record.disputed")}
    </p>
  ) : null;
}
