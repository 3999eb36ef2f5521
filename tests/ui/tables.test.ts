import { describe, expect, test } from "vitest";
import { readDataset } from "../../src/cli/readData.ts";
import { buildRecordBook } from "../../src/data/records/book.ts";
import { shownIds } from "../../src/data/records/filter.ts";
import { languages } from "../../src/i18n/languages.ts";
import { loadTranslator } from "../../src/i18n/translator.ts";
import { citingRecords } from "../../src/ui/pages/citing.ts";
import { promisesFor, sitesOf } from "../../src/ui/pages/sites.ts";
import { tables } from "../../src/ui/pages/tables/definitions.ts";
import { readRecordFiles } from "../fixtures/records.ts";

const dataset = readDataset();
const book = buildRecordBook(readRecordFiles());

describe.each(languages)("every table in $tag", (language) => {
  test("has a row for each record, a cell for each column and a name in each row", async () => {
    const translator = await loadTranslator(language, language.tag);
    await translator.loadLater();
    const sizes: Record<string, number> = {};
    for (const table of tables) {
      const rows = table.rows(book, dataset, translator);
      sizes[table.id] = rows.length;
      for (const { id, cells } of rows) {
        expect(cells.length, id).toBe(table.columns.length);
        expect(cells[0], id).toMatch(/\S/);
        // A missing message would show its own key.
        expect(
          cells.filter((cell) => /^(?:table|page|type|stage)\./.test(String(cell))),
          id,
        ).toEqual([]);
      }
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
      // What the filter leaves of a kind is found among the rows by its id.
      if (table.kind) expect(rows.map(({ id }) => id)).toEqual(shownIds(table.kind, { filter: {} }, book));
    }
    const { deposits, projects, commitments, events, energy, legs } = dataset.manifest.counts;
    expect(sizes).toMatchObject({ deposits, projects, commitments, events, energy, legs });
  });
});

describe("a mineral", () => {
  const mineral = (id: string) => {
    const found = book.commodities.get(id);
    if (!found) throw new Error(`no mineral ${id}`);
    return found;
  };
  const sites = (id: string) => sitesOf(mineral(id), dataset.network.deposits, book);

  test("begins with the site that a project for it names", () => {
    expect(sites("gallium")[0]?.id).toBe("pavlodar-alumina");
  });

  test("begins with a working mine of its own where there is one", () => {
    for (const id of ["uranium", "copper", "tungsten"]) {
      expect(sites(id)[0], id).toMatchObject({ stage: "operating" });
      expect(sites(id)[0]?.commodities[0], id).toBe(id);
    }
  });

  test("lists each of its sites once and no other", () => {
    for (const { id } of book.commodities.values()) {
      const expected = dataset.network.deposits.filter(({ commodities }) => commodities.includes(id));
      expect(new Set(sites(id))).toEqual(new Set(expected));
      expect(sites(id).length).toBe(expected.length);
    }
  });

  test("has the contract for it before the memoranda that mention it", () => {
    const { projects, commitments } = promisesFor(mineral("gallium"), sites("gallium"), book);
    expect(projects[0]?.id).toBe("p-gallium");
    expect(projects.map(({ id }) => id)).toContain("p-erg-jp");
    expect(commitments.map(({ id }) => id)).toContain("c-158");
  });

  test("of a short name is not found inside other words", () => {
    const { projects } = promisesFor(mineral("tin"), [], book);
    expect(projects.filter(({ names }) => /meeting|existing/i.test(names.en))).toEqual([]);
  });
});

test("a line that rests on a source is named in the reader's language too", () => {
  const [leg] = dataset.network.legs.filter(({ sources }) => sources.length > 0);
  const names = (id = "") => dataset.nodeById.get(id)?.names;
  const renamed = new Map(dataset.nodeById);
  for (const id of [leg?.from, leg?.to]) {
    const node = renamed.get(id ?? "");
    if (node) renamed.set(node.id, { ...node, names: { ...node.names, ar: `ع ${node.id}` } });
  }
  const citing = citingRecords(book, { ...dataset, nodeById: renamed }).get(leg?.sources[0] ?? "");
  const titles = citing?.map(({ title }) => [title.en, title["ar"]]);
  expect(titles).toContainEqual([
    `${names(leg?.from)?.en} – ${names(leg?.to)?.en}`,
    `ع ${leg?.from} – ع ${leg?.to}`,
  ]);
});

test("every source of a record leads back to the record", () => {
  const citing = citingRecords(book, dataset);
  for (const record of [...book.projects, ...book.commitments, ...book.events, ...book.facts]) {
    for (const source of record.sources)
      expect(
        citing.get(source)?.map((one) => one.record.id),
        source,
      ).toContain(record.id);
  }
});
