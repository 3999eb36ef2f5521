import type { CapacityFile } from "../../model/capacity.ts";
import type { RouteQuery } from "../../model/route.ts";
import { defaultScenario, type View } from "../../model/view.ts";
import {
  corridorCriticality,
  criticality,
  liftsOf,
  maxFlow,
  reachFrom,
  withDelays,
} from "../../routing/analysis.ts";
import { placedQuestion, remember, yearOf } from "../selectors.ts";
import type { State } from "../store.ts";
import type { Picture, Tools } from "../tools.ts";
import { amountText } from "./amounts.ts";
import { alternativesOf, tradeoffsOf } from "./choices.ts";
import { flowQuestionOf } from "./flows.ts";
import { pictureFlow, pictureLosses, pictureReach } from "./pictures.ts";

/** Makes the analyses; each remembers its last answer, so that panel and map share it. */
export function createTools(file: CapacityFile): Tools {
  const question = ({ view, dataset }: State) => placedQuestion(view, dataset);
  const questionKey = (state: State) => JSON.stringify(question(state));
  /** An analysis of the question, by the delays in it; `none` where nothing is asked. */
  const ofQuestion = <T>(none: T, compute: (graph: State["graph"], query: RouteQuery) => T) =>
    remember(questionKey, (state): T => {
      const query = question(state);
      return query ? compute(state.graph, query) : none;
    });
  const alternatives = ofQuestion([], alternativesOf);
  const tradeoffs = ofQuestion([], tradeoffsOf);
  const losses = ofQuestion([], (graph, query) => criticality(withDelays(graph, query), query));

  const corridorKey = ({ view, dataset }: State) => JSON.stringify(conditionsOf(view, dataset));
  const corridorLosses = remember(corridorKey, ({ view, dataset, graph }) => {
    const conditions = conditionsOf(view, dataset);
    const { criterion } = defaultScenario;
    const queries = file.pairs.map(({ from, to }) => ({ ...conditions, from, to, via: [], criterion }));
    return corridorCriticality(withDelays(graph, { from: "", slow: view.slow }), queries);
  });

  const reach = remember(
    ({ view, dataset }) =>
      `${view.within} ${JSON.stringify(view.from)} ${corridorKey({ view, dataset } as State)}`,
    (state) => {
      const { view, dataset, graph } = state;
      const start = placedQuestion({ ...view, to: view.from ?? "", via: [] }, dataset)?.from;
      if (start === undefined) return undefined;
      const query = { ...conditionsOf(view, dataset), from: start };
      return reachFrom(withDelays(graph, query), query, view.within * 24);
    },
  );

  const flowQuestion = (state: State) =>
    flowQuestionOf(state.view, conditionsOf(state.view, state.dataset), question(state) ?? {}, file);
  const flowKey = ({ view, dataset }: State) =>
    JSON.stringify([view.flowFrom, view.flowTo, view.flowUnit, view.reduce, view.from, view.to]) +
    corridorKey({ view, dataset } as State);
  const flow = remember(flowKey, (state) => {
    const asked = flowQuestion(state);
    return asked && maxFlow(state.graph, asked, file.capacities);
  });
  const lifts = remember(flowKey, (state) => {
    const asked = flowQuestion(state);
    const found = asked ? liftsOf(state.graph, asked, file.capacities, file.projects) : [];
    return found.filter(({ more }) => more > 0);
  });

  const picture = remember(
    (state): string | undefined =>
      state.view.tool &&
      JSON.stringify([state.view.tool, state.view.ranking, state.local.translator.tag, questionKey(state)]) +
        flowKey(state) +
        state.view.within,
    (state): Picture | undefined => draw(state, { losses, corridorLosses, reach, flow }),
  );

  return {
    file,
    alternatives,
    tradeoffs,
    chosenRoute: (state) =>
      [...alternatives(state), ...tradeoffs(state)].find(({ key }) => key === state.view.choice)?.route,
    losses,
    corridorLosses,
    reach,
    flow,
    lifts,
    picture,
  };
}

function draw(
  state: State,
  tools: Pick<Tools, "losses" | "corridorLosses" | "reach" | "flow">,
): Picture | undefined {
  const { view, dataset, local } = state;
  const { translator } = local;
  const world = { dataset, translator };
  switch (view.tool) {
    case "criticality": {
      const losses = view.ranking === "corridor" ? tools.corridorLosses(state) : tools.losses(state);
      return losses.length > 0
        ? pictureLosses(losses, translator.t(`tool.criticality.${view.ranking}`), world)
        : undefined;
    }
    case "reach": {
      const reach = tools.reach(state);
      return reach && pictureReach(reach, view.within, world);
    }
    case "capacity": {
      const flow = tools.flow(state);
      return flow && pictureFlow(flow, (value) => amountText(translator, value, view.flowUnit), world);
    }
    default:
      return undefined;
  }
}

/** The conditions of the question, without its places and its criterion. */
function conditionsOf(
  view: View,
  dataset: State["dataset"],
): Omit<RouteQuery, "from" | "to" | "via" | "criterion"> {
  const { avoid, close, slow, modes, status } = view;
  return { avoid, close, slow, modes, status, year: yearOf(view, dataset) };
}
