import * as v from "valibot";
import { beforeAll, describe, expect, test } from "vitest";
import { readJson } from "../../geo/io.ts";
import {
  depositCollection,
  depositDetails,
  networkDeposits,
  parseRecords,
  projectCollection,
  type Records,
  recordFiles,
  recordProblems,
  sortEvents,
} from "../../geo/steps/records.ts";
import { depositSchema, type Position, type Source } from "../../src/model/network.ts";
import type { Text } from "../../src/model/records.ts";

const inputs = new URL("../../geo/inputs/", import.meta.url);
const readInput = <T>(file: string): T => readJson<T>(new URL(file, inputs));
const readAll = () =>
  Object.fromEntries(
    Object.entries(recordFiles).map(([key, file]) => [key, readInput<unknown>(file)]),
  ) as Record<keyof Records, unknown>;

let records: Records;
let known: Parameters<typeof recordProblems>[1];
let nodePositions: Map<string, Position>;

beforeAll(() => {
  records = parseRecords(readAll());
  const nodes = readInput<{ id: string; position: Position }[]>("nodes.json");
  const lines = readInput<{ features: { properties: { id: string } }[] }>("lines.geojson");
  const networkSources = readInput<Source[]>("sources-network.json");
  nodePositions = new Map(nodes.map(({ id, position }) => [id, position]));
  known = {
    nodes: new Set(nodePositions.keys()),
    lines: new Set(lines.features.map(({ properties }) => properties.id)),
    sources: new Set([...records.sources, ...networkSources].map(({ id }) => id)),
  };
});

const textsOf = (value: unknown): unknown[] => {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (value === null || typeof value !== "object") return [];
  return "en" in value ? [value] : Object.values(value).flatMap(textsOf);
};

/** The figures of a text as written in digits: 3.5 of "3.5 years", 1500 of "1,500 t". */
const figuresOf = (text: string) =>
  [...text.matchAll(/\d[\d,]*(?:\.\d+)?/g)].map(([digits]) => Number(digits.replaceAll(",", "")));

describe("the inputs", () => {
  test("link to records, places, lines, commodities and sources that exist", () => {
    expect(recordProblems(records, known)).toEqual([]);
  });

  test("hold every record", () => {
    const { deposits, projects, commitments, events } = records;
    expect([deposits, projects, commitments, events].map((list) => list.length)).toEqual([136, 73, 36, 89]);
  });

  test("hold the 74 founding facts, each carried by a record and sourced to its article", () => {
    const number = (i: number) => String(i + 1).padStart(2, "0");
    const ids = [
      ...Array.from({ length: 26 }, (_, i) => `a${number(i)}`),
      ...Array.from({ length: 48 }, (_, i) => `b${number(i)}`),
    ];
    expect(records.foundingFacts.map(({ id }) => id)).toEqual(ids);
    for (const { id, sources } of records.foundingFacts) {
      expect(sources[0]).toBe(id.startsWith("a") ? "article-1" : "article-2");
    }
    expect(records.foundingFacts.filter(({ disputed }) => disputed).map(({ id }) => id)).toEqual([
      "b24",
      "b25",
      "b26",
    ]);
  });

  test("judge every founding fact", () => {
    const count = (verdict: string) =>
      records.foundingFacts.filter((fact) => fact.verdict === verdict).length;
    expect(["confirmed", "refined", "disputed", "unverified"].map(count)).toEqual([41, 16, 3, 14]);
  });

  test("say for the minerals of the region who holds the supply", () => {
    const told = records.commodities.filter(({ dependence }) => dependence).map(({ id }) => id);
    for (const id of ["gallium", "germanium", "uranium", "rare-earths", "tungsten", "antimony", "lithium"]) {
      expect(told).toContain(id);
    }
    const gallium = records.commodities.find(({ id }) => id === "gallium")?.dependence;
    expect(gallium?.share[0]).toMatchObject({ value: 98.7, country: "CN", year: 2024 });
    expect(gallium?.controls.map(({ date, status, until }) => [date, status, until])).toEqual([
      ["2023-08-01", "in force", undefined],
      ["2024-12-03", "suspended", "2026-11-27"],
      ["2025-07-15", "in force", undefined],
    ]);
  });

  test("have each of their texts in English, Arabic and Japanese, in the script of the language", () => {
    const texts = textsOf(Object.values(records)) as Text[];
    expect(texts.length).toBeGreaterThan(800);
    const letters = (text: string) => /\p{L}{5}/u.test(text.replaceAll(/[A-Z0-9]/g, ""));
    for (const { en, ar, ja } of texts.filter(({ en }) => letters(en))) {
      expect(ar, en).toMatch(/\p{Script=Arabic}/u);
      expect(ja, en).toMatch(/[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/u);
    }
  });

  test("keep years in translation", () => {
    const texts = textsOf([records.projects, records.commitments, records.events]) as Record<
      string,
      string
    >[];
    for (const { en = "", ar = "", ja = "" } of texts) {
      const years = figuresOf(en).filter((figure) => figure >= 1990 && figure <= 2100);
      for (const year of years) {
        expect(figuresOf(ar), `${en} / ${ar}`).toContain(year);
        expect(figuresOf(ja), `${en} / ${ja}`).toContain(year);
      }
    }
  });

  test("route from no deposit at sea, none that sells by pipeline only and none of unknown place", () => {
    const barred = records.deposits.filter(({ routable }) => !routable);
    expect(barred.map(({ id, notRoutable }) => `${id} ${notRoutable}`).sort()).toEqual([
      "acg offshore",
      "akbulak no-position",
      "galkynysh pipeline",
      "karachaganak pipeline",
      "karajal-be no-position",
      "kashagan offshore",
      "kyzemshek no-position",
    ]);
  });
});

describe("parseRecords", () => {
  test("names file, record and field of every fault at once", () => {
    const raw = {
      ...readAll(),
      commodities: [{ id: "copper", names: { en: "copper", ar: "النحاس" } }],
      events: "none",
    };
    expect(() => parseRecords(raw)).toThrow(/commodities\.json "copper": names\.ja/);
    expect(() => parseRecords(raw)).toThrow(/events\.json: is not a list/);
  });
});

describe("recordProblems", () => {
  const project = () => structuredClone(records.projects.find(({ id }) => id === "p-mk"));
  const problemsWith = (change: object) =>
    recordProblems({ ...records, projects: [{ ...project(), ...change } as never] }, known)
      .filter(({ place }) => place === "p-mk")
      .map(({ problem }) => problem);

  const factProblems = (change: object) => {
    const fact = records.foundingFacts.find(({ id }) => id === "b24");
    const found = recordProblems({ ...records, foundingFacts: [{ ...fact, ...change } as never] }, known);
    return found.filter(({ place }) => place === "b24").map(({ problem }) => problem);
  };

  test("finds a verdict that the fact itself contradicts", () => {
    expect(factProblems({ disputed: undefined })).toEqual(["verdict is disputed, disputed false"]);
    expect(factProblems({ note: undefined })).toEqual(["is disputed without a note"]);
    expect(factProblems({ sources: ["article-1"] })).toEqual(["is disputed by its article alone"]);
    expect(factProblems({ verdict: "unverified" })).toEqual(["verdict is unverified, disputed true"]);
  });

  test("finds figures, controls and buyers of a mineral without what belongs to them", () => {
    const gallium = structuredClone(records.commodities.find(({ id }) => id === "gallium"));
    const dependence = gallium?.dependence;
    const problems = (change: object) =>
      recordProblems(
        { ...records, commodities: [{ ...gallium, dependence: { ...dependence, ...change } } as never] },
        known,
      )
        .filter(({ place }) => place === "gallium")
        .map(({ problem }) => problem);
    const [share] = dependence?.share ?? [];
    const [control] = dependence?.controls ?? [];
    expect(problems({})).toEqual([]);
    expect(problems({ share: [{ ...share, source: "nobody" }] })).toEqual([
      'dependence names "nobody", which does not exist',
    ]);
    expect(problems({ controls: [{ ...control, status: "suspended" }] })).toEqual([
      "its control of 2023-08-01 is suspended, and until contradicts that",
    ]);
    expect(problems({ sources: [] })).toEqual(["buyers and their sources come together"]);
  });

  test("finds a link to nowhere", () => {
    expect(problemsWith({ places: ["atlantis"] })).toEqual(['places names "atlantis", which does not exist']);
  });

  test("finds a record without source", () => {
    expect(problemsWith({ sources: [] })).toEqual(["has no source"]);
  });

  test("finds parts that exceed their total", () => {
    const [total] = project()?.money ?? [];
    const part = { ...total, role: "part" };
    expect(problemsWith({ money: [total, part, part] })).toEqual([
      "its parts sum to 2820000000, more than 1410000000",
    ]);
  });

  test("finds a counted promise that is a part of another", () => {
    const commitments = records.commitments.map((commitment) =>
      commitment.id === "c-cove" ? { ...commitment, counted: true } : commitment,
    );
    expect(recordProblems({ ...records, commitments }, known).map(({ place }) => place)).toEqual(["c-cove"]);
  });
});

describe("the outputs", () => {
  test("deposits keep their details in another file", () => {
    const { features } = depositCollection(networkDeposits(records.deposits));
    for (const { geometry, properties } of features) {
      const deposit = geometry ? { ...properties, position: geometry.coordinates } : properties;
      expect(v.is(depositSchema, deposit), properties.id).toBe(true);
    }
    expect(features.filter(({ geometry }) => geometry === null)).toHaveLength(3);
    expect(Object.keys(depositDetails(records.deposits))).toEqual(features.map((f) => f.properties.id));
  });

  test("a project stands at its own position, else at the first of its places that has one", () => {
    const deposits = records.deposits.flatMap(({ id, position }) =>
      position ? [[id, position] as const] : [],
    );
    const positions = new Map([...nodePositions, ...deposits]);
    const { features } = projectCollection(records.projects, positions);
    const at = (id: string) => features.find(({ properties }) => properties.id === id)?.geometry?.coordinates;
    expect(at("p-naryn-bridge")).toEqual([73.2, 41.76]);
    expect(at("p-aktau-xray")).toEqual(nodePositions.get("aktau"));
    expect(at("p-boguty")).toEqual([78.95, 43.5333]);
    expect(features.filter(({ geometry }) => !geometry).map(({ properties }) => properties.id)).toEqual([
      "p-akbulak",
    ]);
  });

  test("events run from the first to the last, those known by the year at its end", () => {
    const ids = sortEvents(records.events).map(({ id }) => id);
    expect(ids[0]).toBe("ev-19920126");
    expect(ids.at(-1)).toBe("ev-202612");
    expect(ids.indexOf("ev-2025")).toBe(ids.indexOf("ev-20260106") - 1);
  });
});
