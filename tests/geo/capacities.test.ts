import * as v from "valibot";
import { beforeAll, describe, expect, test } from "vitest";
import { readJson } from "../../geo/io.ts";
import { readInputs } from "../../geo/readInputs.ts";
import {
  type CapacityScope,
  capacityProblems,
  capacitySchemaProblems,
  countCovered,
} from "../../geo/steps/capacities.ts";
import {
  type Capacities,
  type Capacity,
  type CapacityFile,
  capacitiesSchema,
} from "../../src/model/capacity.ts";

let capacities: Capacities;
let scope: CapacityScope;

beforeAll(() => {
  const { inputs } = readInputs();
  const { nodes, lines, records, sources } = inputs;
  capacities = inputs.capacities;
  scope = {
    ...{ nodes, sources },
    legs: lines.map(({ id }) => ({ id, line: id })),
    deposits: records.deposits,
    projects: records.projects,
    states: nodes.flatMap(({ country }) => country ?? []),
  };
});

const entry = (change: Partial<Capacity> = {}): Capacity => ({
  ...{ id: "test", on: ["aktau"], measure: "t", value: 1000 },
  ...{ source: "nca2505", confidence: "reported" },
  ...change,
});

const problemsOf = (change: Partial<Capacities>) =>
  capacityProblems({ ...capacities, ...change }, scope).map(({ place, problem }) => `${place}: ${problem}`);

const schemaProblemsOf = (change: Partial<Capacities>) =>
  capacitySchemaProblems({ ...capacities, ...change }).map(({ place, problem }) => `${place}: ${problem}`);

describe("the inputs", () => {
  test("hold nothing that contradicts itself or points nowhere", () => {
    expect(capacitySchemaProblems(capacities)).toEqual([]);
    expect(capacityProblems(capacities, scope)).toEqual([]);
  });

  test("are served as they are, with the projects they speak of", () => {
    const file = new URL("../../public/data/capacities.json", import.meta.url);
    const { projects, ...served } = readJson<CapacityFile>(file);
    expect(v.parse(capacitiesSchema, served)).toEqual(capacities);
    const ids = projects.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(served.capacities.flatMap(({ project }) => project ?? [])));
  });

  test("give every project that lifts an element a figure above the one it replaces", () => {
    const size = ({ measure, value }: Capacity) =>
      measure === "trains" ? value * 365 * capacities.tonnesPerTrain.value : value;
    const dimension = ({ measure }: Capacity) => (measure === "TEU" ? "TEU" : "t");
    for (const lift of capacities.capacities.filter(({ project }) => project !== undefined)) {
      for (const older of capacities.capacities) {
        const same = older.on.some((id) => lift.on.includes(id)) && dimension(older) === dimension(lift);
        const before = (older.from ?? 0) < (lift.from ?? 0);
        if (same && before) expect(size(lift), `${lift.id} after ${older.id}`).toBeGreaterThan(size(older));
      }
    }
  });

  test("let one train carry what the busiest border with both figures does", () => {
    // Saryagash was called full at 27 Mt a year on 24 pairs of trains a day.
    const pairsPerDay = 24;
    const perTrain = 27_000_000 / (2 * pairsPerDay * 365);
    expect(capacities.tonnesPerTrain.value / perTrain).toBeGreaterThan(0.85);
    expect(capacities.tonnesPerTrain.value / perTrain).toBeLessThan(1.15);
  });

  test("ask about at least ten pairs of the corridor", () => {
    expect(capacities.pairs.length).toBeGreaterThanOrEqual(10);
  });
});

describe("the schema finds", () => {
  test("a value that is not above zero, or not whole", () => {
    expect(schemaProblemsOf({ capacities: [entry({ value: 0 })] })[0]).toMatch(
      /"test": value: must be above 0/,
    );
    expect(schemaProblemsOf({ capacities: [entry({ value: 1.5 })] })[0]).toMatch(
      /"test": value: must be whole/,
    );
  });

  test("a span that ends before it starts, and a promise without a year", () => {
    expect(schemaProblemsOf({ capacities: [entry({ from: 2026, until: 2025 })] })[0]).toMatch(
      /from is after/,
    );
    expect(schemaProblemsOf({ capacities: [entry({ status: "planned" })] })[0]).toMatch(/needs from/);
  });

  test("a preset that changes nothing", () => {
    const [first] = capacities.presets;
    const { close: _, ...idle } = { ...first };
    expect(schemaProblemsOf({ presets: [idle as never] })[0]).toMatch(/changes nothing/);
  });
});

describe("capacityProblems finds", () => {
  test("elements, projects and sources that do not exist, with the entry and a remedy", () => {
    const wrong = entry({ on: ["atlantis"], project: "p-atlantis", source: "hearsay" });
    const found = capacityProblems({ ...capacities, capacities: [wrong] }, scope);
    expect(found.map(({ place, problem }) => `${place}: ${problem}`)).toEqual([
      'test: on names "atlantis", which is not known here',
      'test: project names "p-atlantis", which is not known here',
      'test: source names "hearsay", which is not known here',
    ]);
    expect(found.every(({ remedy }) => remedy.length > 0)).toBe(true);
  });

  test("two figures of one element from one year, trains beside tonnes included", () => {
    const rivals = [entry({ from: 2026 }), entry({ id: "rival", measure: "trains", from: 2026 })];
    expect(problemsOf({ capacities: rivals })).toEqual([
      'rival: holds for "aktau" from the same year as "test"',
    ]);
    expect(problemsOf({ capacities: [entry(), entry({ id: "later", from: 2026 })] })).toEqual([]);
    expect(problemsOf({ capacities: [entry(), entry({ id: "boxes", measure: "TEU" })] })).toEqual([]);
  });

  test("an id used twice", () => {
    expect(problemsOf({ capacities: [entry(), entry({ on: ["kuryk"] })] })).toEqual([
      "test: its id is used twice",
    ]);
  });

  test("members and pairs that freight cannot start from", () => {
    const names = { en: "x", ar: "س", ja: "ア" };
    const group = { id: "sea", names, members: ["wp-hormuz", "kashagan"] };
    expect(problemsOf({ groups: [group], pairs: [{ from: "aktau", to: "wp-hormuz" }] })).toEqual([
      'sea: members names "wp-hormuz", which is not known here',
      'sea: members names "kashagan", which is not known here',
      'aktau to wp-hormuz: the pair names "wp-hormuz", which is not known here',
    ]);
  });

  test("presets that name what is not there, and allows straits only to be closed", () => {
    const [first] = capacities.presets;
    const preset = {
      ...first,
      close: ["suez", "styx"],
      avoid: ["QQ"],
      slow: [{ id: "suez", days: 1 }],
      reduce: [{ id: "atlantis", percentLeft: 50 }],
    };
    expect(problemsOf({ presets: [preset as never] })).toEqual([
      'suez-avoided: close names "styx", which is not known here',
      'suez-avoided: avoid names "QQ", which is not known here',
      'suez-avoided: slow names "suez", which is not known here',
      'suez-avoided: reduce names "atlantis", which is not known here',
    ]);
  });
});

test("countCovered counts ports, borders and lines of the trunk, without promises", () => {
  const nodes = [
    { id: "aktau", type: "seaport" },
    { id: "alat", type: "seaport" },
    { id: "beyneu", type: "junction" },
    { id: "poti", type: "seaport" },
  ] as const;
  const legs = [
    { line: "a", from: "beyneu", to: "aktau", corridor: true },
    { line: "b", from: "aktau", to: "alat", corridor: true },
    { line: "c", from: "alat", to: "poti" },
  ];
  const known = [
    entry({ on: ["aktau", "a", "c", "poti"] }),
    entry({ id: "later", on: ["alat", "b"], from: 2030, status: "planned" }),
  ];
  expect(countCovered(known, nodes, legs)).toEqual({
    gates: { known: 1, all: 2 },
    lines: { known: 1, all: 2 },
  });
});
