import type { Commitment, Money, Project, Rate } from "../../../src/model/records.ts";
import type { Problem } from "../../problem.ts";
import { problem } from "./claims.ts";

/** Two totals, parts that exceed their total, and currencies that no rate is known of. */
export function moneyProblems({ id, money }: Project | Commitment, rates: readonly Rate[]): Problem[] {
  const totals = money.filter(({ role }) => role === "total");
  const [total] = totals;
  const unknown = money.filter(
    ({ currency }) => currency !== "USD" && !rates.some((rate) => rate.currency === currency),
  );
  const problems = unknown.map(({ currency }) =>
    problem(id, `is in ${currency}, which has no rate`, "add one to rates.json"),
  );
  if (totals.length > 1) {
    problems.push(problem(id, "has two totals", 'make one of them a "part" or "other-figure"'));
  }
  if (total) {
    const parts = money.filter((sum) => sum.role === "part" && comparable(sum, total));
    const partSum = parts.reduce((sum, { value }) => sum + value, 0);
    if (partSum > total.value) {
      problems.push(problem(id, `its parts sum to ${partSum}, more than ${total.value}`, "correct a figure"));
    }
  }
  return problems;
}

/** Givers and receivers that nothing is known of, and a sum given by one who is no giver of its record. */
export function giverProblems(
  { id, givers, receivers, money }: Project | Commitment,
  known: ReadonlySet<string>,
): Problem[] {
  const named = [...givers, ...receivers].filter((actor) => !known.has(actor));
  const strangers = money.flatMap((sum) => sum.givers ?? []).filter((giver) => !givers.includes(giver));
  return [
    ...named.map((actor) => problem(id, `names "${actor}", which does not exist`, "add it to actors.json")),
    ...strangers.map((giver) =>
      problem(id, `a sum is given by "${giver}" alone`, "name it among its givers"),
    ),
  ];
}

/** A promise that is a part of nothing, or counted though it has no total of its own. */
export function promiseProblems(commitment: Commitment, known: ReadonlySet<string>): Problem[] {
  const { id, counted, partOf, money } = commitment;
  const problems: Problem[] = [];
  if (partOf !== undefined && !known.has(partOf)) {
    problems.push(problem(id, `partOf names "${partOf}", which does not exist`, "correct the id"));
  }
  if (counted && (partOf !== undefined || !money.some(({ role }) => role === "total"))) {
    problems.push(problem(id, "is counted without a total of its own", "set counted to false"));
  }
  return problems;
}

/** A project that is a part of nothing, or of a part. */
export function projectPartProblems({ id, partOf }: Project, projects: readonly Project[]): Problem[] {
  if (partOf === undefined) return [];
  const whole = projects.find((project) => project.id === partOf);
  return whole && whole.partOf === undefined
    ? []
    : [problem(id, `partOf names "${partOf}", which is no whole project`, "correct the id")];
}

function comparable(a: Money, b: Money): boolean {
  return a.currency === b.currency && a.stage === b.stage;
}
