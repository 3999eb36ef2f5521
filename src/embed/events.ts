import type { RouteState } from "../model/route.ts";
import { routeLegs, selectAnswer, yearOf } from "../state/selectors.ts";
import type { State, Store } from "../state/store.ts";
import type { Events, RouteChange } from "./embed.d.ts";

export type Send = <E extends keyof Events>(event: E, payload: Events[E]) => void;

/** Tells the host page what changes on the screen, beginning with the route that is there. */
export function reportChanges(store: Store, send: Send): void {
  const answerOf = (state: State) => selectAnswer(state).state;
  let told = answerOf(store.getState());
  send("routeChanged", routeChange(told));
  store.subscribe((state, previous) => {
    const { view, local, dataset } = state;
    const answer = answerOf(state);
    if (local.seen && local.seen !== previous.local.seen) send("viewChanged", local.seen);
    if (view.feature !== previous.view.feature) send("selectionChanged", { id: view.feature ?? null });
    const year = yearOf(view, dataset);
    if (year !== yearOf(previous.view, dataset)) send("yearChanged", { year });
    for (const { key, values } of local.notices.filter((notice) => !previous.local.notices.includes(notice)))
      send("error", { message: local.translator.t(key, values) });
    if (answer === told) return;
    told = answer;
    send("routeChanged", routeChange(answer));
  });
}

function routeChange(answer: RouteState): RouteChange {
  const found = answer.status === "found" ? answer.route : undefined;
  return {
    status: answer.status,
    ...(found && { totals: found.totals }),
    countries: found?.countries.map(({ code, km }) => ({ code, km })) ?? [],
    legs: routeLegs(answer).map(({ id, from, to, mode, status, distanceKm, durationH }) => {
      return { id, from, to, mode, status, distanceKm, durationH };
    }),
  };
}
