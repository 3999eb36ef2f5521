import { area, booleanPointInPolygon, distance } from "@turf/turf";
import { describe, expect, it } from "vitest";
import { controlAreas, countries, countryAt, crossings, nearestCoast } from "../../geo/steps/countries.ts";
import type { Position } from "../../src/model/network.ts";

describe("countryAt", () => {
  it.each<[string, Position, string]>([
    ["Sevastopol", [33.53, 44.59], "UA"],
    ["Simferopol", [34.1, 44.95], "UA"],
    ["Donetsk", [37.8, 48.0], "UA"],
    ["Luhansk", [39.31, 48.57], "UA"],
    ["Mariupol", [37.54, 47.11], "UA"],
    ["Melitopol", [35.37, 46.85], "UA"],
    ["Henichesk", [34.8, 46.18], "UA"],
    ["Sukhumi", [41.02, 43.0], "GE"],
    ["Gali", [41.74, 42.63], "GE"],
    ["Tskhinvali", [43.97, 42.23], "GE"],
    ["Leningor", [44.48, 42.13], "GE"],
  ])("gives %s to its owner, under Russian control", (_name, position, code) => {
    expect(countryAt(position)).toEqual({ code, controlledBy: "RU" });
  });

  it.each<[string, Position, string]>([
    ["Odesa", [30.73, 46.48], "UA"],
    ["Kramatorsk", [37.56, 48.73], "UA"],
    ["Zaporizhzhia", [35.14, 47.84], "UA"],
    ["Zugdidi", [41.87, 42.51], "GE"],
    ["Gori", [44.11, 41.98], "GE"],
    ["Gudauri on the Military Road", [44.47, 42.48], "GE"],
    ["Baikonur", [63.31, 45.62], "KZ"],
    ["Aktau", [51.2, 43.65], "KZ"],
    ["Petropavl", [69.15, 54.87], "KZ"],
    ["Kaliningrad", [20.5, 54.71], "RU"],
    ["Nakhchivan, an exclave", [45.41, 39.21], "AZ"],
    ["Sokh, an enclave", [71.13, 39.97], "UZ"],
    ["Khankendi in Karabakh", [46.75, 39.82], "AZ"],
    ["Pristina", [21.17, 42.66], "RS"],
    ["Kyrenia", [33.32, 35.33], "CY"],
    ["Hargeisa", [44.06, 9.56], "SO"],
    ["Hong Kong", [114.17, 22.38], "CN"],
    ["Taipei", [121.5, 25.03], "TW"],
    ["Chukotka east of the antimeridian", [-175, 66.5], "RU"],
  ])("gives %s to its state", (_name, position, code) => {
    expect(countryAt(position)).toEqual({ code });
  });

  it.each<[string, Position]>([
    ["the middle of the Caspian", [50.5, 42.0]],
    ["the middle of the Black Sea", [34.0, 43.3]],
    ["the Indian Ocean", [70, 0]],
    ["the Norwegian Sea, at the latitude of Chukotka", [0, 67]],
    ["the Mozambique Channel, at the latitude of Fiji", [41, -16.8]],
  ])("finds no state in %s", (_name, position) => {
    expect(countryAt(position)).toBeUndefined();
  });
});

describe("crossings", () => {
  const aktau: Position = [51.4, 43.7];
  const baku: Position = [49.7, 40.4];

  it("splits a line where it meets the coast", () => {
    const between = crossings(aktau, baku);
    expect(between.length).toBeGreaterThanOrEqual(2);
    expect(owners(aktau, baku, between)[0]).toBe("KZ");
    expect(owners(aktau, baku, between).at(-1)).toBe("AZ");
    expect(owners(aktau, baku, between)).toContain(undefined);
  });

  it("counts a land border once", () => {
    const inKazakhstan: Position = [69.0, 42.3];
    const inUzbekistan: Position = [69.25, 41.3];
    expect(crossings(inKazakhstan, inUzbekistan)).toHaveLength(1);
  });

  it("splits a line at the edge of a control area", () => {
    const kramatorsk: Position = [37.56, 48.73];
    const donetsk: Position = [37.8, 48.0];
    expect(crossings(kramatorsk, donetsk)).toHaveLength(1);
  });

  it("finds no polygon that reaches across the world", () => {
    expect(crossings([41, -16], [41, -18])).toEqual([]);
    expect(crossings([-5, 66], [-5, 71])).toEqual([]);
  });

  it("finds nothing inside one state", () => {
    expect(crossings([67, 48], [68, 48.5])).toEqual([]);
  });

  function owners(a: Position, b: Position, at: readonly number[]): (string | undefined)[] {
    const stops = [0, ...at, 1];
    return at.concat(1).map((end, i) => {
      const t = ((stops[i] as number) + end) / 2;
      return countryAt([a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])])?.code;
    });
  }
});

describe("nearestCoast", () => {
  it("names the state behind the coast", () => {
    expect(nearestCoast([51.0, 43.6], 50)?.code).toBe("KZ");
    expect(nearestCoast([50.6, 40.3], 50)?.code).toBe("AZ");
  });

  it.each<[string, Position, string]>([
    ["Sevastopol", [33.3, 44.55], "UA"],
    ["Sukhumi", [40.85, 42.9], "GE"],
    ["Mariupol", [37.5, 46.95], "UA"],
  ])("says that the coast of %s is held by Russia", (_name, position, code) => {
    expect(nearestCoast(position, 50)).toMatchObject({ code, controlledBy: "RU" });
  });

  it("does not say so of Odesa and Poti", () => {
    expect(nearestCoast([30.85, 46.45], 50)).toMatchObject({ code: "UA" });
    expect(nearestCoast([30.85, 46.45], 50)?.controlledBy).toBeUndefined();
    expect(nearestCoast([41.5, 42.1], 50)?.controlledBy).toBeUndefined();
  });

  it("measures like Turf, within one per cent", () => {
    const position: Position = [51.0, 43.6];
    const kazakhstan = countries().find(({ code }) => code === "KZ");
    const vertices = kazakhstan?.geometry.coordinates.flat(2) as Position[];
    const toVertexKm = Math.min(...vertices.map((vertex) => distance(position, vertex)));
    const km = nearestCoast(position, 50)?.km as number;
    expect(km).toBeLessThanOrEqual(toVertexKm * 1.01);
    expect(km).toBeGreaterThan(toVertexKm * 0.8);
  });

  it("finds nothing beyond the reach asked for", () => {
    expect(nearestCoast([50.5, 42.0], 22.2)).toBeUndefined();
  });
});

describe("land", () => {
  it("leaves no border between Crimea and the rest of Ukraine", () => {
    const ukraine = countries().find(({ code }) => code === "UA");
    const mainland = ukraine?.geometry.coordinates.filter((coordinates) =>
      booleanPointInPolygon([34.1, 44.95], { type: "Polygon", coordinates }),
    );
    expect(mainland).toHaveLength(1);
    expect(booleanPointInPolygon([30.5, 50.4], { type: "Polygon", coordinates: mainland?.[0] ?? [] })).toBe(
      true,
    );
  });

  // Published areas: Crimea with Sevastopol 27,000 km2, Abkhazia 8,700, South Ossetia 3,900;
  // the two drawn by hand may be 15 % off.
  it.each([
    ["crimea", 27_000, 0.03],
    ["abkhazia", 8_700, 0.15],
    ["south-ossetia", 3_900, 0.15],
  ])("draws %s about as large as it is", (id, km2, tolerance) => {
    const drawn = controlAreas().find((one) => one.id === id);
    const drawnKm2 = drawn ? area(drawn.geometry) / 1e6 : 0;
    expect(Math.abs(drawnKm2 / km2 - 1)).toBeLessThan(tolerance);
  });
});
