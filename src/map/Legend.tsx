import { lazy, Suspense, useState } from "react";
import { useStore } from "zustand";
import type { Store } from "../state/store.ts";
import type { MapTheme } from "./theme.ts";

const LegendList = lazy(() => import("./LegendList.tsx").catch(() => ({ default: Missing })));

interface Props {
  readonly store: Store;
  readonly theme: MapTheme;
}

/** What the signs of the map mean, in the map's own colours; those of an open analysis are always in sight. */
export function Legend(props: Props) {
  return (
    <div className="legends">
      <PictureLegend {...props} />
      <MapLegend {...props} />
    </div>
  );
}

function PictureLegend({ store, theme }: Props) {
  const picture = useStore(store, (state) => state.local.tools?.picture(state));
  if (!picture) return null;
  return (
    <div className="legend picture-legend">
      <strong>{picture.title}</strong>
      <ul>
        {picture.legend.map(({ tone, label }) => (
          <li key={tone}>
            <svg width="30" height="14" viewBox="0 0 30 14" aria-hidden="true">
              <line
                x1="2"
                y1="7"
                x2="28"
                y2="7"
                stroke={theme.ramps[picture.ramp][tone] ?? theme.alarm}
                strokeWidth="6"
              />
            </svg>
            {label}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The list is loaded when it is first opened. */
function MapLegend({ store, theme }: Props) {
  const { t } = useStore(store, (state) => state.local.translator);
  const [opened, setOpened] = useState(false);
  return (
    <details className="legend" onToggle={(event) => event.currentTarget.open && setOpened(true)}>
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
