import type { DataFiles } from "../../data/dataset.ts";
import { fetchOnce } from "../../data/load.ts";
import { buildRecordSearch, type FoundRecord, foundKinds } from "../../data/recordSearch.ts";
import { loadRecords, type Records } from "../../data/records.ts";
import { extentOf } from "../../state/extent.ts";
import { namesOf } from "../../state/names.ts";
import type { State, Store } from "../../state/store.ts";
import type { Choice } from "../Combobox.tsx";
import type { Finder } from "../RecordSearch.tsx";

const longestList = 12;

let finder: Promise<Finder> | undefined;

/** Loads the records and their index once; a failed try is made again at the next call. */
export function loadFinder(store: Store): Promise<Finder> {
  finder ??= makeFinder(store);
  finder.catch(() => {
    finder = undefined;
  });
  return finder;
}

async function makeFinder(store: Store): Promise<Finder> {
  const [records, nodes, deposits] = await Promise.all([
    loadRecords(),
    fetchOnce<DataFiles["nodes"]>("nodes.geojson"),
    fetchOnce<DataFiles["deposits"]>("deposits.geojson"),
    store.getState().local.translator.loadLater(),
  ]);
  const places = [...nodes.features, ...deposits.features];
  const names = new Map(places.map(({ properties }) => [properties.id, properties.names]));
  const search = buildRecordSearch(store.getState().dataset, records, names);
  return {
    find: (text) =>
      search(text)
        .slice(0, longestList)
        .map((found) => rowOf(found, records, store.getState())),
    open: (key) => openFound(key, records, store),
  };
}

function rowOf({ kind, id }: FoundRecord, records: Records, { dataset, local }: State): Choice {
  const { t, name, country } = local.translator;
  const code = dataset.nodeById.get(id)?.country ?? dataset.depositById.get(id)?.country;
  const label = nameOfFound({ kind, id }, records, dataset, name);
  const details = [t(`page.kind.${kind}`), code && country(code)].filter((part) => part !== undefined);
  return { id: `${kind}:${id}`, label, detail: details.join(" · ") };
}

function nameOfFound(
  { kind, id }: FoundRecord,
  records: Records,
  dataset: State["dataset"],
  name: State["local"]["translator"]["name"],
): string {
  const named = <T extends { readonly id: string }>(list: readonly T[]) =>
    list.find((record) => record.id === id) as T;
  switch (kind) {
    case "node":
    case "deposit":
      return name(namesOf(dataset, id));
    case "mineral":
      return name(named(records.minerals).names);
    case "project":
      return name(named(records.projects).names);
    case "commitment":
      return name(named(records.commitments).names);
    case "energy":
      return name(named(records.energy).names);
    case "event": {
      const event = named(records.events);
      return `${event.date}: ${name(event.text)}`;
    }
    case "fact":
      return name(named(records.facts).statement);
  }
}

/** A mineral or founding fact opens its page, everything else its card and its place on the map. */
function openFound(key: string, records: Records, { getState, actions }: Store): void {
  const [word = "", id = ""] = key.split(":");
  const kind = foundKinds.find((candidate) => candidate === word);
  if (kind === "mineral") actions.openPage({ page: "minerals", mineral: id });
  else if (kind === "fact") actions.openPage({ page: "facts", item: id });
  else openRecord(id, records, getState().dataset, actions);
}

function openRecord(
  id: string,
  records: Records,
  dataset: State["dataset"],
  actions: Store["actions"],
): void {
  const linked = [...records.projects, ...records.commitments, ...records.events, ...records.energy];
  const record = linked.find((candidate) => candidate.id === id) ?? { id };
  const { ids, points } = extentOf(record, records, dataset);
  actions.openRecord(id);
  actions.show(ids, points);
}
