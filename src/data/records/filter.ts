import { energyKinds, energyStatuses } from "../../model/energy.ts";
import { eventKinds, instruments, projectTypes } from "../../model/records.ts";
import { type Filter, type FilterKey, filterKeys } from "../../model/view.ts";
import { depositStages, moneyStages, projectStatuses } from "../../model/vocabulary.ts";
import { toUsd, yearOfDate } from "../money.ts";
import type { RecordBook, RecordItem, RecordKind } from "./book.ts";

/** What records are narrowed to, as the link says it. */
export interface Narrowing {
  readonly mineral?: string;
  readonly filter: Filter;
}

type WordKey = "type" | "stage" | "status";

/** The words each kind of record knows for a key of the filter, in their own order. */
export const filterWords: Readonly<Record<WordKey, Partial<Record<RecordKind, readonly string[]>>>> = {
  type: { project: projectTypes, energy: energyKinds, commitment: instruments, event: eventKinds },
  stage: { commitment: moneyStages, deposit: depositStages },
  status: { project: projectStatuses, energy: energyStatuses },
};

/** The values of a record that the filter compares. */
export interface Facets {
  readonly country: readonly string[];
  readonly type: readonly string[];
  readonly stage: readonly string[];
  readonly status: readonly string[];
  readonly giver: readonly string[];
  /** First and last year it speaks of; absent where no year is known. */
  readonly years?: readonly [number, number];
  /** Its largest figure in US dollars. */
  readonly usd?: number;
}

/** Ids of the records of a kind that are among those asked for, in the order of their file. */
export function shownIds(kind: RecordKind, narrowing: Narrowing, book: RecordBook): readonly string[] {
  return book.items
    .filter((item) => item.kind === kind && isShown(item, narrowing, book))
    .map(({ record }) => record.id);
}

/**
 * True where a record is among those asked for. A word narrows the kinds of record that know it and no others:
 * `type:rail` leaves pipelines alone. Years, amounts and givers narrow what can have them.
 */
export function isShown(item: RecordItem, { mineral, filter }: Narrowing, book: RecordBook): boolean {
  if (mineral !== undefined && !book.mineralsOf(item).includes(mineral)) return false;
  const facets = facetsOf(item, book);
  return filterKeys.every((key) => {
    const value = filter[key];
    return value === undefined || holds(key, value, item.kind, facets);
  });
}

function holds(key: FilterKey, value: string, kind: RecordKind, facets: Facets): boolean {
  switch (key) {
    case "country":
      return facets.country.length === 0 || facets.country.includes(value);
    case "giver":
      return !hasMoney(kind) || facets.giver.includes(value);
    case "from":
      return kind === "deposit" || (facets.years !== undefined && facets.years[1] >= Number(value));
    case "until":
      return kind === "deposit" || (facets.years !== undefined && facets.years[0] <= Number(value));
    case "least":
      return !hasMoney(kind) || (facets.usd ?? 0) >= Number(value);
    default: {
      const words = filterWords[key];
      // A word that no kind knows is taken by all, so that a wrong link shows nothing rather than everything.
      const isKnown = Object.values(words).some((list) => list.includes(value));
      const narrows = isKnown ? words[kind]?.includes(value) : words[kind];
      return !narrows || facets[key].includes(value);
    }
  }
}

function hasMoney(kind: RecordKind): boolean {
  return kind === "project" || kind === "commitment";
}

/** The values of a record by which lists and the map are narrowed. */
export function facetsOf(item: RecordItem, book: RecordBook): Facets {
  const none = { country: [], type: [], stage: [], status: [], giver: [] };
  switch (item.kind) {
    case "project": {
      const { countries, type, status, start, end } = item.record;
      const years = span(start ?? end, end ?? start);
      return {
        ...none,
        country: countries,
        type: [type],
        status: [status],
        ...moneyOf(item, book),
        ...years,
      };
    }
    case "commitment": {
      const { countries, date, from, until, money } = item.record;
      const first = yearOfDate(date ?? from);
      return {
        ...none,
        country: countries,
        type: money.flatMap(({ instrument }) => instrument ?? []),
        stage: money.map(({ stage }) => stage),
        ...moneyOf(item, book),
        ...span(first, Math.max(first ?? 0, yearOfDate(until) ?? 0) || undefined),
      };
    }
    case "event": {
      const year = yearOfDate(item.record.date);
      return { ...none, type: [item.record.kind], ...span(year, year) };
    }
    case "energy": {
      const { countries, kind, status, opened, expected } = item.record;
      const codes = countries.flatMap(({ code, controlledBy }) => [code, controlledBy ?? []].flat());
      return {
        ...none,
        country: [...new Set(codes)],
        type: [kind],
        status: [status],
        ...span(opened ?? expected, opened === undefined ? expected : 9999),
      };
    }
    case "deposit":
      return { ...none, country: [item.record.country], stage: [item.record.stage] };
    case "fact": {
      const year = yearOfDate(item.record.date);
      return { ...none, ...span(year, year) };
    }
  }
}

function moneyOf(
  { record }: Extract<RecordItem, { kind: "project" | "commitment" }>,
  book: RecordBook,
): Pick<Facets, "giver" | "usd"> {
  const { money, givers } = record;
  const usd = money.map((sum) => toUsd(sum, book.rates));
  // The state an organisation belongs to gives too.
  const states = givers.flatMap((giver) => book.actors.get(giver)?.country ?? []);
  return { giver: [...new Set([...givers, ...states])], ...(usd.length > 0 && { usd: Math.max(...usd) }) };
}

function span(first: number | undefined, last: number | undefined): Pick<Facets, "years"> {
  return first === undefined || last === undefined ? {} : { years: [first, last] };
}
