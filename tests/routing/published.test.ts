import { describe, expect, test } from "vitest";
import { readJson } from "../../geo/io.ts";
import { comparePublished, missedFigures } from "../../geo/steps/published.ts";
import { readDataset } from "../../src/cli/readData.ts";
import type { Compared, Published } from "../../src/model/published.ts";
import { overlaps, queryOf } from "../../src/model/published.ts";
import { buildGraph } from "../../src/routing/index.ts";

const { network, factors, manifest } = readDataset();
const graph = buildGraph(network, factors, manifest.networkYear);
const inputs = readJson<Published[]>(new URL("../../geo/inputs/published.json", import.meta.url));
const served = readJson<Compared[]>(new URL("../../public/data/published.json", import.meta.url));
const compared = comparePublished(inputs, graph);

describe("the model beside published times and prices", () => {
  test.each(compared.filter(({ applies }) => applies))("$id overlaps", (figure) => {
    expect(missedFigures([figure])).toEqual([]);
  });

  test("is served as it is computed", () => {
    expect(served).toEqual(compared);
  });

  test("says of every figure that does not apply why, in every language", () => {
    const silent = compared.filter(({ applies, why }) => !applies && !(why?.en && why.ar && why.ja));
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  test("computes every question, of the figures that do not apply too", () => {
    expect(compared.filter(({ model }) => !model).map(({ id }) => id)).toEqual([]);
  });
});

describe("a figure", () => {
  const [figure] = inputs as [Published];
  const value = (min: number, max: number) => ({ value: { min, max, unit: "h" as const } });

  test("asks around Russia unless it says otherwise", () => {
    expect(queryOf(figure).avoid).toEqual(["RU"]);
    expect(queryOf({ ...figure, query: { ...figure.query, avoid: [] } }).avoid).toEqual([]);
  });

  test("overlaps where the ranges touch, and not beside them", () => {
    const model = { min: 10, typical: 12, max: 20 };
    expect(overlaps(model, value(20, 30))).toBe(true);
    expect(overlaps(model, value(5, 10))).toBe(true);
    expect(overlaps(model, value(21, 30))).toBe(false);
    expect(overlaps(model, value(1, 9))).toBe(false);
  });

  test("that applies and is missed is a warning that names both ranges", () => {
    const missed: Compared = {
      ...figure,
      applies: true,
      model: { min: 10, typical: 12, max: 20 },
      overlaps: false,
      ...value(30, 40),
    };
    expect(missedFigures([missed])[0]).toMatchObject({
      place: figure.id,
      problem: "model 10–20, published 30–40 h",
    });
    expect(missedFigures([{ ...missed, applies: false }])).toEqual([]);
  });
});
