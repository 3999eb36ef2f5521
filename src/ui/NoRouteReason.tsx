import type { NoRoute, Relaxation, RouteQuery } from "../model/route.ts";
import { allowedStatuses, modes } from "../model/vocabulary.ts";
import { reasonText, relaxationText } from "../state/reasons.ts";
import type { Actions } from "../state/store.ts";
import { useActions, useAppState, useTranslator } from "./context.ts";

/** Why there is no route, and which single change would open one; each is a button. */
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
          <p>{t("none.opens")}</p>
          <ul>
            {reason.opens.map((relaxation) => (
              <li key={`${relaxation.kind}-${relaxation.value}`} data-opens={relaxation.value}>
                <button type="button" className="link" onClick={() => apply(relaxation, actions)}>
                  {relaxationText(relaxation, dataset, translator)}
                </button>{" "}
                {t("relax.then", {
                  days: duration(relaxation.durationH),
                  cost: usd(relaxation.costUsdPerFeu),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function apply({ kind, value }: Relaxation, actions: Actions): void {
  const mode = modes.find((candidate) => candidate === value);
  const status = allowedStatuses.find((candidate) => candidate === value);
  if (kind === "allow-country") actions.allowCountry(value);
  else if (kind === "reopen") actions.toggleClosed(value);
  else if (kind === "year") actions.chooseYear(Number(value));
  else if (mode) actions.toggleMode(mode);
  else if (status) actions.chooseStatus(status);
}
