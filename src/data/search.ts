import MiniSearch from "minisearch";
import type { Names } from "../model/network.ts";
import type { Dataset } from "./dataset.ts";
import { fold } from "./fold.ts";

/** A place a person can choose as start, destination or stop. */
export interface FoundPlace {
  readonly id: string;
  readonly kind: "node" | "deposit";
}

export type PlaceSearch = (text: string) => readonly FoundPlace[];

/** How likely a person means this kind of place when several share a name. */
const weightOf: Readonly<Record<string, number>> = {
  seaport: 2,
  city: 1.8,
  "dry-port": 1.6,
  terminal: 1.5,
  deposit: 1.5,
  station: 1.2,
  border: 1.2,
  junction: 1.1,
};

/**
 * Index over the names in every language, the UN/LOCODE and the id of every place that can be chosen.
 * Spelling variants are folded together; small typing errors are forgiven. Places whose name begins
 * with the text come first.
 * @param allNames names in more languages than the dataset carries, by id
 */
export function buildSearch(dataset: Dataset, allNames: ReadonlyMap<string, Names> = new Map()): PlaceSearch {
  const namesOf = (place: { readonly id: string; readonly names: Names }) =>
    Object.values(allNames.get(place.id) ?? place.names);
  const nodes = dataset.network.nodes.filter((node) => node.type !== "waypoint" && node.type !== "access");
  const kinds = new Map<string, FoundPlace["kind"]>();
  const index = new MiniSearch<{ id: string; names: string; codes: string; weight: number }>({
    fields: ["names", "codes"],
    storeFields: ["weight"],
    processTerm: (term) => fold(term) || null,
    tokenize: (text) => text.split(/[\s\p{P}]+/u).filter((token) => token !== ""),
    searchOptions: {
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      combineWith: "AND",
      boost: { codes: 2 },
      boostDocument: (_id, _term, stored) => Number(stored?.["weight"] ?? 1),
    },
  });
  const beginnings = new Map<string, string>();
  for (const node of nodes) {
    kinds.set(node.id, "node");
    beginnings.set(node.id, `|${namesOf(node).map(fold).join("|")}`);
    index.add({
      id: node.id,
      names: namesOf(node).join(" "),
      codes: `${node.id} ${node.unlocode ?? ""}`,
      weight: weightOf[node.type] ?? 1,
    });
  }
  for (const deposit of dataset.network.deposits) {
    kinds.set(deposit.id, "deposit");
    beginnings.set(deposit.id, `|${namesOf(deposit).map(fold).join("|")}`);
    index.add({
      id: deposit.id,
      names: namesOf(deposit).join(" "),
      codes: deposit.id,
      weight: weightOf["deposit"] ?? 1,
    });
  }
  const place = (id: string): FoundPlace => ({ id, kind: kinds.get(id) ?? "node" });
  return (text) => {
    const begins = (id: string) => Number(beginnings.get(id)?.includes(`|${fold(text)}`) ?? false);
    const ids = index.search(text).map((hit) => String(hit.id));
    return ids.sort((a, b) => begins(b) - begins(a)).map(place);
  };
}
