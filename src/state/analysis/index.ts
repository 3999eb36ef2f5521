import type { CapacityFile } from "../../model/capacity.ts";
import type { RouteQuery } from "../../model/route.ts";
import { defaultScenario } from "../../model/view.ts";
import {
  corridorCriticality,
  criticality,
  liftsOf,
  maxFlow,
  reachFrom,
  withDelays,
} from "../../routing/analysis.ts";
import type { Graph } from "../../routing/index.ts";
import { conditionsOf, placedQuestion, remember } from "../selectors.ts";
import type { Asked, Picture, Tools } from "../tools.ts";
import { amountText } from "./amounts.ts";
import { alternativesOf, tradeoffsOf } from "./choices.ts";
import { flowQuestionOf } from "./flows.ts";
import { pictureFlow, pictureLosses, pictureReach } from "./pictures.ts";

/** Makes the analyses; each remembers its last answer, so that panel and map share it. */
export function createTools(file: CapacityFile): Tools {
  const question = ({ view, dataset }: Pick<Asked, "view" | "dataset">) => placedQuestion(view, dataset);
  const questionKey = (asked: Asked) => JSON.stringify(question(asked));
  /** An analysis of the question, by the delays in it; `none` where nothing is asked. */
  const ofQuestion = <T>(none: T, compute: (graph: Graph, query: RouteQuery) => T) =>
    remember(questionKey, (asked: Asked): T => {
      const query = question(asked);
      return query ? compute(asked.graph, query) : none;
    });
  const alternatives = ofQuestion([], alternativesOf);
  const tradeoffs = ofQuestion([], tradeoffsOf);
  const losses = ofQuestion([], (graph, query) => criticality(withDelays(graph, query), query));

  const corridorKey = ({ view, dataset }: Pick<Asked, "view" | "dataset">) =>
    JSON.stringify(conditionsOf(view, dataset));
  const corridorLosses = remember(corridorKey, ({ view, dataset, graph }: Asked) => {
    const conditions = conditionsOf(view, dataset);
    const { criterion } = defaultScenario;
    const queries = file.pairs.map(({ from, to }) => ({ ...conditions, from, to, via: [], criterion }));
    const losses = corridorCriticality(withDelays(graph, { from: "", slow: view.slow }), queries);
    // What one pair alone uses is the access to that pair, not the corridor.
    return losses.filter(({ pairs }) => pairs > 1);
  });

  const reach = remember(
    ({ view, dataset }) => `${view.within} ${JSON.stringify(view.from)} ${corridorKey({ view, dataset })}`,
    ({ view, dataset, graph }: Asked) => {
      const start = placedQuestion({ ...view, to: view.from ?? "", via: [] }, dataset)?.from;
      if (start === undefined) return undefined;
      const query = { ...conditionsOf(view, dataset), from: start };
      return reachFrom(withDelays(graph, query), query, view.within * 24);
    },
  );

  const flowQuestion = (asked: Asked) =>
    flowQuestionOf(asked.view, conditionsOf(asked.view, asked.dataset), question(asked) ?? {}, file);
  const flowKey = ({ view, dataset }: Pick<Asked, "view" | "dataset">) =>
    JSON.stringify([view.flowFrom, view.flowTo, view.flowUnit, view.reduce, view.from, view.to]) +
    corridorKey({ view, dataset });
  const flow = remember(flowKey, (asked: Asked) => {
    const wanted = flowQuestion(asked);
    return wanted && maxFlow(asked.graph, wanted, file.capacities);
  });
  const lifts = remember(flowKey, (asked: Asked) => {
    const wanted = flowQuestion(asked);
    const found = wanted ? liftsOf(asked.graph, wanted, file.capacities, file.projects) : [];
    return found.filter(({ more }) => more > 0);
  });

  const picture = remember(
    (asked: Asked): string | undefined =>
      asked.view.tool &&
      JSON.stringify([asked.view.tool, asked.view.ranking, asked.local.translator.tag, questionKey(asked)]) +
        flowKey(asked) +
        asked.view.within,
    (asked): Picture | undefined => draw(asked, { losses, corridorLosses, reach, flow }),
  );

  return {
    file,
    alternatives,
    tradeoffs,
    chosenRoute: (asked) =>
      [...alternatives(asked), ...tradeoffs(asked)].find(({ key }) => key === asked.view.choice)?.route,
    losses,
    corridorLosses,
    reach,
    flow,
    lifts,
    picture,
  };
}

function draw(
  asked: Asked,
  tools: Pick<Tools, "losses" | "corridorLosses" | "reach" | "flow">,
): Picture | undefined {
  const { view, dataset, local } = asked;
  const { translator } = local;
  const world = { dataset, translator };
  switch (view.tool) {
    case "criticality": {
      const losses = view.ranking === "corridor" ? tools.corridorLosses(asked) : tools.losses(asked);
      return losses.length > 0 ? pictureLosses(losses, translator.t("tool.loss.title"), world) : undefined;
    }
    case "reach": {
      const reach = tools.reach(asked);
      return reach && pictureReach(reach, view.within, world);
    }
    case "capacity": {
      const flow = tools.flow(asked);
      return flow && pictureFlow(flow, (value) => amountText(translator, value, view.flowUnit), world);
    }
    default:
      return undefined;
  }
}
