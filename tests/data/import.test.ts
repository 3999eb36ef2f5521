import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkGeojson } from "../../src/data/import/checkGeojson.ts";
import { cleaned, importLimits } from "../../src/data/import/problem.ts";
import { type Content, readContent } from "../../src/data/import/readText.ts";

const read = (value: unknown) => readContent({ format: "value", value });
const text = (json: string) => readContent({ format: "geojson", text: json });
const table = (csv: string) => readContent({ format: "table", text: csv });
const feature = (geometry: unknown, properties: unknown = {}) => ({ type: "Feature", geometry, properties });
const collection = (...features: unknown[]) => ({ type: "FeatureCollection", features });
const point = (...coordinates: unknown[]) => ({ type: "Point", coordinates });
const good = feature(point(51.2, 43.6), { name: "Aktau" });

describe("what is good is taken", () => {
  test("features of every shape keep their coordinates and properties", () => {
    const ring = [
      [50, 40],
      [51, 40],
      [51, 41],
      [50, 40],
    ];
    const features = [
      good,
      feature({ type: "LineString", coordinates: ring }),
      feature({ type: "MultiPolygon", coordinates: [[ring]] }, { area: 3, tags: ["a", { b: true }] }),
      feature({ type: "GeometryCollection", geometries: [point(1, 2, 30)] }),
      feature(null, { note: "nowhere" }),
    ];
    expect(read(collection(...features))).toEqual({ features });
  });

  test("a lone feature or geometry is a collection of one", () => {
    expect(read(good)).toEqual({ features: [good] });
    expect(read(point(1, 2))).toEqual({ features: [feature(point(1, 2))] });
  });

  test("a byte order mark does not stand in the way", () => {
    expect(text(`\ufeff${JSON.stringify(good)}`)).toEqual({ features: [good] });
  });
});

describe("the first bad feature is named with what is wrong", () => {
  const ring = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ];
  const nested = (depth: number): unknown => (depth === 0 ? 1 : { a: nested(depth - 1) });
  const brackets = (depth: number): unknown => (depth === 0 ? 1 : [brackets(depth - 1)]);
  test.each([
    ["latitude 95", feature(point(51, 95)), "out-of-range"],
    ["metres", feature(point(5_700_000, 5_300_000)), "out-of-range"],
    ["null coordinates", feature(point(null, 43)), "not-a-number"],
    ["text for coordinates", feature({ type: "Point", coordinates: "51,43" }), "not-a-number"],
    ["an open ring", feature({ type: "Polygon", coordinates: [ring] }), "open-ring"],
    ["a line of one point", feature({ type: "LineString", coordinates: [[1, 2]] }), "too-short"],
    ["a polygon without rings", feature({ type: "Polygon", coordinates: [] }), "too-short"],
    ["a shape that is none", feature({ type: "Circle", coordinates: [1, 2] }), "no-geometry-type"],
    ["a shape from the prototype", feature({ type: "constructor", coordinates: [] }), "no-geometry-type"],
    ["no feature at all", 7, "not-geojson"],
    ["a long key", feature(point(1, 2), { ["k".repeat(200_000)]: 1 }), "long-key"],
    ["a long text", feature(point(1, 2), { name: "n".repeat(200_000) }), "long-value"],
    ["deep properties", feature(point(1, 2), nested(60)), "too-deep"],
    ["deep lists", feature(point(1, 2), { list: brackets(60) }), "too-deep"],
    [
      "too many properties",
      feature(point(1, 2), Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`k${i}`, i]))),
      "too-many-properties",
    ],
  ])("%s", (_, bad, code) => {
    expect(read(collection(good, bad, 9))).toMatchObject({ problem: { code, feature: 2 } });
  });

  test.each([
    ["an empty collection", collection(), "empty"],
    ["TopoJSON", { type: "Topology", objects: {}, arcs: [] }, "not-geojson"],
    ["a list", [good], "not-geojson"],
    ["nothing", null, "not-geojson"],
    ["features that are no list", { type: "FeatureCollection", features: {} }, "not-geojson"],
  ])("%s", (_, value, code) => {
    expect(read(value)).toMatchObject({ problem: { code } });
  });

  test("text that is no JSON", () => {
    expect(text("{type:")).toMatchObject({ problem: { code: "not-json" } });
  });

  test("too many features and too many points", () => {
    const many = Array.from({ length: importLimits.features + 1 }, () => good);
    expect(read(collection(...many))).toMatchObject({ problem: { code: "too-many-features" } });
    const line = Array.from({ length: importLimits.points + 1 }, () => [1, 2]);
    expect(read(feature({ type: "LineString", coordinates: line }))).toMatchObject({
      problem: { code: "too-many-points", feature: 1 },
    });
  });
});

describe("what is dangerous is dropped", () => {
  test("keys that reach into the machinery of objects", () => {
    const json =
      '{"type":"Feature","geometry":null,"properties":{"__proto__":{"evil":1},"constructor":2,"prototype":3,"a":{"__proto__":4,"b":5}}}';
    const reading = text(json);
    expect(reading).toEqual({ features: [feature(null, { a: { b: 5 } })] });
    expect(({} as Record<string, unknown>)["evil"]).toBeUndefined();
  });

  test("control characters and those that turn the direction", () => {
    const name = "A\u202ektau\u0000\u2066 \u200fx\u0007";
    expect(read(feature(null, { [name]: name }))).toEqual({
      features: [feature(null, { "Aktau x": "Aktau x" })],
    });
    expect(cleaned("two\nlines")).toBe("two lines");
  });
});

describe("tables", () => {
  test("columns of coordinates are told by their names", () => {
    const expected = { features: [feature(point(51.2, 43.6), { name: "Aktau" })] };
    expect(table("name,lat,lng\nAktau,43.6,51.2\n")).toEqual(expected);
    expect(table("Longitude;Latitude;name\r\n51,2;43,6;Aktau\r\n")).toEqual(expected);
    expect(table("name\t緯度\t経度\nAktau\t43.6\t51.2")).toEqual(expected);
    expect(table("name,خط العرض,خط الطول\nAktau,43.6,51.2")).toEqual(expected);
  });

  test.each([
    ["no coordinates", "name,city\na,b", { code: "no-columns" }],
    ["an empty cell", "lat,lng\n1,2\n,3", { code: "not-a-number", feature: 2 }],
    ["words", "lat,lng\n1,2\n3,4\nnorth,east", { code: "not-a-number", feature: 3, value: "east" }],
    ["hexadecimal", "lat,lng\n0x10,2", { code: "not-a-number", feature: 1 }],
    ["swapped", "lat,lng\n151,43", { code: "out-of-range", feature: 1 }],
    ["a heading only", "lat,lng\n", { code: "empty" }],
    ["nothing", "", { code: "no-columns" }],
  ])("%s", (_, csv, problem) => {
    expect(table(csv)).toMatchObject({ problem });
  });

  test("a column named after the machinery of objects is dropped", () => {
    expect(table("lat,lng,__proto__,constructor,a\n1,2,3,4,5")).toEqual({
      features: [feature(point(2, 1), { a: "5" })],
    });
  });
});

describe("whatever comes in, the answer is features in range or a named problem", () => {
  const holds = (content: Content) => {
    const reading = readContent(content);
    if ("problem" in reading) expect(reading.problem.code).not.toBe("unreadable");
    else {
      expect(reading.features.length).toBeGreaterThan(0);
      // What was taken once is taken again, unchanged.
      expect(checkGeojson({ type: "FeatureCollection", features: reading.features })).toEqual(
        reading.features,
      );
    }
  };

  test("any value at all", () => {
    fc.assert(fc.property(fc.anything(), (value) => holds({ format: "value", value })));
  });

  test("any text as JSON and as a table", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        holds({ format: "geojson", text });
        holds({ format: "table", text });
        holds({ format: "table", text: `lat,lng\n${text}` });
      }),
    );
  });

  test("features of the right shape with anything in them", () => {
    const geometry = fc.record({
      type: fc.constantFrom("Point", "LineString", "Polygon", "MultiPolygon", "GeometryCollection"),
      coordinates: fc.oneof(
        fc.anything(),
        fc.array(fc.array(fc.double())),
        fc.tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -90, max: 90 })),
      ),
      geometries: fc.array(fc.anything()),
    });
    const item = fc.record({
      type: fc.constant("Feature"),
      geometry: fc.option(geometry),
      properties: fc.oneof(fc.object(), fc.anything()),
    });
    let taken = 0;
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 3 }), (features) => {
        const value = { type: "FeatureCollection", features };
        if ("features" in readContent({ format: "value", value })) taken += 1;
        holds({ format: "value", value });
      }),
    );
    expect(taken).toBeGreaterThan(0);
  });
});
