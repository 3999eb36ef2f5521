import { describe, expect, test } from "vitest";
import { readJson } from "../../geo/io.ts";
import { parseRecords, type Records, recordFiles } from "../../geo/steps/records.ts";
import { costsOf, promisesOf, totalsBy, totalsByStage, toUsd } from "../../src/data/money.ts";

const inputs = new URL("../../geo/inputs/", import.meta.url);
const { commitments, projects, rates, actors } = parseRecords(
  Object.fromEntries(
    Object.entries(recordFiles).map(([key, file]) => [key, readJson(new URL(file, inputs))]),
  ) as Record<keyof Records, unknown>,
);
const promises = promisesOf(commitments, rates);
const costs = costsOf(projects, rates);

/** Rates of 19 December 2025 as the IMF gives them, through the SDR; the manat's and the tenge's as their sources do. */
const usd = 0.732174;
const eur = 0.857522 / usd;
const jpy = 0.00470156 / usd;
const cny = 0.103984 / usd;
const aud = 0.483894 / usd;
const azn = 1 / 1.7;
const kzt = 38 / 20_700;

describe("the sums of the records, added by hand in millions", () => {
  test("of promises", () => {
    const announced =
      3_000_000 * jpy + // c-3tn
      7.4 + // c-iwaya
      700 + // c-2012
      26_000 + // c-2015
      12_000 * eur + // c-eu-12bn
      10 * eur + // c-eu-tash
      25_000 + // c-c5plus1
      1_500 * cny; // c-china-treaty
    const signed =
      3_000 * eur + // c-kz-jp
      12_000 + // c-uz-jp
      2_300 + // c-cku
      2_400 * eur; // c-mufg-kars
    const committed = 1_410; // c-wb-mk
    const totals = totalsByStage(promises);
    expect(Object.keys(totals)).toEqual(["announced", "signed", "committed"]);
    expect(totals.announced).toBeCloseTo(announced * 1e6, -7);
    expect(totals.signed).toBeCloseTo(signed * 1e6, -6);
    expect(totals.committed).toBe(committed * 1e6);
    // About 85.3, 20.6 and 1.4 bn.
    expect(Object.values(totals).map((sum) => Math.round(sum / 1e8) / 10)).toEqual([85.3, 20.6, 1.4]);
  });

  test("of the costs of projects", () => {
    const announced =
      44 + // p-jica-kg, with the 20.5 of p-naryn-bridge in it
      20 + // p-gallium
      20_700 * kzt + // p-aktau-hub
      600 + // p-anaklia
      200 + // p-poti
      4_700 + // p-cku
      4_600 + // p-transafghan
      2 + // p-green
      1_100 + // p-cove
      1_000 + // p-traxys
      2_600 + // p-uz76
      1_500 + // p-kazm-smelter
      500 + // p-hms
      200 + // p-talco
      15.3 * azn + // p-damirli
      100 * eur + // p-sat
      100 * eur; // p-eib-tj
    // p-aktau-xray, p-spitamen, p-kars-dilucu, p-uz-japan
    const signed = (719 + 1_341) * jpy + 2_400 * eur + 12_000;
    const committed = 3.2 + 1_410; // p-smartmining, p-mk
    const disbursed = 30 + 300 + 5 * aud; // p-sareco, p-boguty, p-sarytogan
    const totals = totalsByStage(costs);
    expect(Object.keys(totals)).toEqual(["announced", "signed", "committed", "disbursed"]);
    expect(totals.announced).toBeCloseTo(announced * 1e6, -5);
    expect(totals.signed).toBeCloseTo(signed * 1e6, -5);
    expect(totals.committed).toBeCloseTo(committed * 1e6, -1);
    expect(totals.disbursed).toBeCloseTo(disbursed * 1e6, -3);
  });
});

describe("what is never added", () => {
  test("a letter of interest, a part, another figure, a promise left out of sums", () => {
    const ids = promises.map(({ record }) => record);
    expect(ids).not.toContain("c-cove");
    expect(ids).not.toContain("c-eu-10bn");
    expect(ids).not.toContain("c-uz-us");
    expect(ids).toHaveLength(new Set(ids).size);
    expect(promises.find(({ record }) => record === "c-2015")?.value).toBe(26_000_000_000);
  });

  test("a part to its whole; alone in a list the part counts", () => {
    const part = projects.filter(({ id }) => id === "p-naryn-bridge");
    expect(costs.map(({ record }) => record)).not.toContain("p-naryn-bridge");
    expect(costsOf(part, rates).map(({ usd }) => usd)).toEqual([20_500_000]);
  });

  test("a project's cost to a promise", () => {
    const ids = new Set(promises.map(({ record }) => record));
    expect(costs.some(({ record }) => ids.has(record))).toBe(false);
  });
});

describe("conversion", () => {
  test("every currency of the records has a rate, each with its day and source", () => {
    const used = new Set(
      [...commitments, ...projects].flatMap(({ money }) => money.map((sum) => sum.currency)),
    );
    used.delete("USD");
    expect(rates.map(({ currency }) => currency)).toEqual([...used].sort());
    expect(toUsd({ value: 3e12, currency: "JPY" }, rates) / 1e9).toBeCloseTo(19.26, 2);
  });

  test("a currency without a rate is an error that names it", () => {
    expect(() => toUsd({ value: 1, currency: "RUB" }, rates)).toThrow('"RUB"');
  });
});

describe("totals by", () => {
  test("giver: the World Bank's and the AIIB's guarantee stands under both and is not divided", () => {
    const byGiver = totalsBy(promises, ({ givers }) => givers);
    expect(byGiver.get("aiib")).toEqual({ committed: 1_410_000_000 });
    expect(byGiver.get("CN")?.signed).toBe(2_300_000_000);
    expect(byGiver.get("KG")).toBeUndefined();
    expect(byGiver.get("US")).toEqual({ announced: 25_000_000_000 });
    for (const giver of byGiver.keys()) expect(actors.map(({ id }) => id)).toContain(giver);
  });

  test("country and year", () => {
    const byCountry = totalsBy(promises, ({ countries }) => countries);
    expect(byCountry.get("TR")?.signed).toBeCloseTo(2400e6 * eur, -4);
    const byYear = totalsBy(promises, ({ year }) => (year === undefined ? [] : [year]));
    expect(byYear.get(2012)).toEqual({ announced: 700_000_000 });
    expect(byYear.get(2026)).toEqual({ committed: 1_410_000_000 });
    expect([...byYear.keys()].sort()).toEqual([2012, 2015, 2025, 2026]);
  });
});
