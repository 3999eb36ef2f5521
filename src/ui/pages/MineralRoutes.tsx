import { useMemo, useState } from "react";
import type { Deposit } from "../../model/network.ts";
import { defaultScenario, type Scenario } from "../../model/view.ts";
import { answerTo } from "../../state/selectors.ts";
import { useActions, useAppState, useTranslator } from "../context.ts";

/** Where the region's minerals are to go: Japan and Europe, each by the port that stands for it. */
const markets = [
  { id: "yokohama", title: "page.mineral.toJapan" },
  { id: "constanta", title: "page.mineral.toEurope" },
] as const;

/** The way from a site to Japan and to Europe without entering Russia. */
export function MineralRoutes({ sites }: { readonly sites: readonly Deposit[] }) {
  const dataset = useAppState((state) => state.dataset);
  const graph = useAppState((state) => state.graph);
  const year = useAppState(({ view }) => view.year);
  const { t, name, duration, usd, km } = useTranslator();
  const actions = useActions();
  const starts = sites.filter(({ routable }) => routable);
  const [from = starts[0]?.id, setFrom] = useState<string>();
  const routes = useMemo(
    () =>
      markets.map(({ id, title }) => {
        const scenario: Scenario = {
          ...defaultScenario,
          ...(from && { from }),
          ...(year && { year }),
          to: id,
        };
        return { id, title, state: answerTo(scenario, { dataset, graph }).state };
      }),
    [from, year, dataset, graph],
  );
  if (!from) return null;
  return (
    <section aria-labelledby="mineral-routes">
      <h4 id="mineral-routes">{t("page.mineral.routes")}</h4>
      <label className="field">
        {t("ask.from")}
        <select value={from} onChange={({ currentTarget }) => setFrom(currentTarget.value)}>
          {starts.map(({ id, names }) => (
            <option key={id} value={id}>
              {name(names)}
            </option>
          ))}
        </select>
      </label>
      <ul className="rows">
        {routes.map(({ id, title, state }) => (
          <li key={id} data-route-to={id}>
            <strong>{t(title)}</strong>{" "}
            {state.status === "found" ? (
              <>
                {t("page.mineral.route", {
                  days: duration(state.route.totals.durationH.typical),
                  cost: usd(state.route.totals.costUsdPerFeu.typical),
                  km: km(state.route.totals.distanceKm),
                })}{" "}
                <button
                  type="button"
                  className="link"
                  onClick={() => actions.askExample({ from, to: id, avoid: defaultScenario.avoid })}
                >
                  {t("page.mineral.draw")}
                </button>
              </>
            ) : (
              t("answer.none")
            )}
          </li>
        ))}
      </ul>
      <p className="hint">{t("page.mineral.estimate")}</p>
    </section>
  );
}
