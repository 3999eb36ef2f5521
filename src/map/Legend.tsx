import { lazy, Suspense, useState } from "react";
import { useStore } from "zustand";
import type { Store } from "../state/store.ts";
import type { MapTheme } from "./theme.ts";

const PictureLegend = lazy(() => import("./PictureLegend.tsx"));
const LegendList = lazy(() => import("./LegendList.tsx").catch(() => ({ default: Missing })));

interface Props {
  readonly store: Store;
  readonly theme: MapTheme;
}

/** What the signs of the map mean, in the map's own colours; those of an open analysis are always in sight. */
export function Legend(props: Props) {
  const picture = useStore(props.store, (state) => state.local.tools?.picture(state));
  return (
    <div className="legends">
      {picture && (
        <Suspense fallback={null}>
          <PictureLegend picture={picture} theme={props.theme} />
        </Suspense>
      )}
      <MapLegend {...props} />
    </div>
  );
}

/** The list is loaded when it is first opened; a link can ask for it open. */
function MapLegend({ store, theme }: Props) {
  const { t } = useStore(store, (state) => state.local.translator);
  const open = useStore(store, (state) => state.view.parts.legend ?? false);
  const [opened, setOpened] = useState(open);
  return (
    <details className="legend" open={open} onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>{t("legend.title")}</summary>
      {opened && (
        <Suspense fallback={null}>
          <LegendList store={store} theme={theme} />
        </Suspense>
      )}
    </details>
  );
}

function Missing({ store }: Props) {
  const { t } = useStore(store, (state) => state.local.translator);
  return <p role="alert">{t("notice.part")}</p>;
}
