import { expect, test } from "vitest";
import type { Position } from "../../src/model/network.ts";
import { geometryOf } from "../../src/routing/geometry.ts";
import { leg, network, query } from "../fixtures/networks.ts";
import { askRoute } from "./ask.ts";

const found = askRoute(network([leg("a", "b"), leg("c", "b")]), query("a", "c"));

test("courses are joined in travel order, without doubled points", () => {
  const courses = new Map<string, Position[]>([
    [
      "a-b",
      [
        [0, 0],
        [1, 1],
        [2, 0],
      ],
    ],
    [
      "c-b",
      [
        [4, 0],
        [3, 1],
        [2, 0],
      ],
    ],
  ]);
  expect(geometryOf(found, courses)).toEqual({
    type: "LineString",
    coordinates: [
      [0, 0],
      [1, 1],
      [2, 0],
      [3, 1],
      [4, 0],
    ],
  });
  expect(courses.get("c-b")).toEqual([
    [4, 0],
    [3, 1],
    [2, 0],
  ]);
});

test("a course over the antimeridian is cut there", () => {
  const courses = new Map<string, Position[]>([
    [
      "a-b",
      [
        [170, 0],
        [178, 10],
      ],
    ],
    [
      "c-b",
      [
        [-170, 30],
        [-178, 30],
        [178, 10],
      ],
    ],
  ]);
  expect(geometryOf(found, courses)).toEqual({
    type: "MultiLineString",
    coordinates: [
      [
        [170, 0],
        [178, 10],
        [180, 20],
      ],
      [
        [-180, 20],
        [-178, 30],
        [-170, 30],
      ],
    ],
  });
});

test("a leg without a course is an error that names it", () => {
  expect(() => geometryOf(found, new Map())).toThrow('Leg "a-b": no course');
});
