import type { CapacityFile } from "../model/capacity.ts";
import type { RouteState, Totals } from "../model/route.ts";
import type { CorridorLoss, Loss } from "../routing/analysis.ts";
import { amountText } from "../state/analysis/amounts.ts";
import { choiceName } from "../state/analysis/choices.ts";
import { createTools } from "../state/analysis/index.ts";
import { listedLosses } from "../state/analysis/lines.ts";
import { closableName } from "../state/names.ts";
import { reasonText } from "../state/reasons.ts";
import { answerTo, placedQuestion, routeLegs } from "../state/selectors.ts";
import type { Asked, Choice, Tools } from "../state/tools.ts";
import type { Analysis } from "./question.ts";

/** An analysis as plain data for scripts, and as lines for a reader. */
interface Found {
  readonly isFound: boolean;
  readonly data: object;
  readonly text: string;
}

/** Answers an analysis by the same code as the page, so that the figures are the same. */
export function analyse(analysis: Analysis, asked: Asked, file: CapacityFile): Found {
  const tools = createTools(file);
  switch (analysis) {
    case "alternatives":
      return choicesFound("alternatives", tools.alternatives(asked), asked);
    case "pareto":
      return choicesFound("pareto", tools.tradeoffs(asked), asked);
    case "compare":
      return comparisonFound(asked);
    case "criticality":
      return lossesFound(tools, asked);
    case "capacity":
      return flowFound(tools, asked);
    case "reach":
      return reachFound(tools, asked);
  }
}

function choicesFound(name: string, choices: readonly Choice[], asked: Asked): Found {
  const { translator: say } = asked.local;
  const nameOf = (choice: Choice) => choiceName(choice, asked.dataset, say);
  return {
    isFound: choices.length > 0,
    data: {
      status: choices.length > 0 ? "found" : "none",
      query: placedQuestion(asked.view, asked.dataset),
      [name]: choices.map((choice) => ({
        key: choice.key,
        ...(name === "alternatives" && { by: choice.by, name: nameOf(choice) }),
        totals: choice.route.totals,
        countries: choice.route.countries,
        legs: routeLegs({ status: "found", route: choice.route }).map(({ id }) => id),
      })),
    },
    text:
      choices.length > 0
        ? choices
            .map((choice) =>
              [name === "alternatives" && nameOf(choice), totalsText(choice.route.totals, asked)]
                .filter(Boolean)
                .join(": "),
            )
            .join("\n")
        : say.t("tool.noRoute"),
  };
}

function comparisonFound(asked: Asked): Found {
  const { view, dataset, local } = asked;
  const { translator: say } = local;
  const answers = [view, view.compare ?? view].map((scenario) => answerTo(scenario, asked).state);
  const [first, second] = answers.map((answer) => (answer.status === "found" ? answer.route : undefined));
  const gap = (of: (totals: Totals) => number) =>
    first && second ? of(second.totals) - of(first.totals) : undefined;
  const data = (answer: RouteState | undefined) =>
    answer?.status === "found" ? { status: answer.status, ...answer.route } : answer;
  return {
    isFound: first !== undefined && second !== undefined,
    data: {
      first: data(answers[0]),
      second: data(answers[1]),
      differences: {
        durationH: gap(({ durationH }) => durationH.typical),
        costUsdPerFeu: gap(({ costUsdPerFeu }) => costUsdPerFeu.typical),
        emissionsKgCo2ePerFeu: gap(({ emissionsKgCo2ePerFeu }) => emissionsKgCo2ePerFeu.typical),
        distanceKm: gap(({ distanceKm }) => distanceKm),
        borders: gap(({ borders }) => borders),
        gaugeChanges: gap(({ gaugeChanges }) => gaugeChanges),
        transfers: gap(({ transfers }) => transfers),
      },
    },
    text: answers
      .map((answer) => {
        if (answer.status === "found") return totalsText(answer.route.totals, asked);
        return answer.status === "none"
          ? reasonText(answer.reason, answer.query, dataset, say)
          : say.t("tool.noRoute");
      })
      .join("\n"),
  };
}

function lossesFound(tools: Tools, asked: Asked): Found {
  const { view, dataset, local } = asked;
  const { translator: say } = local;
  const losses = view.ranking === "corridor" ? tools.corridorLosses(asked) : tools.losses(asked);
  return {
    isFound: losses.length > 0,
    data: {
      status: losses.length > 0 ? "found" : "none",
      ...(view.ranking === "corridor"
        ? { pairs: tools.file.pairs }
        : { query: placedQuestion(view, dataset) }),
      losses,
    },
    text: listedLosses<Loss | CorridorLoss>(losses, dataset)
      .map((loss) => {
        const isLost = "lost" in loss ? loss.lost : loss.lostPairs > 0;
        const hours = "lost" in loss ? loss.extraH : loss.meanExtraH;
        return `${idName(asked, loss.id)}: ${isLost ? say.t("tool.loss.none") : say.signed(hours, say.duration)}`;
      })
      .join("\n"),
  };
}

function flowFound(tools: Tools, asked: Asked): Found {
  const { translator: say } = asked.local;
  const unit = asked.view.flowUnit;
  const flow = tools.flow(asked);
  const lifts = tools.lifts(asked);
  // JSON has no infinity: no known limit is null.
  const finite = (value: number) => (Number.isFinite(value) ? value : null);
  return {
    isFound: flow !== undefined && flow.perYear > 0,
    data: {
      status: flow && flow.perYear > 0 ? "found" : "none",
      unit,
      ...(flow && { ...flow, perYear: finite(flow.perYear) }),
      lifts: lifts.map((lift) => ({ ...lift, perYear: finite(lift.perYear), more: finite(lift.more) })),
    },
    text: flow
      ? [
          `${say.t("tool.capacity.ceiling")}: ${amountText(say, flow.perYear, unit)}`,
          ...flow.cut.map(
            ({ id, capacity }) =>
              `${say.t("tool.capacity.bottleneck")}: ${idName(asked, id)}, ${amountText(say, capacity, unit)}`,
          ),
          ...lifts.map(({ id, more }) => {
            const names = tools.file.projects.find((project) => project.id === id)?.names ?? { en: id };
            return `${say.name(names)}: ${say.t("tool.capacity.more", { amount: amountText(say, more, unit) })}`;
          }),
        ].join("\n")
      : say.t("tool.capacity.ask"),
  };
}

function reachFound(tools: Tools, asked: Asked): Found {
  const { translator: say } = asked.local;
  const reach = tools.reach(asked);
  return {
    isFound: reach !== undefined && reach.places.length > 0,
    data: {
      status: reach ? "found" : "none",
      from: asked.view.from,
      withinDays: asked.view.within,
      ...(reach ?? {}),
    },
    text: reach
      ? reach.places.map(({ id, hours }) => `${idName(asked, id)}: ${say.duration(hours)}`).join("\n")
      : say.t("tool.noRoute"),
  };
}

function idName({ dataset, local }: Asked, id: string): string {
  return closableName(dataset, local.translator, id);
}

function totalsText(totals: Totals, { local }: Asked): string {
  const { translator: say } = local;
  return [
    say.duration(totals.durationH.typical),
    say.usd(totals.costUsdPerFeu.typical),
    say.kg(totals.emissionsKgCo2ePerFeu.typical),
    say.km(totals.distanceKm),
  ].join(", ");
}
