import { describe, expect, it } from "vitest";
import { courseKm, cutCourse, geodesicKm, nearestPoints } from "../../geo/course.ts";
import { readJson } from "../../geo/io.ts";
import { joinDeposits, roadWinding } from "../../geo/steps/access.ts";
import { type BorderOverride, countLegs } from "../../geo/steps/countryKm.ts";
import {
  buildLegs,
  type DraftLeg,
  drawnShare,
  type Line,
  type LineCollection,
  type NetworkInput,
  readLines,
  type Section,
  windingFactors,
} from "../../geo/steps/network.ts";
import type { CountryKm, DepositRecord, LegRecord, NodeRecord, Position } from "../../src/model/network.ts";

/** A station in Kazakhstan on 1520 mm track, unless said otherwise. */
function node(id: string, position: Position, fields: Partial<NodeRecord> = {}): NodeRecord {
  return {
    id,
    type: "station",
    names: { en: id },
    position,
    country: "KZ",
    gauges: [1520],
    positionSource: "approximate",
    sources: [],
    ...fields,
  };
}

function port(id: string, country: string, position: Position): NodeRecord {
  return node(id, position, { type: "seaport", country });
}

function waypoint(id: string, position: Position): NodeRecord {
  const { country: _, gauges: __, ...fields } = node(id, position, { type: "waypoint" });
  return fields;
}

function line(id: string, from: NodeRecord, to: NodeRecord, fields: Partial<Line> = {}): Line {
  return {
    id,
    from: from.id,
    to: to.id,
    names: { en: id },
    mode: "rail",
    gauge: 1520,
    status: "operating",
    quality: "approximate",
    sources: [],
    course: [from.position, to.position],
    ...fields,
  };
}

function lane(id: string, from: NodeRecord, to: NodeRecord, fields: Partial<Line> = {}): Line {
  const { gauge: _, ...water } = line(id, from, to, { mode: "sea", ...fields });
  return water;
}

function network(nodes: NodeRecord[], lines: Line[], fields: Partial<NetworkInput> = {}): DraftLeg[] {
  return build(nodes, lines, fields).legs;
}

function build(nodes: NodeRecord[], lines: Line[], fields: Partial<NetworkInput> = {}) {
  return buildLegs({ nodes, lines, sections: [], corridor: [], lineNames: {}, ...fields });
}

function section(id: string, lines: string[], fields: Partial<Section> = {}): Section {
  return { id, from: "a", to: "b", lines, facts: [], ...fields };
}

function only<T>(items: readonly T[]): T {
  expect(items).toHaveLength(1);
  return items[0] as T;
}

/** Three stations on a straight railway in the steppe north of the Aral Sea: a - b - c. */
const a = node("a", [61, 48]);
const b = node("b", [62, 48]);
const c = node("c", [64, 48]);

describe("courses", () => {
  it("measure on the ellipsoid: a degree of the equator is 111.32 km", () => {
    expect(
      courseKm([
        [0, 0],
        [1, 0],
      ]),
    ).toBeCloseTo(111.3195, 3);
  });

  it("are cut at points in any order, and the parts meet there", () => {
    const course: Position[] = [
      [0, 0],
      [1, 0],
      [2, 0],
    ];
    const parts = cutCourse(course, [
      { side: 1, fraction: 0.5, position: [1.5, 0] },
      { side: 0, fraction: 0.25, position: [0.25, 0] },
    ]);
    expect(parts).toEqual([
      [
        [0, 0],
        [0.25, 0],
      ],
      [
        [0.25, 0],
        [1, 0],
        [1.5, 0],
      ],
      [
        [1.5, 0],
        [2, 0],
      ],
    ]);
  });

  it("give the nearest point of each side, its ends included", () => {
    const [first, second] = nearestPoints(
      [
        [0, 0],
        [1, 0],
        [2, 0],
      ],
      [0.5, 1],
    );
    expect(first).toEqual({ side: 0, fraction: 0.5, position: [0.5, 0] });
    expect(second).toEqual({ side: 1, fraction: 0, position: [1, 0] });
  });
});

describe("buildLegs", () => {
  it("splits a railway at a station it runs through and shares out its length", () => {
    const through = line("through", a, c, {
      course: [a.position, b.position, c.position],
      publishedKm: 300,
      publishedSource: "timetable",
    });
    const [first, second] = network([a, b, c], [through]);
    expect(first).toMatchObject({ id: "a-b", line: "through", lengthBasis: "published" });
    expect(first?.lengthKm).toBeCloseTo(100, 1);
    expect(second).toMatchObject({ id: "b-c", line: "through", sources: ["timetable"] });
    expect((first?.lengthKm ?? 0) + (second?.lengthKm ?? 0)).toBeCloseTo(300, 6);
  });

  it("does not stop at a station of another gauge", () => {
    const narrow = { ...b, gauges: [1067] };
    const through = line("through", a, c, { course: [a.position, b.position, c.position] });
    expect(only(network([a, narrow, c], [through])).id).toBe("through");
  });

  it("does not split a ferry at the waypoints it passes", () => {
    const passing = lane("ferry", a, c, { mode: "ferry", course: [a.position, b.position, c.position] });
    expect(only(network([a, b, c], [passing])).id).toBe("ferry");
  });

  it("gives a section's length to the lines without one of their own, by their drawn length", () => {
    const lines = [
      line("ab", a, b, { publishedKm: 80, publishedSource: "timetable" }),
      line("bc", b, c),
      line("ca", c, a),
    ];
    const whole = section("whole", ["ab", "bc", "ca"], { lengthKm: 580, lengthSource: "ministry" });
    const legs = network([a, b, c], lines, { sections: [whole] });
    const km = Object.fromEntries(legs.map((leg) => [leg.id, leg.lengthKm]));
    expect(km.ab).toBe(80);
    expect((km.bc ?? 0) + (km.ca ?? 0)).toBeCloseTo(500, 6);
    expect((km.ca ?? 0) / (km.bc ?? 1)).toBeCloseTo(1.5, 2);
    expect(legs.map((leg) => leg.sources)).toEqual([["timetable"], ["ministry"], ["ministry"]]);
  });

  it("gives the shorter of two sections the first word", () => {
    const lines = [line("ab", a, b), line("bc", b, c)];
    const sections = [
      section("whole", ["ab", "bc"], { lengthKm: 250, lengthSource: "ministry" }),
      section("part", ["ab"], { lengthKm: 90, lengthSource: "timetable" }),
    ];
    expect(network([a, b, c], lines, { sections }).map((leg) => leg.lengthKm)).toEqual([90, 160]);
  });

  it("calls a length without a source an estimate", () => {
    const leg = only(network([a, b], [line("ab", a, b, { publishedKm: 80, publishedSource: "own" })]));
    expect(leg).toMatchObject({ lengthKm: 80, lengthBasis: "estimated" });
  });

  it("lets railways without a published length wind, in mountains more, and lanes not at all", () => {
    const [plain, mountain, water] = network(
      [a, b],
      [line("ab", a, b), line("hill", a, b, { terrain: "mountain" }), lane("lane", a, b)],
    );
    const drawn = geodesicKm(a.position, b.position);
    expect(plain?.lengthKm).toBeCloseTo(drawn * windingFactors.plain, 6);
    expect(plain?.lengthBasis).toBe("estimated");
    expect(mountain?.lengthKm).toBeCloseTo(drawn * windingFactors.mountain, 6);
    expect(water).toMatchObject({ lengthKm: drawn, lengthBasis: "drawn" });
  });

  it("reports a line drawn much shorter than published", () => {
    const { warnings } = build(
      [a, b],
      [line("ab", a, b, { publishedKm: 100, publishedSource: "timetable" })],
    );
    expect(only(warnings)).toMatchObject({ id: "drawn-length", place: "ab" });
  });

  it("knows the Caspian, the short seas and the ocean", () => {
    const places = {
      aktau: port("aktau", "KZ", [51.2, 43.6]),
      alat: port("alat", "KZ", [49.4, 40]),
      poti: port("poti", "KZ", [41.7, 42.2]),
      bosphorus: waypoint("bosphorus-mouth", [29, 41]),
      suez: waypoint("suez-mouth", [32.3, 31.5]),
    };
    const seas = network(Object.values(places), [
      lane("caspian", places.aktau, places.alat),
      lane("black-sea", places.poti, places.bosphorus),
      lane("levant", places.bosphorus, places.suez),
    ]).map((leg) => leg.sea);
    expect(seas).toEqual(["caspian", "short", "deep"]);
  });

  it("marks every line between neighbours of the corridor's chains", () => {
    const lines = [line("ab", a, b), line("ba-old", b, a), line("bc", b, c)];
    const legs = network([a, b, c], lines, { corridor: [["a", "b"]] });
    expect(legs.filter((leg) => leg.corridor).map((leg) => leg.id)).toEqual(["ab", "ba-old"]);
  });

  it("refuses a chain with a gap", () => {
    expect(() => network([a, b, c], [line("ab", a, b)], { corridor: [["a", "c"]] })).toThrow(/"a" and "c"/);
  });
});

/** Fitted on every second published section, by relief; the other half is the proof. */
describe("winding factors", () => {
  const inputs = new URL("../../geo/inputs/", import.meta.url);
  const lines = readLines(readJson<LineCollection>(new URL("lines.geojson", inputs)));
  const lineById = new Map(lines.map((item) => [item.id, item]));
  const sections = [
    ...lines.map(({ id, publishedKm, publishedSource }) => ({
      id,
      lines: [id],
      lengthKm: publishedKm,
      lengthSource: publishedSource,
    })),
    ...readJson<Section[]>(new URL("figures.json", inputs)),
  ];
  const published = sections.flatMap(({ id, lines: ids, lengthKm, lengthSource }) => {
    const members = ids.flatMap((item) => lineById.get(item) ?? []);
    const drawn = (items: readonly Line[]) => items.reduce((sum, item) => sum + courseKm(item.course), 0);
    const drawnKm = drawn(members);
    if (lengthKm === undefined || lengthSource === "own") return [];
    // Lines that are only promised were drawn to their length; badly drawn ones are reported by the build.
    const isBuilt = members.every(
      ({ mode, status }) => mode === "rail" && !/construction|planned/.test(status),
    );
    const isDrawnWell = drawnKm / lengthKm >= drawnShare.min && drawnKm / lengthKm <= drawnShare.max;
    if (!isBuilt || !isDrawnWell) return [];
    const mountainShare = drawn(members.filter(({ terrain }) => terrain === "mountain")) / drawnKm;
    const terrain = mountainShare >= 0.8 ? "mountain" : mountainShare <= 0.2 ? "plain" : "mixed";
    return [{ id, terrain, lengthKm, drawnKm }];
  });
  published.sort((first, second) => (first.id < second.id ? -1 : 1));

  it.each(["plain", "mountain"] as const)("bring %s lines to their running length", (terrain) => {
    const some = published.filter((item) => item.terrain === terrain);
    const ratio = (items: typeof some) =>
      items.reduce((sum, item) => sum + item.lengthKm, 0) /
      items.reduce((sum, item) => sum + item.drawnKm, 0);
    const fitted = some.filter((_, i) => i % 2 === 1);
    const proof = some.filter((_, i) => i % 2 === 0);
    expect(Math.min(fitted.length, proof.length)).toBeGreaterThanOrEqual(5);
    expect(ratio(fitted)).toBeCloseTo(windingFactors[terrain], 2);
    expect(Math.abs(ratio(proof) / windingFactors[terrain] - 1)).toBeLessThan(0.025);
  });
});

/** Counts one line between two nodes and gives its states. */
function states(item: Line, nodes: NodeRecord[], overrides: BorderOverride[] = []): CountryKm[] {
  return count(item, nodes, overrides).leg.countries;
}

function count(item: Line, nodes: NodeRecord[], overrides: BorderOverride[] = []) {
  const { legs, warnings } = countLegs(network(nodes, [item]), nodes, overrides);
  return { leg: only(legs), warnings };
}

function km(countries: readonly CountryKm[], code: string, controlledBy?: string): number {
  return countries.find((item) => item.code === code && item.controlledBy === controlledBy)?.km ?? 0;
}

function total(leg: LegRecord): number {
  return leg.countries.reduce((sum, item) => sum + item.km, 0);
}

describe("countLegs on land", () => {
  /** The Turksib north of Semey: Aul in Kazakhstan, Rubtsovsk in Russia. */
  const aul = node("aul", [80.75, 50.8]);
  const rubtsovsk = node("rubtsovsk", [81.2, 51.5], { country: "RU" });

  it("cuts a railway at the border, and the parts sum to its length", () => {
    const { leg, warnings } = count(line("x", aul, rubtsovsk), [aul, rubtsovsk]);
    expect(leg.countries.map((item) => item.code)).toEqual(["KZ", "RU"]);
    expect(km(leg.countries, "RU")).toBeGreaterThan(20);
    expect(total(leg)).toBeCloseTo(leg.lengthKm, 6);
    expect(warnings).toEqual([]);
  });

  it("reports a railway between two places of one state that leaves it", () => {
    const semey = node("semey", [80.25, 50.42]);
    const oskemen = node("oskemen", [82.6, 49.97]);
    const detour = line("detour", semey, oskemen, {
      course: [semey.position, rubtsovsk.position, oskemen.position],
    });
    const { leg, warnings } = count(detour, [semey, oskemen]);
    expect(km(leg.countries, "RU")).toBeGreaterThan(100);
    expect(only(warnings)).toMatchObject({ id: "foreign-stretch", place: "detour" });
  });

  it("keeps a crossing that was decided to be real, without a warning", () => {
    const semey = node("semey", [80.25, 50.42]);
    const detour = line("detour", semey, aul, { course: [semey.position, rubtsovsk.position, aul.position] });
    const real = { line: "detour", drawnIn: "RU", reason: "the line runs there" };
    const { leg, warnings } = count(detour, [semey, aul], [real]);
    expect(km(leg.countries, "RU")).toBeGreaterThan(20);
    expect(warnings).toEqual([]);
  });

  it("overrides a stretch within 2 km of the border, but none farther in", () => {
    const alashankou = node("alashankou", [82.57, 45.17], { country: "CN" });
    const jinghe = node("jinghe", [82.93, 44.64], { country: "CN" });
    const railway = line("x", alashankou, jinghe);
    const places = [alashankou, jinghe];
    const override = { line: "x", drawnIn: "KZ", countsFor: "CN", reason: "a Chinese town on the border" };
    expect(states(railway, places).map((item) => item.code)).toEqual(["CN", "KZ"]);
    expect(states(railway, places, [override]).map((item) => item.code)).toEqual(["CN"]);

    const far = { line: "x", drawnIn: "CN", countsFor: "KZ", reason: "wrong" };
    const { leg, warnings } = count(railway, places, [far]);
    expect(km(leg.countries, "CN")).toBeGreaterThan(50);
    expect(warnings.map((warning) => warning.id)).toContain("border-override");
  });

  it("reports land under Russian control under its owner", () => {
    const zugdidi = node("zugdidi", [41.87, 42.51], { country: "GE" });
    const sokhumi = node("sokhumi", [40.99, 43.02], { country: "GE" });
    const countries = states(line("x", zugdidi, sokhumi), [zugdidi, sokhumi]);
    expect(km(countries, "GE")).toBeGreaterThan(1);
    expect(km(countries, "GE", "RU")).toBeGreaterThan(50);
  });

  it("gives a tunnel under a strait to its shores", () => {
    const asia = node("asia", [29.03, 41], { country: "TR" });
    const europe = node("europe", [28.92, 40.99], { country: "TR" });
    expect(states(line("x", asia, europe), [asia, europe]).map((item) => item.code)).toEqual(["TR"]);
  });
});

describe("countLegs at sea", () => {
  it("counts 12 nautical miles off Aktau for Kazakhstan and the rest for no state", () => {
    const aktau = port("aktau", "KZ", [51.2, 43.6]);
    const middle = waypoint("middle", [50.2, 42.2]);
    const countries = states(lane("x", aktau, middle), [aktau, middle]);
    expect(countries.map((item) => item.code)).toEqual(["KZ", "XZ"]);
    expect(km(countries, "KZ")).toBeGreaterThan(20);
  });

  it("counts the Kerch strait for Russia and for Ukraine under Russian control", () => {
    const south = waypoint("south", [36.55, 44.75]);
    const kavkaz = port("kavkaz", "RU", [36.66, 45.345]);
    const strait = lane("x", south, kavkaz, {
      passes: ["kerch"],
      course: [south.position, [36.52, 45.05], [36.55, 45.2], kavkaz.position],
    });
    const countries = states(strait, [south, kavkaz]);
    expect(km(countries, "RU")).toBeGreaterThan(5);
    expect(km(countries, "UA", "RU")).toBeGreaterThan(5);
    expect(km(countries, "UA")).toBe(0);
  });

  it("counts the Bosphorus for Türkiye", () => {
    const north = waypoint("north", [29.13, 41.22]);
    const south = waypoint("south", [28.99, 41.0]);
    const strait = lane("x", north, south, { course: [north.position, [29.06, 41.12], south.position] });
    expect(states(strait, [north, south]).map((item) => item.code)).toEqual(["TR"]);
  });

  it("keeps clear of Crimea where the lane runs outside 12 miles", () => {
    const east = waypoint("east", [37, 43.8]);
    const west = waypoint("west", [33.4, 43.92]);
    expect(states(lane("x", east, west), [east, west]).map((item) => item.code)).toEqual(["XZ"]);
  });

  it("lets ships pass an open strait, but counts the approach to a port", () => {
    const west = waypoint("west", [103.35, 1.17]);
    const singapore = port("singapore", "SG", [103.76, 1.262]);
    const strait = lane("x", west, singapore, { innocentPassage: "singapore" });
    const passed = states(strait, [west, singapore]);
    expect(passed.map((item) => item.code)).toEqual(["SG", "XZ"]);
    const entered = states({ ...strait, innocentPassage: undefined }, [west, singapore]);
    expect(entered.map((item) => item.code)).toContain("MY");
  });

  it("crosses the ocean in long strides and still finds the islands", () => {
    const east = waypoint("east", [59.5, -21.5]);
    const west = waypoint("west", [48, -26]);
    const direct = lane("x", east, west);
    expect(states(direct, [east, west]).map((item) => item.code)).toEqual(["XZ"]);
    const calling = lane("x", east, west, { course: [east.position, [57.3, -20.3], west.position] });
    expect(km(states(calling, [east, west]), "MU")).toBeGreaterThan(20);
  });
});

describe("joinDeposits", () => {
  const railway = line("ac", a, c);

  function deposit(id: string, position: Position, fields: Partial<DepositRecord> = {}): DepositRecord {
    return {
      id,
      names: { en: id },
      country: "KZ",
      position,
      positionConfidence: "reported",
      commodities: ["copper"],
      stage: "operating",
      routable: true,
      confidence: "reported",
      sources: [],
      ...fields,
    };
  }

  function join(lines: Line[], nodes: NodeRecord[], deposits: DepositRecord[]) {
    return joinDeposits(network(nodes, lines), nodes, deposits);
  }

  it("reaches the nearest point of the railway by a winding road, and splits the railway there", () => {
    const mine = deposit("mine", [63, 48.3]);
    const { legs, accessNodes } = join([railway], [a, c], [mine]);
    const loading = only(accessNodes);
    expect(loading).toMatchObject({ id: "at-mine", type: "access", country: "KZ", gauges: [1520] });
    expect(loading.position[0]).toBeCloseTo(63, 1);
    expect(legs.map((leg) => leg.id)).toEqual(["a-at-mine", "at-mine-c", "access-mine"]);
    const [before, after, road] = legs as [DraftLeg, DraftLeg, DraftLeg];
    expect([before.line, after.line]).toEqual(["ac", "ac"]);
    expect(before.course.at(-1)).toEqual(loading.position);
    expect(before.lengthKm + after.lengthKm).toBeCloseTo(only(network([a, c], [railway])).lengthKm, 6);
    expect(road).toMatchObject({
      mode: "road",
      access: true,
      from: "mine",
      to: "at-mine",
      quality: "schematic",
    });
    expect(road.lengthKm).toBeCloseTo(geodesicKm([63, 48.3], loading.position) * roadWinding, 6);
  });

  it("uses a station within 3 km of the nearest point instead of a new one", () => {
    const { legs, accessNodes } = join([railway], [a, c], [deposit("mine", [61.01, 48.4])]);
    expect(accessNodes).toEqual([]);
    expect(legs.find((leg) => leg.access)?.to).toBe("a");
  });

  it("lets a second mine use the loading point of the first", () => {
    const mines = [deposit("mine", [63, 48.3]), deposit("second", [63.01, 47.8])];
    const { legs } = join([railway], [a, c], mines);
    expect(legs.filter((leg) => leg.access).map((leg) => leg.to)).toEqual(["at-mine", "at-mine"]);
  });

  it("uses no railway that carries passengers only, is not built, has another gauge or another state", () => {
    const abroad = [
      node("d", [61, 48.2], { country: "UZ" }),
      node("e", [64, 48.2], { country: "UZ" }),
    ] as const;
    const near: Partial<Line> = {
      course: [
        [61, 48.2],
        [64, 48.2],
      ],
    };
    const lines = [
      railway,
      line("passengers", a, c, { ...near, freight: false }),
      line("promised", a, c, { ...near, status: "planned" }),
      line("standard", a, c, { ...near, gauge: 1435 }),
      line("abroad", ...abroad, near),
    ];
    const { accessNodes } = join(lines, [a, c, ...abroad], [deposit("mine", [63, 48.3])]);
    expect(only(accessNodes).position[1]).toBeCloseTo(48, 2);
  });

  it("crosses no border: a mine in Nakhchivan reaches no railway of mainland Azerbaijan", () => {
    const mine = deposit("mine", [45.6, 39.25], { country: "AZ" });
    const ganja = node("ganja", [46.36, 40.68], { country: "AZ" });
    const yevlakh = node("yevlakh", [47.15, 40.62], { country: "AZ" });
    const { deposits, legs, warnings } = join([line("az", ganja, yevlakh)], [ganja, yevlakh], [mine]);
    expect(legs.filter((leg) => leg.access)).toEqual([]);
    expect(only(deposits)).toMatchObject({ routable: false, notRoutable: "no-railway" });
    expect(only(warnings)).toMatchObject({ id: "access", place: "mine" });
  });

  it("forgives a mine drawn just beyond the border, within the precision of its place", () => {
    const semey = node("semey", [80.25, 50.42]);
    const aul = node("aul", [80.75, 50.8]);
    const beyond = [81.2, 51.3] as Position;
    const lines = [line("x", semey, aul)];
    const vague = deposit("mine", beyond, { positionPrecisionKm: 50 });
    const exact = deposit("mine", beyond, { positionPrecisionKm: 1 });
    expect(only(join(lines, [semey, aul], [vague]).deposits).routable).toBe(true);
    expect(only(join(lines, [semey, aul], [exact]).deposits).routable).toBe(false);
  });

  it("leaves deposits alone that are not routable or have no place", () => {
    const { position: _, ...placeless } = deposit("placeless", [63, 48]);
    const { legs } = join(
      [railway],
      [a, c],
      [deposit("offshore", [63, 48.3], { routable: false }), placeless],
    );
    expect(legs.map((leg) => leg.id)).toEqual(["ac"]);
  });
});
