import { describe, expect, it } from "vitest";
import type { Checked } from "../../geo/checks/checked.ts";
import type { Gates } from "../../geo/checks/gates.ts";
import { lanesAtSea, straitsNamed } from "../../geo/checks/seaLanes.ts";
import { readJson } from "../../geo/io.ts";
import type { CountedLeg } from "../../geo/steps/countryKm.ts";
import type { NodeRecord, Position } from "../../src/model/network.ts";

const gates = readJson<Gates>(new URL("../../geo/inputs/gates.json", import.meta.url));

function place(id: string, position: Position, type: NodeRecord["type"] = "waypoint"): NodeRecord {
  return { id, type, names: { en: id }, position, positionSource: "approximate", sources: [] };
}

function lane(
  from: NodeRecord,
  to: NodeRecord,
  bends: Position[],
  fields: Partial<CountedLeg> = {},
): CountedLeg {
  const id = `${from.id}-${to.id}`;
  return {
    id,
    line: id,
    from: from.id,
    to: to.id,
    mode: "sea",
    status: "operating",
    quality: "approximate",
    lengthBasis: "drawn",
    lengthKm: 100,
    drawnKm: 100,
    countries: [],
    sources: [],
    course: [from.position, ...bends, to.position],
    ...fields,
  };
}

function checked(nodes: NodeRecord[], legs: CountedLeg[], fields: Partial<Checked> = {}): Checked {
  return {
    ...{ nodes, legs, gates, fairways: {} },
    ...{ deposits: [], sources: [], sections: [], namedSources: new Map() },
    ...fields,
  };
}

describe("lanesAtSea", () => {
  const tyrrhenian = place("tyrrhenian", [11.5, 41]);
  const adriatic = place("adriatic", [16, 43]);

  it("finds a lane across Italy and says whose land it is", () => {
    const [problem, ...more] = lanesAtSea(checked([tyrrhenian, adriatic], [lane(tyrrhenian, adriatic, [])]));
    expect(more).toEqual([]);
    expect(problem?.place).toBe("tyrrhenian-adriatic");
    expect(problem?.problem).toMatch(/^\d{3}\.\d km over the land of IT/);
  });

  it("lets a lane pass round it, and railways cross it", () => {
    const round: Position[] = [
      [11.7, 38],
      [12, 37.2],
      [15.5, 36.3],
      [18, 38.5],
      [19, 40.2],
      [18, 42],
    ];
    const railway = lane(tyrrhenian, adriatic, [], { mode: "rail" });
    expect(lanesAtSea(checked([tyrrhenian, adriatic], [lane(tyrrhenian, adriatic, round), railway]))).toEqual(
      [],
    );
  });

  it("lets a lane end 14 km inland at its own port, but not at a waypoint", () => {
    const offRome = place("off-rome", [12, 41.8]);
    const inland: Position = [12.36, 41.85];
    const at = (type: NodeRecord["type"]) => {
      const end = place("inland", inland, type);
      return lanesAtSea(checked([offRome, end], [lane(offRome, end, [])])).length;
    };
    expect(at("seaport")).toBe(0);
    expect(at("waypoint")).toBe(1);
  });

  it("does not let land far from the port pass because the lane has one", () => {
    const port = place("port", [11.5, 41], "seaport");
    expect(lanesAtSea(checked([port, adriatic], [lane(port, adriatic, [])]))).toHaveLength(1);
  });

  describe("in a canal", () => {
    const north = place("north", [32.35, 31.4]);
    const south = place("south", [32.55, 29.8]);
    const canal = { "Suez canal": [32.2, 29.85, 32.7, 31.35] as [number, number, number, number] };
    const bends: Position[] = [[32.31, 30.6]];
    const found = (waterway: string | undefined, course = bends) =>
      lanesAtSea(checked([north, south], [lane(north, south, course, { waterway })], { fairways: canal }));

    it("needs the canal's name", () => {
      expect(found("Suez canal")).toEqual([]);
      expect(found(undefined)).toHaveLength(1);
      expect(found("Sweet canal")[0]?.problem).toContain('"Sweet canal", which is no fairway');
    });

    it("allows no land outside the canal's box", () => {
      expect(found("Suez canal", [[31.5, 30.6]])).toHaveLength(1);
    });
  });
});

describe("straitsNamed", () => {
  const blackSea = place("black-sea", [29.2, 41.4]);
  const marmara = place("marmara", [28.9, 40.85]);
  const bends: Position[] = [
    [29.06, 41.15],
    [29.06, 41.09],
    [29, 41.015],
  ];
  const found = (fields: Partial<CountedLeg>, way = bends, changed: Partial<Gates> = {}) =>
    straitsNamed(
      checked([blackSea, marmara], [lane(blackSea, marmara, way, fields)], {
        gates: { ...gates, ...changed },
      }),
    ).map(({ place, problem }) => `${place}: ${problem}`);

  it("finds a lane that slips through a strait unnamed", () => {
    expect(found({ passes: ["bosphorus"] })).toEqual([]);
    expect(found({})).toEqual(['black-sea-marmara: runs through "bosphorus" unnamed']);
    expect(found({ mode: "ferry", passes: ["dardanelles", "bosphorus"] })).toEqual([
      'black-sea-marmara: lists "dardanelles" without crossing its gate',
    ]);
  });

  it("finds a lane that lists a strait it turns back from", () => {
    const harbour: Position[] = [[29.06, 41.15]];
    const back = place("back", [29.3, 41.4]);
    const leg = lane(blackSea, back, harbour, { passes: ["bosphorus"] });
    expect(straitsNamed(checked([blackSea, back], [leg]))).toHaveLength(1);
  });

  it("leaves railways alone", () => {
    expect(found({ mode: "rail" })).toEqual([]);
  });

  it("finds a gate that a lane could pass at the side", () => {
    const short: Gates["bosphorus"] = [
      [29.03, 41.09],
      [29.06, 41.09],
    ];
    expect(found({ passes: ["bosphorus"] }, bends, { bosphorus: short })).toEqual([
      "bosphorus: its gate ends at sea, at 29.06, 41.09",
    ]);
  });
});
