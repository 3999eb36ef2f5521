import type { Choice } from "../../state/tools.ts";
import { useActions, useAppState, useTranslator } from "../context.ts";

/**
 * Routes by days and price, darker the more they emit; a row of radio buttons for the keyboard and the ear.
 * Time runs from left to right in every language.
 */
export function TradeoffChart({ points }: { readonly points: readonly Choice[] }) {
  const chosen = useAppState((state) => state.view.choice);
  const actions = useActions();
  const { t, duration, usd, kg } = useTranslator();
  const days = scaleOf(points.map(({ route }) => route.totals.durationH.typical));
  const price = scaleOf(points.map(({ route }) => route.totals.costUsdPerFeu.typical));
  const emitted = scaleOf(points.map(({ route }) => route.totals.emissionsKgCo2ePerFeu.typical));
  return (
    <fieldset className="tradeoff-chart">
      <legend>{t("tool.front.legend")}</legend>
      <div className="plot" dir="ltr">
        {points.map(({ key, route: { totals } }) => {
          const place = {
            "--x": days.share(totals.durationH.typical),
            "--y": price.share(totals.costUsdPerFeu.typical),
            "--z": emitted.share(totals.emissionsKgCo2ePerFeu.typical),
          };
          const label = [
            duration(totals.durationH.typical),
            usd(totals.costUsdPerFeu.typical),
            kg(totals.emissionsKgCo2ePerFeu.typical),
          ].join(", ");
          return (
            <label key={key} style={place as never} title={label} data-choice={key}>
              <input
                type="radio"
                name="tradeoff"
                value={key}
                aria-label={label}
                checked={key === chosen}
                onChange={() => actions.chooseRoute(key)}
              />
              <span />
            </label>
          );
        })}
        <span className="axis axis-x">{duration(days.low)}</span>
        <span className="axis axis-x axis-end">{duration(days.high)}</span>
        <span className="axis axis-y">{usd(price.low)}</span>
        <span className="axis axis-y axis-end">{usd(price.high)}</span>
      </div>
    </fieldset>
  );
}

/** From the least to the greatest of some values, as shares of one; one half where they are all the same. */
function scaleOf(values: readonly number[]) {
  const low = Math.min(...values);
  const high = Math.max(...values);
  return { low, high, share: (value: number) => (high > low ? (value - low) / (high - low) : 0.5) };
}
