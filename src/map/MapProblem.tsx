import { useStore } from "zustand";
import type { Store } from "../state/store.ts";

interface Props {
  readonly store: Store;
  /** Whether the graphics were lost, or cannot be had at all. */
  readonly lost: boolean;
  readonly restart: () => void;
}

/** Says that the map cannot be drawn, and what can be done about it. */
export function MapProblem({ store, lost, restart }: Props) {
  const { t, direction } = useStore(store, ({ local }) => local.translator);
  const offersLists = useStore(store, ({ view, local }) => view.interactive && local.panel !== "open");
  return (
    <div className="map-problem" role="alert" dir={direction}>
      <div>
        <p>{t(lost ? "map.lost" : "map.noWebgl")}</p>
        <div className="buttons">
          {!lost && offersLists && (
            <button type="button" onClick={() => store.actions.setPanel("open")}>
              {t("app.panel.open")}
            </button>
          )}
          <button type="button" onClick={restart}>
            {t("map.restore")}
          </button>
        </div>
      </div>
    </div>
  );
}
