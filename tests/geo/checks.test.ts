import { describe, expect, it } from "vitest";
import type { Checked } from "../../geo/checks/checked.ts";
import type { Gates } from "../../geo/checks/gates.ts";
import { checkNetwork, checkSchema } from "../../geo/checks.ts";
import { readJson } from "../../geo/io.ts";
import type { CountedLeg } from "../../geo/steps/countryKm.ts";
import { type NodeRecord, nodeSchema, type Position } from "../../src/model/network.ts";

function node(id: string, position: Position, fields: Partial<NodeRecord> = {}): NodeRecord {
  return {
    id,
    type: "station",
    names: { en: id, ar: id, ja: id },
    position,
    country: "KZ",
    gauges: [1520],
    positionSource: "approximate",
    sources: [],
    ...fields,
  };
}

function leg(from: NodeRecord, to: NodeRecord, fields: Partial<CountedLeg> = {}): CountedLeg {
  const id = `${from.id}-${to.id}`;
  return {
    id,
    line: id,
    from: from.id,
    to: to.id,
    mode: "rail",
    gauge: 1520,
    status: "operating",
    quality: "approximate",
    lengthBasis: "published",
    lengthKm: 80,
    drawnKm: 75,
    countries: [{ code: "KZ", km: 80 }],
    sources: ["timetable"],
    course: [from.position, to.position],
    ...fields,
  };
}

/** a - b - c, all sound. */
const a = node("a", [61, 48]);
const b = node("b", [62, 48]);
const c = node("c", [63, 48]);
const sound: Checked = {
  nodes: [a, b, c],
  legs: [leg(a, b), leg(b, c)],
  deposits: [],
  sources: [{ id: "timetable", title: "Timetable" }],
  sections: [{ id: "whole", lines: ["a-b", "b-c"] }],
  namedSources: new Map(),
  gates: readJson<Gates>(new URL("../../geo/inputs/gates.json", import.meta.url)),
  fairways: {},
};

function found(changes: Partial<Checked>): string[] {
  return checkNetwork({ ...sound, ...changes }).map(({ id, place }) => `${id}: ${place}`);
}

describe("checkNetwork", () => {
  it("finds nothing in a sound network", () => {
    expect(found({})).toEqual([]);
  });

  it.each<[string, Partial<Checked>, string]>([
    ["an id used twice", { nodes: [a, b, c, a] }, "unique-ids: a"],
    [
      "a line with the id of a place",
      { legs: [leg(a, b, { line: "c" }), leg(b, c)], sections: [] },
      "unique-ids: c",
    ],
    ["an unknown end", { legs: [leg(a, b), leg(b, { ...c, id: "d" })] }, "known-ends: b-d"],
    ["a gap", { legs: [leg(a, b), leg(b, c, { course: [b.position, [63, 48.1]] })] }, "ends-meet-nodes: b-c"],
    ["no course", { legs: [leg(a, b), leg(b, c, { course: [b.position] })] }, "finite-courses: b-c"],
    ["no length", { legs: [leg(a, b), leg(b, c, { lengthKm: 0, countries: [] })] }, "finite-courses: b-c"],
    ["an unknown gauge", { legs: [leg(a, b), leg(b, c, { gauge: 1000 })] }, "gauges: b-c"],
    ["a railway without gauge", { legs: [leg(a, b), leg(b, c, { gauge: undefined })] }, "gauges: b-c"],
    ["a road on rails", { legs: [leg(a, b), leg(b, c, { mode: "road" })] }, "gauges: b-c"],
    [
      "a gauge the place does not list",
      { legs: [leg(a, b), leg(b, c, { gauge: 1435 })] },
      "gauge-continuity: b",
    ],
    ["a missing name", { nodes: [a, b, { ...c, names: { en: "c", ar: "c" } }] }, "names: c"],
    ["an unknown source", { legs: [leg(a, b), leg(b, c, { sources: ["rumour"] })] }, "sources: b-c"],
    ["an unknown source of a figure", { namedSources: new Map([["whole", ["rumour"]]]) }, "sources: whole"],
    ["states that do not sum up", { legs: [leg(a, b), leg(b, c, { lengthKm: 81 })] }, "sums: b-c"],
    ["a place out of reach", { nodes: [a, b, c, node("d", [64, 48])] }, "reachable: d"],
    [
      "a trunk through Russia",
      { legs: [leg(a, b), leg(b, c, { corridor: true, countries: [{ code: "RU", km: 80 }] })] },
      "corridor-stays-out-of-russia: b-c",
    ],
    [
      "a trunk through an area under Russian control",
      {
        legs: [
          leg(a, b),
          leg(b, c, { corridor: true, countries: [{ code: "UA", km: 80, controlledBy: "RU" }] }),
        ],
      },
      "corridor-stays-out-of-russia: b-c",
    ],
    ["a section without its line", { sections: [{ id: "whole", lines: ["a-c"] }] }, "section-lines: whole"],
  ])("finds %s", (_name, changes, problem) => {
    expect(found(changes)).toContain(problem);
  });

  it("lets passengers reach what freight cannot, and promised lines what no train does", () => {
    const d = node("d", [64, 48]);
    const e = node("e", [64, 49]);
    const legs = [
      ...sound.legs,
      leg(c, d, { freight: false }),
      leg(c, e, { status: "planned", expected: 2030 }),
    ];
    expect(found({ nodes: [a, b, c, d, e], legs })).toEqual([]);
  });
});

describe("checkSchema", () => {
  it("names the record, the field and what is wrong with it", () => {
    const [problem] = checkSchema("nodes.json", nodeSchema, [{ ...a, position: [200, 48] }]);
    expect(problem?.place).toBe('nodes.json "a"');
    expect(problem?.problem).toContain("-180..180");
  });
});
