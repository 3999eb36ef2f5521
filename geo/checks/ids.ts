import type { Problem } from "../problem.ts";
import type { Checked } from "./checked.ts";

/** Names every place must have. */
const languages = ["en", "ar", "ja"];

export function uniqueIds({ nodes, legs, deposits }: Checked): Problem[] {
  const seen = new Set<string>();
  const places = [...nodes, ...deposits].map(({ id }) => id);
  // Links close nodes, legs and lines by one list of ids, so none may mean two things.
  const lines = new Set(legs.filter((leg) => leg.line !== leg.id).map(({ line }) => line));
  return [...places, ...legs.map(({ id }) => id), ...lines]
    .filter((id) => seen.size === seen.add(id).size)
    .map((id) => ({
      id: "unique-ids",
      place: id,
      problem: "the id is used twice among nodes, deposits, legs and lines",
      remedy: "rename the newer one",
    }));
}

export function knownEnds({ nodes, legs, deposits }: Checked): Problem[] {
  const known = new Set([...nodes, ...deposits].map(({ id }) => id));
  return legs.flatMap((leg) =>
    [leg.from, leg.to]
      .filter((end) => !known.has(end))
      .map((end) => ({
        id: "known-ends",
        place: leg.id,
        problem: `ends at "${end}", which does not exist`,
        remedy: "add it to geo/inputs/nodes.json or correct the line",
      })),
  );
}

export function names({ nodes }: Checked): Problem[] {
  return nodes.flatMap((node) => {
    const missing = languages.filter((language) => !node.names[language]);
    if (missing.length === 0) return [];
    return [
      {
        id: "names",
        place: node.id,
        problem: `has no name in ${missing.join(", ")}`,
        remedy: "add it to geo/inputs/names",
        position: node.position,
      },
    ];
  });
}

export function sources({ nodes, legs, sources, namedSources }: Checked): Problem[] {
  const known = new Set(sources.map(({ id }) => id));
  const named: (readonly [string, readonly string[]])[] = [
    ...[...nodes, ...legs].map((item) => [item.id, item.sources] as const),
    ...namedSources,
  ];
  return named.flatMap(([place, ids]) =>
    ids
      .filter((id) => !known.has(id))
      .map((id) => ({
        id: "sources",
        place,
        problem: `names the source "${id}", which does not exist`,
        remedy: "add it to geo/inputs/sources.json or sources-network.json",
      })),
  );
}

export function sectionLines({ legs, sections }: Checked): Problem[] {
  const known = new Set(legs.map(({ line }) => line));
  return sections.flatMap(({ id, lines }) =>
    lines
      .filter((line) => !known.has(line))
      .map((line) => ({
        id: "section-lines",
        place: id,
        problem: `names the line "${line}", which does not exist`,
        remedy: "correct geo/inputs/figures.json",
      })),
  );
}
