import type { Dataset } from "../../data/dataset.ts";
import type { RecordBook } from "../../data/records/book.ts";
import type { Names } from "../../model/network.ts";
import type { PageTarget } from "../../state/pages.ts";

/** A record that rests on a source, with its name, and the page it stands on where it has no card. */
export interface Citing {
  readonly record: { readonly id: string };
  readonly title: Names;
  readonly target?: PageTarget;
}

/** Which records rest on each source, by the source's id; legs count by their line. */
export function citingRecords(
  { commodities, projects, commitments, events, energy, facts }: RecordBook,
  { network, nodeById }: Dataset,
): ReadonlyMap<string, readonly Citing[]> {
  const found = new Map<string, Citing[]>();
  const add = (sources: readonly string[], citing: Citing) => {
    for (const id of new Set(sources)) found.set(id, [...(found.get(id) ?? []), citing]);
  };
  for (const record of [...projects, ...commitments, ...energy])
    add(record.sources, { record, title: record.names });
  for (const record of events) add(record.sources, { record, title: record.text });
  for (const record of facts)
    add(record.sources, { record, title: record.statement, target: { page: "facts", item: record.id } });
  for (const record of commodities.values()) {
    const { share = [], controls = [], sources = [] } = record.dependence ?? {};
    const figures = [...share, ...controls].map(({ source }) => source);
    const target = { page: "minerals", mineral: record.id } as const;
    add([...(record.sources ?? []), ...sources, ...figures], { record, title: record.names, target });
  }
  const lines = new Map(network.legs.map((leg) => [leg.line, leg]));
  for (const leg of lines.values()) {
    const ends = [nodeById.get(leg.from), nodeById.get(leg.to)].map((node) => node?.names ?? { en: "" });
    add(leg.sources, { record: leg, title: joined(ends) });
  }
  return found;
}

/** Names side by side, in every language that one of them has. */
function joined(all: readonly Names[]): Names {
  const inLanguage = (language: string) => all.map((names) => names[language] ?? names.en).join(" – ");
  const languages = new Set(all.flatMap((names) => Object.keys(names)));
  return { en: inLanguage("en"), ...Object.fromEntries([...languages].map((tag) => [tag, inLanguage(tag)])) };
}
