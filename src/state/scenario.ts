import { present } from "../model/present.ts";
import type { Scenario, View } from "../model/view.ts";

/** The part of a view that asks a question. */
export function scenarioOf({
  from,
  to,
  via,
  avoid,
  close,
  slow,
  modes,
  criterion,
  year,
  status,
}: View): Scenario {
  return { ...present({ from, to, year }), via, avoid, close, slow, modes, criterion, status };
}

/** The view with another question. */
export function withScenario(view: View, scenario: Scenario): View {
  const { from: _from, to: _to, year: _year, ...rest } = view;
  return { ...rest, ...scenario };
}
