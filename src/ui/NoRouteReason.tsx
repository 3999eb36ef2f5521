import { relaxationsOf } from "../model/relaxations.ts";
import type { NoRoute, RouteQuery } from "../model/route.ts";
import { openingsTitle, openingText, reasonText } from "../state/reasons.ts";
import { useActions, useAppState, useTranslator } from "./context.ts";

/** Why there is no route, and the fewest changes that would open one: a button makes all of its changes at once. */
export function NoRouteReason({ query, reason }: { readonly query: RouteQuery; readonly reason: NoRoute }) {
  const dataset = useAppState((state) => state.dataset);
  const actions = useActions();
  const translator = useTranslator();
  const { t, duration, usd } = translator;
  return (
    <div className="no-route" role="alert">
      <p>{reasonText(reason, query, dataset, translator)}</p>
      {reason.opens.length > 0 && (
        <>
          <p>{openingsTitle(reason, translator)}</p>
          <ul>
            {reason.opens.map((opening) => {
              const relaxations = relaxationsOf(opening);
              const values = relaxations.map(({ value }) => value).join(" ");
              return (
                <li
                  key={relaxations.map(({ kind, value }) => `${kind}-${value}`).join(" ")}
                  data-opens={values}
                >
                  <button type="button" className="link" onClick={() => actions.relax(relaxations)}>
                    {openingText(opening, dataset, translator)}
                  </button>{" "}
                  {t("relax.then", {
                    days: duration(opening.durationH),
                    cost: usd(opening.costUsdPerFeu),
                  })}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </div>
  );
}
