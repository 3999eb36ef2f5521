import { useStore } from "zustand";
import type { Store } from "../state/store.ts";
import { type Sign, signsOfMap, signsOfPicture } from "./signs.ts";
import type { MapTheme } from "./theme.ts";

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
      <SignList signs={signsOfPicture(picture, theme)} paper={theme.pointFill} />
    </div>
  );
}

function MapLegend({ store, theme }: Props) {
  const translator = useStore(store, (state) => state.local.translator);
  return (
    <details className="legend">
      <summary>{translator.t("legend.title")}</summary>
      <SignList signs={signsOfMap(translator, theme)} paper={theme.pointFill} />
    </details>
  );
}

function SignList({ signs, paper }: { readonly signs: readonly Sign[]; readonly paper: string }) {
  return (
    <ul>
      {signs.map(({ label, color, swatch }) => (
        <li key={label}>
          <svg width="30" height="14" viewBox="0 0 30 14" aria-hidden="true">
            <path
              d={swatch.path}
              fill={swatch.filled ? (swatch.filled === "paper" ? paper : color) : "none"}
              stroke={swatch.width ? color : "none"}
              strokeWidth={swatch.width}
              strokeDasharray={swatch.dashes}
              opacity={swatch.opacity}
            />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
