import { pictureSides } from "../../export/exports.ts";
import { languages } from "../../i18n/languages.ts";
import { present } from "../../model/present.ts";
import {
  type PanelState,
  type PartId,
  panelStates,
  type Theme,
  themes,
  type View,
} from "../../model/view.ts";
import { useTranslator } from "../context.ts";

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Parts of a frame that are there or not; its legend can be folded too. */
const checkedParts = ["zoomControls", "scaleBar", "search", "share"] as const satisfies readonly PartId[];

/** Everything a link can say about a frame. */
export function EmbedOptions({
  view,
  onChange,
  size,
  onResize,
}: {
  readonly view: View;
  readonly onChange: (change: Partial<View>) => void;
  readonly size: Size;
  readonly onResize: (size: Size) => void;
}) {
  const { t } = useTranslator();
  const { parts, interactive, cooperativeGestures, playback } = view;
  const hasPanel = (view.panels ?? "none") !== "none";
  const isUsual = { zoomControls: true, scaleBar: true, search: hasPanel, share: false };
  const change = (values: Partial<Record<keyof View, unknown>>) =>
    onChange({ ...present({ ...chosenIn(view), ...values }) } as Partial<View>);
  return (
    <div className="embed-options">
      <div className="fields">
        {(["width", "height"] as const).map((side) => (
          <label key={side}>
            <span>{t(`share.${side}`)}</span>
            <input
              type="number"
              min={pictureSides.least}
              max={pictureSides.most}
              value={size[side]}
              onChange={(event) => {
                const { valueAsNumber, validity } = event.currentTarget;
                if (validity.valid && valueAsNumber > 0) onResize({ ...size, [side]: valueAsNumber });
              }}
            />
          </label>
        ))}
        <label>
          <span>{t("share.panels")}</span>
          <select
            value={view.panels ?? "none"}
            onChange={(event) => change({ panels: event.currentTarget.value as PanelState })}
          >
            {panelStates.map((state) => (
              <option key={state} value={state}>
                {t(`share.panels.${state}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t("share.part.legend")}</span>
          <select
            value={parts.legend === undefined ? "" : Number(parts.legend)}
            onChange={({ currentTarget: { value } }) =>
              change({ parts: present({ ...parts, legend: value === "" ? undefined : value === "1" }) })
            }
          >
            <option value="">{t("share.legend.folded")}</option>
            <option value="1">{t("share.legend.open")}</option>
            <option value="0">{t("share.legend.none")}</option>
          </select>
        </label>
        <label>
          <span>{t("app.theme")}</span>
          <select
            value={view.theme}
            onChange={(event) => change({ theme: event.currentTarget.value as Theme })}
          >
            {themes.map((theme) => (
              <option key={theme} value={theme}>
                {t(`app.theme.${theme}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t("app.language")}</span>
          <select
            value={view.lang ?? ""}
            onChange={(event) => change({ lang: event.currentTarget.value || undefined })}
          >
            <option value="">{t("share.language.reader")}</option>
            {languages.map(({ tag, name }) => (
              <option key={tag} value={tag} lang={tag}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      {checkedParts.map((part) => (
        <Check
          key={part}
          label={t(part === "search" && !hasPanel ? "share.search" : `share.part.${part}`)}
          checked={parts[part] ?? isUsual[part]}
          onChange={(checked) => change({ parts: { ...parts, [part]: checked } })}
        />
      ))}
      <Check
        label={t("share.interactive")}
        checked={interactive}
        onChange={(checked) => change({ interactive: checked })}
      />
      <Check
        label={t("share.cooperative")}
        checked={cooperativeGestures ?? true}
        onChange={(checked) => change({ cooperativeGestures: checked })}
      />
      {view.story !== undefined &&
        (["autoplay", "loop", "controls"] as const).map((part) => (
          <Check
            key={part}
            label={t(`share.${part}`)}
            checked={playback[part]}
            onChange={(checked) => change({ playback: { ...playback, [part]: checked } })}
          />
        ))}
    </div>
  );
}

/** What of a view these options decide. */
function chosenIn({ panels, theme, lang, parts, interactive, cooperativeGestures, playback }: View) {
  return { panels, theme, lang, parts, interactive, cooperativeGestures, playback };
}

function Check({
  label,
  checked,
  onChange,
}: {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  return (
    <label className="check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      {label}
    </label>
  );
}
