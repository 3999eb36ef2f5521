import type { Commitment, Money, Project, Rate } from "../model/records.ts";
import { moneyStages } from "../model/vocabulary.ts";

export type MoneyStage = (typeof moneyStages)[number];

/** A record's own total, in its currency and in US dollars. */
export interface Sum {
  readonly record: string;
  readonly stage: MoneyStage;
  readonly value: number;
  readonly currency: string;
  readonly usd: number;
  readonly givers: readonly string[];
  /** States among the parties of a promise; where a project stands. */
  readonly countries: readonly string[];
  /** Year of the promise, or in which the project began; absent where it is not known. */
  readonly year?: number;
}

/** US dollars by stage, in the order of the stages; stages are never added. */
export type StageTotals = Readonly<Partial<Record<MoneyStage, number>>>;

/**
 * Converts by the rate of one day for all years: promises of one year keep their order, and no figure moves with the market.
 * @throws Error where the currency has no rate
 */
export function toUsd(
  { value, currency }: Pick<Money, "value" | "currency">,
  rates: readonly Rate[],
): number {
  if (currency === "USD") return value;
  const rate = rates.find((candidate) => candidate.currency === currency);
  if (!rate) throw new Error(`Currency "${currency}" has no rate; add one to rates.json`);
  return value * rate.usd;
}

/** What was promised: the total of every counted commitment, never a part, another figure or a letter of interest. */
export function promisesOf(commitments: readonly Commitment[], rates: readonly Rate[]): readonly Sum[] {
  return commitments
    .filter(({ counted }) => counted)
    .flatMap((commitment) => sumOf(commitment, yearOfDate(commitment.date ?? commitment.from), rates));
}

/** What projects cost: the total of each, without those whose cost another of the list holds. */
export function costsOf(projects: readonly Project[], rates: readonly Rate[]): readonly Sum[] {
  const listed = new Set(projects.map(({ id }) => id));
  return projects
    .filter(({ partOf }) => partOf === undefined || !listed.has(partOf))
    .flatMap((project) => sumOf(project, project.start, rates));
}

/** Adds what has one stage. Promises and costs are given apart, never in one list. */
export function totalsByStage(sums: readonly Sum[]): StageTotals {
  return Object.fromEntries(
    moneyStages.flatMap((stage) => {
      const some = sums.filter((sum) => sum.stage === stage);
      return some.length > 0 ? [[stage, some.reduce((usd, sum) => usd + sum.usd, 0)]] : [];
    }),
  );
}

/**
 * Totals by stage for each value of a property, such as givers, states, minerals or years.
 * A sum with several values stands whole under each, as no source divides it: totals of different values are never added.
 */
export function totalsBy<K>(
  sums: readonly Sum[],
  valuesOf: (sum: Sum) => readonly K[],
): ReadonlyMap<K, StageTotals> {
  const groups = new Map<K, Sum[]>();
  for (const sum of sums) {
    for (const value of new Set(valuesOf(sum))) groups.set(value, [...(groups.get(value) ?? []), sum]);
  }
  return new Map([...groups].map(([value, group]) => [value, totalsByStage(group)]));
}

/** The year of a day, month or year as a source gives it. */
export function yearOfDate(date: string | undefined): number | undefined {
  return date === undefined ? undefined : Number(date.slice(0, 4));
}

function sumOf(record: Commitment | Project, year: number | undefined, rates: readonly Rate[]): Sum[] {
  const total = record.money.find(({ role }) => role === "total");
  if (!total) return [];
  return [
    {
      record: record.id,
      stage: total.stage,
      value: total.value,
      currency: total.currency,
      usd: toUsd(total, rates),
      givers: total.givers ?? record.givers,
      countries: record.countries,
      ...(year === undefined ? {} : { year }),
    },
  ];
}
