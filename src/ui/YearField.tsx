import { useEffect, useState } from "react";
import { yearSpan } from "../model/view.ts";
import { yearOf } from "../state/selectors.ts";
import { useActions, useAppState, useTranslator } from "./context.ts";
import { Icon } from "./Icon.tsx";
import { IconButton } from "./parts.tsx";

/** How long a year stays when the years are played. */
const yearMs = 1200;

/** The year of the network as a slider, with a button that plays the years. */
export function YearField() {
  const year = useAppState(({ view, dataset }) => yearOf(view, dataset));
  const networkYear = useAppState((state) => state.dataset.manifest.networkYear);
  const status = useAppState((state) => state.view.status);
  const actions = useActions();
  const { t, year: formatYear } = useTranslator();
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    if (!playing) return;
    if (year >= yearSpan.last) {
      setPlaying(false);
      return;
    }
    const next = setTimeout(() => actions.chooseYear(year + 1), yearMs);
    return () => clearTimeout(next);
  }, [playing, year, actions]);
  const play = () => {
    if (!playing && year >= yearSpan.last) actions.chooseYear(yearSpan.first);
    setPlaying(!playing);
  };
  return (
    <div className="year">
      <label>
        {t("ask.year")} <output>{formatYear(year)}</output>
        {/* Years run from left to right in every language. */}
        <input
          type="range"
          dir="ltr"
          min={yearSpan.first}
          max={yearSpan.last}
          value={year}
          aria-valuetext={formatYear(year)}
          onChange={(event) => actions.chooseYear(Number(event.currentTarget.value))}
        />
      </label>
      <IconButton label={t(playing ? "ask.year.pause" : "ask.year.play")} pressed={playing} onClick={play}>
        {playing ? <Icon name="pause" /> : <Icon name="play" />}
      </IconButton>
      {year > networkYear && status === "operating" && (
        <p className="hint">
          {t("ask.year.promised")}{" "}
          <button type="button" className="link" onClick={() => actions.chooseStatus("planned")}>
            {t("ask.year.allow")}
          </button>
        </p>
      )}
    </div>
  );
}
