import MiniSearch from "minisearch";
import type { Names } from "../model/network.ts";
import type { Text } from "../model/records.ts";
import type { Dataset } from "./dataset.ts";
import type { RecordBook } from "./records/book.ts";
import { keptForms, soughtForm, wordsOf } from "./words.ts";

/** Kinds of what the search over everything finds; of equal hits the earlier kind comes first. */
export const foundKinds = [
  "mineral",
  "node",
  "deposit",
  "project",
  "commitment",
  "event",
  "energy",
  "fact",
] as const;
export type FoundKind = (typeof foundKinds)[number];

export interface FoundRecord {
  readonly kind: FoundKind;
  readonly id: string;
}

export type RecordSearch = (text: string) => readonly FoundRecord[];

/** How much likelier a person means a thing of this kind when the words fit several. */
const weightOf: Readonly<Record<FoundKind, number>> = {
  mineral: 6,
  node: 2.5,
  deposit: 3,
  project: 2,
  commitment: 1.8,
  event: 1,
  energy: 1.5,
  fact: 0.7,
};

interface Entry extends FoundRecord {
  /** What it is called, in every language. */
  readonly names: string;
  /** What is said of it, in every language. */
  readonly about: string;
}

/**
 * Index over every mineral, place, deposit, project, commitment, event, energy line and founding fact in
 * every language. Spelling variants are folded together and small typing errors forgiven; every word of
 * the text must fit.
 * @param allNames names of places in more languages than the dataset carries, by id
 */
export function buildRecordSearch(
  dataset: Dataset,
  book: RecordBook,
  allNames: ReadonlyMap<string, Names> = new Map(),
): RecordSearch {
  const index = new MiniSearch<Entry & { key: string }>({
    idField: "key",
    fields: ["names", "about"],
    storeFields: ["id", "kind"],
    tokenize: wordsOf,
    processTerm: keptForms,
    searchOptions: {
      processTerm: soughtForm,
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      combineWith: "AND",
      boost: { names: 3 },
      boostDocument: (_key, _term, stored) => weightOf[stored?.["kind"] as FoundKind],
    },
  });
  for (const entry of entriesOf(dataset, book, allNames)) {
    index.add({ ...entry, key: `${entry.kind}:${entry.id}` });
  }
  return (text) =>
    index.search(text).map((hit) => ({ id: String(hit["id"]), kind: hit["kind"] as FoundKind }));
}

function entriesOf(
  { network }: Dataset,
  { commodities, projects, commitments, events, energy, facts }: RecordBook,
  allNames: ReadonlyMap<string, Names>,
): Entry[] {
  const called = (place: { readonly id: string; readonly names: Names }) =>
    `${all(allNames.get(place.id) ?? place.names)} ${place.id}`;
  const nodes = network.nodes.filter(({ type }) => type !== "waypoint" && type !== "access");
  return [
    ...[...commodities.values()].map(({ id, names, symbol, dependence }): Entry => {
      return { kind: "mineral", id, names: `${all(names)} ${symbol ?? ""}`, about: all(dependence?.buyers) };
    }),
    ...nodes.map((node): Entry => {
      return { kind: "node", id: node.id, names: `${called(node)} ${node.unlocode ?? ""}`, about: "" };
    }),
    ...network.deposits.map((deposit): Entry => {
      const about = deposit.commodities.map((mineral) => all(commodities.get(mineral)?.names)).join(" ");
      return { kind: "deposit", id: deposit.id, names: called(deposit), about };
    }),
    ...projects.map(({ id, names, description, sponsors }): Entry => {
      return { kind: "project", id, names: all(names), about: all(description, sponsors) };
    }),
    ...commitments.map(({ id, names, content, by, to, progress }): Entry => {
      return { kind: "commitment", id, names: all(names), about: all(content, by, to, progress) };
    }),
    ...events.map(({ id, text }): Entry => ({ kind: "event", id, names: "", about: all(text) })),
    ...energy.map(({ id, names, note, operator }): Entry => {
      return { kind: "energy", id, names: all(names), about: `${all(note)} ${operator ?? ""}` };
    }),
    ...facts.map(({ id, statement, note }): Entry => {
      return { kind: "fact", id, names: "", about: all(statement, note) };
    }),
  ];
}

/** The words of texts in every language. */
function all(...texts: readonly (Text | Names | undefined)[]): string {
  return texts.flatMap((text) => Object.values(text ?? {})).join(" ");
}
