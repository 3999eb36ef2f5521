import { describe, expect, test } from "vitest";
import { estimateHandling, estimateLeg, type Handling } from "../../src/model/estimate.ts";
import { factorsWith, leg, roundFactors } from "../fixtures/networks.ts";

describe("legs", () => {
  test("the slowest speed makes the longest time", () => {
    expect(estimateLeg(leg("a", "b"), roundFactors).durationH).toEqual({ min: 5, typical: 10, max: 20 });
  });

  test("a railway goes at the speed and price of each state it runs through", () => {
    const factors = factorsWith({
      "speed.rail": 10,
      "speed.rail.china": 50,
      "speed.rail.caucasus": 25,
      "price.rail": 1,
      "price.rail.china": 3,
    });
    const countries = [
      { code: "CN", km: 50 },
      { code: "KZ", km: 25 },
      { code: "AZ", km: 25 },
    ];
    const estimate = estimateLeg(leg("a", "b", "rail", { countries }), factors);
    expect(estimate.durationH.typical).toBe(1 + 2.5 + 1);
    expect(estimate.costUsdPerFeu.typical).toBe(150 + 25 + 25);
  });

  test("traction decides the emissions of a railway; where it is not known the range holds both", () => {
    // 100 km x 20 t = 2,000 tkm, at 10 g electric and 20 g otherwise
    const emissions = (traction: "electric" | "diesel" | undefined) => {
      const { traction: _, ...bare } = leg("a", "b");
      return estimateLeg(traction ? { ...bare, traction } : bare, roundFactors).emissionsKgCo2ePerFeu;
    };
    expect(emissions("electric")).toEqual({ min: 10, typical: 20, max: 40 });
    expect(emissions("diesel")).toEqual({ min: 20, typical: 40, max: 80 });
    expect(emissions(undefined)).toEqual({ min: 10, typical: 30, max: 80 });
  });

  test("each water has its own speed and price", () => {
    const factors = factorsWith({ "speed.sea.caspian": 20, "speed.sea.deep": 50, "speed.ferry": 25 });
    const hours = [
      leg("a", "b", "sea", { sea: "caspian" }),
      leg("a", "b", "sea", { sea: "deep" }),
      leg("a", "b", "sea", { sea: "short" }),
      leg("a", "b", "ferry"),
    ].map((lane) => estimateLeg(lane, factors).durationH.typical);
    expect(hours).toEqual([5, 2, 10, 4]);
  });

  test("a lane that does not say its sea is an error that names it", () => {
    const { sea: _, ...lane } = leg("a", "b", "sea");
    expect(() => estimateLeg(lane, roundFactors)).toThrow('Leg "a-b": sea is missing');
  });
});

describe("handlings", () => {
  test.each<[Handling, number, number]>([
    ["port.caspian", 50, 3],
    ["port.ferry", 8, 3],
    ["gauge", 50, 3],
    ["road-rail", 50, 3],
    ["border", 50, 0],
    ["border.union", 0, 0],
  ])("%s costs %i dollars and emits %i kg", (handling, dollars, kilograms) => {
    const estimate = estimateHandling(handling, factorsWith({ "price.port.ferry": 8 }));
    expect(estimate.durationH.typical).toBe(5);
    expect(estimate.costUsdPerFeu.typical).toBe(dollars);
    expect(estimate.emissionsKgCo2ePerFeu.typical).toBe(kilograms);
  });
});
