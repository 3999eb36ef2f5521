import { describe, expect, it } from "vitest";
import { readJson } from "../../geo/io.ts";
import type { BorderOverride } from "../../geo/steps/countryKm.ts";
import { readBorders, readDataset } from "../../src/cli/readData.ts";
import { type BorderIndex, type Borders, indexBorders, measureApproach } from "../../src/data/proof.ts";
import type { Leg, Position } from "../../src/model/network.ts";

/** Kilometres that the 1:10m borders, good to about a kilometre, may find where the data count none. */
const toleranceKm = 1;

/** More than this by the data cannot be a bridge or a shore that 1:10m draws as water. */
const certainKm = 3;

/** What the second proof may find beyond the tolerance, and why. */
const explained: Readonly<Record<string, string>> = {
  "access-dara-pioz KG":
    "the deposit stands on the watershed, and its position is good to some kilometres only",
};

const overrides = readJson<BorderOverride[]>(
  new URL("../../geo/inputs/borders-overrides.json", import.meta.url),
);

describe("the two proofs, leg by leg and state by state", () => {
  const { network, courseById, manifest } = readDataset();
  const indexes = manifest.borders.map((code) => indexBorders(code, readBorders(code)));
  const measured = network.legs.flatMap((leg) => {
    const course = courseById.get(leg.id) ?? [];
    return indexes.map((index) => {
      const { code } = index;
      const insideKm = mayMeet(index, course) ? measureApproach(index, [course]).insideKm : 0;
      return { leg, code, insideKm, countedKm: kmIn(leg, code), place: `${leg.id} ${code}` };
    });
  });

  it("find no state that the data leave out", () => {
    const found = measured.filter(
      ({ leg, code, insideKm, countedKm }) =>
        countedKm === 0 && insideKm > toleranceKm && !isOverridden(leg, code),
    );
    expect(found.map(({ place }) => place).sort()).toEqual(Object.keys(explained).sort());
  });

  it("find no more of a state than the data count", () => {
    const found = measured.filter(
      ({ leg, insideKm, countedKm }) =>
        countedKm > 0 && insideKm > Math.max(countedKm, certainKm) * 1.02 + toleranceKm && !leg.access,
    );
    expect(found.map(({ place, insideKm, countedKm }) => `${place} ${insideKm} ${countedKm}`)).toEqual([]);
  });

  it("find every state that the data count on land", () => {
    const onLand = measured.filter(
      ({ leg, countedKm }) => (leg.mode === "rail" || leg.mode === "road") && countedKm > certainKm,
    );
    expect(onLand.length).toBeGreaterThan(500);
    expect(onLand.filter(({ insideKm }) => insideKm === 0).map(({ place }) => place)).toEqual([]);
  });

  it("need their overrides only within three kilometres", () => {
    const overridden = measured.filter(
      ({ leg, code, countedKm }) => countedKm === 0 && isOverridden(leg, code),
    );
    expect(overridden.filter(({ insideKm }) => insideKm > 3).map(({ place }) => place)).toEqual([]);
  });
});

describe("measureApproach", () => {
  /**
   * A square state of one degree about the equator; beyond its eastern border, a strip that it holds:
   *
   *     0          1   2   3
   *     +----------+   +---+  0.5
   *     |    AA    |   |   |
   *     +----------+   +---+ -0.5
   */
  const index = indexBorders("AA", {
    type: "FeatureCollection",
    features: [square([0, -0.5, 1, 0.5]), square([2, -0.5, 3, 0.5], "AA")],
  });
  const degreeKm = 111.195;

  it("finds what lies inside", () => {
    const { insideKm } = measureApproach(index, [
      [
        [-1, 0],
        [0.5, 0],
      ],
    ]);
    expect(insideKm).toBeGreaterThan(0.5 * degreeKm - 1);
    expect(insideKm).toBeLessThan(0.5 * degreeKm + 1);
  });

  it("counts land that the state holds as its own", () => {
    const { insideKm } = measureApproach(index, [
      [
        [2.2, 0],
        [2.8, 0],
      ],
    ]);
    expect(insideKm).toBeGreaterThan(0.6 * degreeKm - 1);
  });

  it("gives the nearest approach to both, outside", () => {
    const approach = measureApproach(index, [
      [
        [1.2, -3],
        [1.2, 3],
      ],
    ]);
    expect(approach.insideKm).toBe(0);
    expect(approach.nearestKm).toBeCloseTo(0.2 * degreeKm, 0);
    expect(approach.nearestControlledKm).toBeCloseTo(0.8 * degreeKm, 0);
  });

  it("walks over a leg of one point", () => {
    expect(
      measureApproach(index, [
        [
          [0.5, 0],
          [0.5, 0],
        ],
      ]),
    ).toMatchObject({ code: "AA", insideKm: 0 });
  });

  function square([west, south, east, north]: [number, number, number, number], controlledBy?: string) {
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ];
    const feature: Borders["features"][number] = {
      type: "Feature",
      properties: { code: controlledBy ? "BB" : "AA", ...(controlledBy && { controlledBy }) },
      geometry: { type: "MultiPolygon", coordinates: [[ring]] },
    };
    return feature;
  }
});

function kmIn(leg: Leg, state: string): number {
  return leg.countries
    .filter(({ code, controlledBy }) => code === state || controlledBy === state)
    .reduce((sum, { km }) => sum + km, 0);
}

function isOverridden({ line }: Leg, code: string): boolean {
  return overrides.some(
    ({ line: decided, drawnIn, countsFor }) => decided === line && drawnIn === code && countsFor,
  );
}

/** Whether the box around a course meets one around a polygon of the state; most pairs end here. */
function mayMeet({ polygons }: BorderIndex, course: readonly Position[]): boolean {
  const lngs = course.map(([lng]) => lng);
  const lats = course.map(([, lat]) => lat);
  const [west, south, east, north] = [
    Math.min(...lngs),
    Math.min(...lats),
    Math.max(...lngs),
    Math.max(...lats),
  ];
  return polygons.some(
    ({ bounds }) => bounds[0] <= east && bounds[2] >= west && bounds[1] <= north && bounds[3] >= south,
  );
}
