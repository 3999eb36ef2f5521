import { type Compared, overlaps, type Published, queryOf } from "../../src/model/published.ts";
import { type Graph, route } from "../../src/routing/index.ts";
import type { Problem } from "../problem.ts";

/** Each published figure beside what the model computes for the same question. */
export function comparePublished(figures: readonly Published[], graph: Graph): Compared[] {
  return figures.map((figure) => {
    const answer = route(graph, queryOf(figure));
    if (answer.status !== "found") return { ...figure, overlaps: false };
    const { durationH, costUsdPerFeu } = answer.route.totals;
    const { min, typical, max } = figure.kind === "time" ? durationH : costUsdPerFeu;
    const model = { min: Math.round(min), typical: Math.round(typical), max: Math.round(max) };
    return { ...figure, model, overlaps: overlaps(model, figure) };
  });
}

/** The figures that speak of what the model computes and that it misses. */
export function missedFigures(compared: readonly Compared[]): Problem[] {
  return compared
    .filter(({ applies, overlaps }) => applies && !overlaps)
    .map(({ id, model, value }) => ({
      id: "published",
      place: id,
      problem: model
        ? `model ${model.min}–${model.max}, published ${value.min}–${value.max} ${value.unit}`
        : "the question has no route",
      remedy: "correct the question, or the factors where several figures say so",
    }));
}
