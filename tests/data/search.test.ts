import { describe, expect, test } from "vitest";
import { readDataset } from "../../src/cli/readData.ts";
import { fold } from "../../src/data/fold.ts";
import { buildSearch } from "../../src/data/search.ts";

const search = buildSearch(readDataset());

describe("places are found by what people type", () => {
  test.each([
    ["aktau", "aktau"],
    ["Актау", "aktau"],
    ["أكتاو", "aktau"],
    ["اكتاو", "aktau"],
    ["アクタウ", "aktau"],
    ["KZAAU", "aktau"],
    ["poti", "poti"],
    ["بوتي", "poti"],
    ["constanta", "constanta"],
    ["Constanța", "constanta"],
    ["yokohama", "yokohama"],
    ["横浜", "yokohama"],
    ["يوكوهاما", "yokohama"],
    ["tibilisi", "tbilisi"],
    ["pavlodar al", "pavlodar-alumina"],
  ])("%s", (text, id) => {
    expect(search(text)[0]?.id).toBe(id);
  });

  test("points at sea and sidings are not offered", () => {
    const ids = ["off", "loading", "point"].flatMap((text) => search(text).map((place) => place.id));
    expect(ids.filter((id) => id.startsWith("wp-") || id.startsWith("at-"))).toEqual([]);
  });

  test("nonsense finds nothing", () => {
    expect(search("qqqqqzzzz")).toEqual([]);
    expect(search("__proto__")).toEqual([]);
  });
});

test("letters that readers do not tell apart are folded together", () => {
  expect(fold("Şırnak")).toBe(fold("sirnak"));
  expect(fold("أُكْتَاو")).toBe(fold("اكتاو"));
  expect(fold("ひらがな")).toBe(fold("ヒラガナ"));
});
