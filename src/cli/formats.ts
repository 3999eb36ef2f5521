import type { Dataset } from "../data/dataset.ts";
import type { ApproachKm } from "../data/proof.ts";
import type { Translator } from "../i18n/translator.ts";
import type { RouteLeg, RouteState, RouteTransfer } from "../model/route.ts";
import { geometryOf } from "../routing/geometry.ts";
import { namesOf } from "../state/names.ts";
import { openingsTitle, openingText, reasonText } from "../state/reasons.ts";
import { routeLegs } from "../state/selectors.ts";

type Answer = Extract<RouteState, { status: "found" | "none" }>;
interface Context {
  readonly dataset: Dataset;
  readonly say: Translator;
  readonly approaches: readonly ApproachKm[];
}

/** The whole answer as plain data, for scripts. */
export function asJson(answer: Answer, { dataset, say, approaches }: Context): object {
  if (answer.status === "none") {
    const { query, reason } = answer;
    return { status: "none", query, reason: { ...reason, text: reasonText(reason, query, dataset, say) } };
  }
  const { route } = answer;
  return {
    status: "found",
    query: route.query,
    totals: route.totals,
    countries: route.countries,
    nearestApproachKm: Object.fromEntries(approaches.map(({ code, nearestKm }) => [code, nearestKm])),
    nearestControlledKm: Object.fromEntries(
      approaches.flatMap(({ code, nearestControlledKm }) =>
        nearestControlledKm === undefined ? [] : [[code, nearestControlledKm]],
      ),
    ),
    legs: routeLegs(answer),
    transfers: route.steps.filter((step) => step.kind === "transfer"),
    geometry: geometryOf(route, dataset.courseById),
  };
}

/** The itinerary as a person reads it. */
export function asText(answer: Answer, { dataset, say, approaches }: Context): string {
  if (answer.status === "none") {
    const { query, reason } = answer;
    const lines = [`${say.t("answer.none")}: ${reasonText(reason, query, dataset, say)}`];
    if (reason.opens.length > 0) lines.push(openingsTitle(reason, say));
    for (const opening of reason.opens) {
      const then = say.t("relax.then", {
        days: say.duration(opening.durationH),
        cost: say.usd(opening.costUsdPerFeu),
      });
      lines.push(`  ${openingText(opening, dataset, say)} (${then})`);
    }
    return lines.join("\n");
  }
  const { totals, countries, steps, query } = answer.route;
  const name = (id: string) => say.name(namesOf(dataset, id));
  const place = (end: typeof query.from) => (typeof end === "string" ? name(end) : end.join(", "));
  return [
    say.t("step.leg", { from: place(query.from), to: place(query.to) }),
    `${say.t("answer.time")}: ${say.duration(totals.durationH.typical)} (${say.durationRange(totals.durationH)})`,
    `${say.t("answer.cost")}: ${say.usd(totals.costUsdPerFeu.typical)} (${say.usdRange(totals.costUsdPerFeu)})`,
    `${say.t("answer.distance")}: ${say.km(totals.distanceKm)}`,
    `${say.t("answer.emissions")}: ${say.kg(totals.emissionsKgCo2ePerFeu.typical)} (${say.kgRange(totals.emissionsKgCo2ePerFeu)})`,
    say.list([
      say.t("answer.borders", { count: totals.borders }),
      say.t("answer.transfers", { count: totals.transfers }),
      say.t("answer.gauges", { count: totals.gaugeChanges }),
    ]),
    say.list(countries.map(({ code, km }) => `${say.country(code)} ${say.km(km)}`)),
    ...approaches.map(({ code, nearestKm }) =>
      say.t("proof.nearest", { country: say.country(code), km: say.km(nearestKm ?? 0) }),
    ),
    "",
    ...steps.map((step) => (step.kind === "leg" ? legLine(step) : transferLine(step))),
  ].join("\n");

  function legLine(leg: RouteLeg): string {
    const title = say.t("step.leg", { from: name(leg.from), to: name(leg.to) });
    return `${title}: ${say.t(`mode.${leg.mode}`)}, ${say.km(leg.distanceKm)}, ${say.duration(leg.durationH.typical)}`;
  }
  function transferLine(step: RouteTransfer): string {
    return `  ${say.t(`step.${step.transfer}`, { place: name(step.at) })}: ${say.durationRange(step.durationH)}`;
  }
}
