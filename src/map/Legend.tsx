import { useStore } from "zustand";
import type { MessageKey } from "../i18n/translator.ts";
import type { Store } from "../state/store.ts";
import type { MapTheme } from "./theme.ts";

type Swatch = "band" | "line" | "broken" | "dash" | "dots" | "ring" | "diamond" | "hatch";

const items: readonly {
  readonly key: MessageKey;
  readonly swatch: Swatch;
  readonly color: Exclude<keyof MapTheme, "ramps">;
}[] = [
  { key: "legend.corridor", swatch: "band", color: "corridor" },
  { key: "legend.route", swatch: "band", color: "route" },
  { key: "legend.compared", swatch: "band", color: "compared" },
  { key: "legend.rail1520", swatch: "line", color: "rail1520" },
  { key: "legend.rail1435", swatch: "line", color: "rail1435" },
  { key: "legend.schematic", swatch: "broken", color: "rail1520" },
  { key: "legend.sea", swatch: "dash", color: "lane" },
  { key: "legend.ferry", swatch: "dots", color: "ferry" },
  { key: "legend.promised", swatch: "dash", color: "promised" },
  { key: "legend.closed", swatch: "dash", color: "closed" },
  { key: "legend.port", swatch: "ring", color: "port" },
  { key: "legend.deposit", swatch: "diamond", color: "deposit" },
  { key: "legend.avoided", swatch: "hatch", color: "avoidedFill" },
];

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
              {draw("band", theme.ramps[picture.ramp][tone] ?? theme.alarm, theme.pointFill)}
            </svg>
            {label}
          </li>
        ))}
      </ul>
    </div>
  );
}

function MapLegend({ store, theme }: Props) {
  const { t } = useStore(store, (state) => state.local.translator);
  return (
    <details className="legend">
      <summary>{t("legend.title")}</summary>
      <ul>
        {items.map(({ key, swatch, color }) => (
          <li key={key}>
            <svg width="30" height="14" viewBox="0 0 30 14" aria-hidden="true">
              {draw(swatch, theme[color], theme.pointFill)}
            </svg>
            {t(key)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function draw(swatch: Swatch, color: string, fill: string) {
  const line = (width: number, dashes?: string) => (
    <line x1="2" y1="7" x2="28" y2="7" stroke={color} strokeWidth={width} strokeDasharray={dashes} />
  );
  switch (swatch) {
    case "band":
      return line(6);
    case "line":
      return line(2);
    case "broken":
      return line(2, "8 2");
    case "dash":
      return line(2, "6 4");
    case "dots":
      return line(2.5, "2.5 2.5");
    case "ring":
      return <circle cx="15" cy="7" r="4" fill={fill} stroke={color} strokeWidth="2" />;
    case "diamond":
      return <path d="M15 2l5 5-5 5-5-5z" fill={color} />;
    case "hatch":
      return <path d="M4 13 15 1M12 13 23 1M20 13 29 3" stroke={color} strokeWidth="2" opacity="0.7" />;
  }
}
