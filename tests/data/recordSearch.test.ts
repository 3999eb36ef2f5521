import { describe, expect, test } from "vitest";
import { readDataset } from "../../src/cli/readData.ts";
import { buildRecordSearch } from "../../src/data/recordSearch.ts";
import { buildRecordBook } from "../../src/data/records/book.ts";
import { keptForms, soughtForm, wordsOf } from "../../src/data/words.ts";
import { readPlaceNames, readRecordFiles } from "../fixtures/records.ts";

const book = buildRecordBook(readRecordFiles());
const search = buildRecordSearch(readDataset(), book, readPlaceNames());
const found = (text: string) => search(text).map(({ kind, id }) => `${kind}:${id}`);

describe("everything is found by what people type", () => {
  test.each(["gallium", "Gallium", "galium", "غاليوم", "الغاليوم", "ガリウム"])(
    "%s finds the mineral first, then the Pavlodar site and the Japanese contract",
    (text) => {
      expect(found(text)[0]).toBe("mineral:gallium");
      expect(found(text).slice(0, 8)).toEqual(
        expect.arrayContaining(["deposit:pavlodar-alumina", "project:p-gallium"]),
      );
    },
  );

  test.each([
    ["mitsubishi", "project:p-gallium"],
    ["三菱商事", "project:p-gallium"],
    ["商事", "project:p-gallium"],
    ["Актау", "node:aktau"],
    ["KZAAU", "node:aktau"],
    ["U", "mineral:uranium"],
    ["uranum", "mineral:uranium"],
    ["Baku-Tbilisi-Ceyhan", "energy:e-btc"],
    ["diplomatic relations 日本", "event:ev-19920126"],
    ["documents cooperation 158", "commitment:c-158"],
  ])("%s finds %s", (text, expected) => {
    expect(found(text)).toContain(expected);
  });

  test("every record can be found by its own name in each language", () => {
    for (const language of ["en", "ar", "ja"] as const) {
      const lost = [...book.projects, ...book.commitments, ...book.commodities.values()]
        .filter(({ id, names }) => !search(names[language]).some((hit) => hit.id === id))
        .map(({ id }) => id);
      expect(lost, language).toEqual([]);
    }
  });

  test("nonsense finds nothing and breaks nothing", () => {
    for (const text of ["qqqqqzzzz", "__proto__", "", "   ", "🙂", "\u202e"]) expect(found(text)).toEqual([]);
  });
});

test("words end where the script changes", () => {
  expect(wordsOf("ガリウム生産ラインと供給契約")).toEqual(["ガリウム", "生産", "ライン", "と", "供給契約"]);
  expect(wordsOf("Baku–Tbilisi (BTC)")).toEqual(["Baku", "Tbilisi", "BTC"]);
});

test("the Arabic article does not stand in the way", () => {
  for (const word of ["الغاليوم", "والغاليوم", "بالغاليوم", "للغاليوم"])
    expect(soughtForm(word)).toBe(soughtForm("غاليوم"));
  expect(keptForms("الغاليوم")).toContain("الغاليوم");
  expect(keptForms("三菱商事")).toContain("商事");
});
