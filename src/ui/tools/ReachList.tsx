import { longestDays } from "../../model/view.ts";
import { namesOf } from "../../state/names.ts";
import { toneCount } from "../../state/tools.ts";
import { useActions, useAppState, useTranslator } from "../context.ts";
import { Disclosure } from "../parts.tsx";
import type { ToolProps } from "./toolProps.ts";

/** Further than this nothing of the network is left to reach. */
const longestReachDays = Math.min(60, longestDays);

/** How far one gets in some days: places by bands of equal time. */
export function ReachList({ tools }: ToolProps) {
  const { from, within } = useAppState((state) => state.view);
  const dataset = useAppState((state) => state.dataset);
  const reach = useAppState(tools.reach);
  const actions = useActions();
  const { t, duration, name } = useTranslator();
  const bandH = (within * 24) / toneCount;
  const bandOf = (hours: number) => Math.min(toneCount - 1, Math.floor(hours / bandH));
  return (
    <>
      <label className="year">
        {t("tool.reach.within")} <output>{duration(within * 24)}</output>
        <input
          type="range"
          dir="ltr"
          min={1}
          max={longestReachDays}
          value={Math.min(within, longestReachDays)}
          aria-valuetext={duration(within * 24)}
          onChange={(event) => actions.chooseWithin(Number(event.currentTarget.value))}
        />
      </label>
      {!from && <p>{t("tool.reach.ask")}</p>}
      {reach && (
        <>
          <p>{t("tool.reach.found", { count: reach.places.length })}</p>
          {Array.from({ length: toneCount }, (_, band) => {
            const places = reach.places.filter(({ hours }) => bandOf(hours) === band);
            if (places.length === 0) return null;
            return (
              <Disclosure
                key={duration((band + 1) * bandH)}
                title={t("tool.reach.bandOf", {
                  days: duration((band + 1) * bandH),
                  count: places.length,
                })}
              >
                <ul className="findings">
                  {places.map(({ id, hours }) => (
                    <li key={id} data-reached={id}>
                      <button
                        type="button"
                        className="link"
                        onClick={() => {
                          actions.openRecord(id);
                          actions.show([id]);
                        }}
                      >
                        <bdi>{name(namesOf(dataset, id))}</bdi>
                      </button>{" "}
                      <span className="detail">{duration(hours)}</span>
                    </li>
                  ))}
                </ul>
              </Disclosure>
            );
          })}
        </>
      )}
    </>
  );
}
