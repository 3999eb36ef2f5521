import { type ComponentType, lazy, type ReactNode, useState } from "react";
import { useStore } from "zustand";
import type { Store } from "../state/store.ts";
import type { MapTheme } from "./theme.ts";

const PictureLegend = lazy(() => import("./PictureLegend.tsx"));
const LegendList = lazy(() => import("./LegendList.tsx"));

interface Props {
  readonly store: Store;
  readonly theme: MapTheme;
  /** Holds what is loaded when it is first shown. */
  readonly Later: ComponentType<{ readonly children: ReactNode }>;
}

/** What the signs of the map mean, in the map's own colours; those of an open analysis are always in sight. */
export function Legend(props: Props) {
  const { store, theme, Later } = props;
  const picture = useStore(store, (state) => state.local.tools?.picture(state));
  return (
    <div className="legends">
      {picture && (
        <Later>
          <PictureLegend picture={picture} theme={theme} />
        </Later>
      )}
      <MapLegend {...props} />
    </div>
  );
}

/** The list is loaded when it is first opened; a link can ask for it open. */
function MapLegend({ store, theme, Later }: Props) {
  const { t } = useStore(store, (state) => state.local.translator);
  const open = useStore(store, (state) => state.view.parts.legend ?? false);
  const [opened, setOpened] = useState(open);
  return (
    <details className="legend" open={open} onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>{t("legend.title")}</summary>
      {opened && (
        <Later>
          <LegendList store={store} theme={theme} />
        </Later>
      )}
    </details>
  );
}
