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
      "speed.rail.europe": 5,
      "price.rail": 1,
      "price.rail.china": 3,
    });
    const countries = [
      { code: "CN", km: 50 },
      { code: "KZ", km: 25 },
      { code: "AZ", km: 25 },
      { code: "DE", km: 5 },
    ];
    const estimate = estimateLeg(leg("a", "b", "rail", { countries }), factors);
    expect(estimate.durationH.typical).toBe(1 + 2.5 + 1 + 1);
    expect(estimate.costUsdPerFeu.typical).toBe(150 + 25 + 25 + 5);
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
    ["port.caspian.load", 50, 3],
    ["port.ferry.train", 8, 3],
    ["gauge", 50, 3],
    ["road-rail", 50, 3],
    ["rail-road", 50, 3],
    ["border", 50, 0],
    ["border.union", 0, 0],
  ])("%s costs %i dollars and emits %i kg", (handling, dollars, kilograms) => {
    const estimate = estimateHandling(handling, factorsWith({ "price.port.ferry": 8 }));
    expect(estimate.durationH.typical).toBe(5);
    expect(estimate.costUsdPerFeu.typical).toBe(dollars);
    expect(estimate.emissionsKgCo2ePerFeu.typical).toBe(kilograms);
  });

  // Each wait has a value of its own, so that a sum tells what is in it; the port takes 5 hours.
  const waits = factorsWith({
    "time.vessel.caspian": 10,
    "time.vessel.short": 20,
    "time.vessel.deep": 30,
    "time.vessel.ferry": 40,
    "time.weather.caspian": 100,
    "time.train.formation": 1000,
  });

  test.each<[Handling, number]>([
    ["port.caspian.load", 5 + 10 + 100],
    ["port.short.load", 5 + 20],
    ["port.deep.load", 5 + 30],
    ["port.ferry.load", 5 + 40],
    ["port.caspian.train", 5 + 1000],
    ["port.ferry.train", 5 + 1000],
    ["port.deep.lorry", 5],
    ["port.transshipment", 5],
    ["road-rail", 5 + 1000],
    ["rail-road", 5],
    ["gauge", 5],
  ])("%s waits for what comes after it: %i h", (handling, hours) => {
    const { durationH, factors } = estimateHandling(handling, waits);
    expect(durationH).toEqual({ min: hours / 2, typical: hours, max: hours * 2 });
    const named = factors.filter((id) => id.startsWith("time."));
    expect(named.reduce((sum, id) => sum + waits[id].typical, 0)).toBe(hours);
  });
});
