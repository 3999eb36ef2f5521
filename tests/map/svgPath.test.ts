import { toMercator } from "@turf/turf";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { latitudeAt, mercator } from "../../src/model/mercator.ts";
import { type Drawing, svgPath } from "../../src/model/svgPath.ts";

const within = (limit: number) => fc.double({ min: -limit, max: limit, noNaN: true });
const places = fc.tuple(within(180), within(85));

describe("Web Mercator", () => {
  test("agrees with Turf's metres", () => {
    const half = 20037508.342789244;
    fc.assert(
      fc.property(places, (place) => {
        const [x, y] = mercator(place);
        const [east = 0, north = 0] = toMercator(place);
        expect(x).toBeCloseTo((east + half) / (2 * half), 9);
        expect(y).toBeCloseTo((half - north) / (2 * half), 9);
      }),
    );
  });

  test("gives a latitude back", () => {
    fc.assert(
      fc.property(places, (place) => {
        expect(latitudeAt(mercator(place)[1])).toBeCloseTo(place[1], 9);
      }),
    );
  });
});

describe("a path", () => {
  const drawing: Drawing = {
    width: 100,
    height: 100,
    project: ([x, y]) => [x, y],
    tooShort: 0,
    tooSmall: 0,
    digits: 1,
  };
  const line = (...coordinates: number[][]) => ({ type: "LineString" as const, coordinates });
  const area = (...ring: number[][]) => ({ type: "Polygon" as const, coordinates: [ring] });

  test("is written in relative steps, that of an area closed", () => {
    expect(svgPath([line([1, 2], [4, 1.5], [4, 9])], drawing)).toBe("M1 2l3-0.5 0 7.5");
    expect(svgPath([area([0, 0], [10, 0], [10, 10], [0, 0])], drawing)).toBe("M0 0l10 0 0 10-10-10Z");
  });

  test("leaves out what is out of sight, points too near and areas too small", () => {
    expect(svgPath([line([101, 5], [140, 8]), line([5, -9], [8, -1])], drawing)).toBe("");
    expect(svgPath([line([0, 0], [0.4, 0], [3, 0])], { ...drawing, tooShort: 1 })).toBe("M0 0l3 0");
    expect(svgPath([area([1, 1], [2, 1], [2, 2], [1, 1])], { ...drawing, tooSmall: 3 })).toBe("");
  });

  test("does not drift: its steps lead to the last point as rounded", () => {
    const inSight = fc.double({ min: 0, max: 99, noNaN: true });
    const courses = fc.array(fc.tuple(inSight, inSight), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(courses, (course) => {
        const numbers = (svgPath([line(...course)], drawing).match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
        for (const axis of [0, 1] as const) {
          const end = numbers.filter((_, index) => index % 2 === axis).reduce((sum, step) => sum + step, 0);
          expect(Math.abs(end - (course.at(-1)?.[axis] ?? 0))).toBeLessThan(0.0501);
        }
      }),
    );
  });
});
