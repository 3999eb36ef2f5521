import type { DataFiles } from "../../data/dataset.ts";
import { fetchOnce } from "../../data/load.ts";
import { buildRecordSearch, type FoundRecord, foundKinds } from "../../data/recordSearch.ts";
import { loadRecordBook, type RecordBook } from "../../data/records/book.ts";
import type { Translator } from "../../i18n/translator.ts";
import { extentOf } from "../../state/extent.ts";
import { namesOf } from "../../state/names.ts";
import type { State, Store } from "../../state/store.ts";
import type { Choice } from "../Combobox.tsx";
import type { Finder } from "../RecordSearch.tsx";
import { recordName } from "../records/words.ts";

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
  const [book, nodes, deposits] = await Promise.all([
    loadRecordBook(),
    fetchOnce<DataFiles["nodes"]>("nodes.geojson"),
    fetchOnce<DataFiles["deposits"]>("deposits.geojson"),
    store.getState().local.translator.loadLater(),
  ]);
  const places = [...nodes.features, ...deposits.features];
  const names = new Map(places.map(({ properties }) => [properties.id, properties.names]));
  const search = buildRecordSearch(store.getState().dataset, book, names);
  return {
    find: (text) =>
      search(text)
        .slice(0, longestList)
        .map((found) => rowOf(found, book, store.getState())),
    open: (key) => openFound(key, book, store),
  };
}

function rowOf(found: FoundRecord, book: RecordBook, { dataset, local }: State): Choice {
  const { kind, id } = found;
  const { t, country } = local.translator;
  const code = dataset.nodeById.get(id)?.country ?? dataset.depositById.get(id)?.country;
  const label = nameOfFound(found, book, dataset, local.translator);
  const details = [t(`page.kind.${kind}`), code && country(code)].filter((part) => part !== undefined);
  return { id: `${kind}:${id}`, label, detail: details.join(" · ") };
}

function nameOfFound(
  { kind, id }: FoundRecord,
  { byId, commodities }: RecordBook,
  dataset: State["dataset"],
  translator: Translator,
): string {
  const item = byId.get(id);
  if (kind === "mineral") return translator.name(commodities.get(id)?.names ?? { en: id });
  if (!item || kind === "deposit") return translator.name(namesOf(dataset, id));
  const title = recordName(item, translator);
  return item.kind === "event" ? `${item.record.date}: ${title}` : title;
}

/** A mineral or founding fact opens its page, everything else its card and its place on the map. */
function openFound(key: string, book: RecordBook, { getState, actions }: Store): void {
  const [word = "", id = ""] = key.split(":");
  const kind = foundKinds.find((candidate) => candidate === word);
  if (kind === "mineral") actions.openPage({ page: "minerals", mineral: id });
  else if (kind === "fact") actions.openPage({ page: "facts", item: id });
  else {
    const { ids, points } = extentOf(id, book, getState().dataset);
    actions.openRecord(id);
    actions.show(ids, points);
  }
}
