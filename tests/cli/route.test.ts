import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { relaxationsOf } from "../../src/model/relaxations.ts";
import type { Opening } from "../../src/model/route.ts";
import { journeys } from "../fixtures/journeys.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

function run(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "src/cli/route.ts", ...words],
    {
      cwd: root,
      encoding: "utf8",
    },
  );
  return { status, stdout, stderr };
}

function ask(link: string) {
  const words = [...new URLSearchParams(link)].map(([name, value]) => `--${name}=${value}`);
  const { status, stdout } = run(...words, "--format=json");
  return { status, answer: JSON.parse(stdout) };
}

describe("the promised answers, on the command line", () => {
  test.each(journeys)("$name", ({ link, status, passes, misses, code, opens }) => {
    const { status: exit, answer } = ask(link);
    expect(answer.status).toBe(status);
    expect(exit).toBe(status === "found" ? 0 : 3);
    if (status === "found") {
      const nodes: string[] = answer.legs.flatMap((leg: { from: string; to: string }) => [leg.from, leg.to]);
      for (const group of passes ?? [])
        expect(nodes).toEqual(expect.arrayContaining([expect.toBeOneOf([...group])]));
      for (const id of misses ?? []) expect(nodes).not.toContain(id);
      for (const code of answer.query.avoid) {
        expect(answer.countries.map((country: { code: string }) => country.code)).not.toContain(code);
        expect(answer.nearestApproachKm[code]).toBeGreaterThan(0);
      }
      return;
    }
    if (code) expect(answer.reason.code).toBe(code);
    expect(answer.reason.text).not.toBe("");
    const values = answer.reason.opens.map((opening: Opening) =>
      relaxationsOf(opening)
        .map(({ value }) => value)
        .join(" "),
    );
    expect(values).toEqual(expect.arrayContaining([...(opens ?? [])]));
  });
});

test("two analyses at once are told apart, with both names", () => {
  const { status, stderr } = run("--from=aktau", "--to=poti", "--pareto", "--capacity");
  expect(status).toBe(2);
  expect(stderr).toMatch(/--pareto.*--capacity/);
});

test("an analysis answers as data", () => {
  const { status, stdout } = run("--from=aktau", "--reach=3", "--format=json");
  expect(status).toBe(0);
  expect(JSON.parse(stdout).places.length).toBeGreaterThan(5);
});

describe("the answer as data", () => {
  const { answer } = ask("from=aktau&to=poti&year=2026");

  test("totals are the sums of legs and transfers", () => {
    const steps = [...answer.legs, ...answer.transfers];
    for (const key of ["durationH", "costUsdPerFeu", "emissionsKgCo2ePerFeu"]) {
      for (const bound of ["min", "typical", "max"]) {
        const sum = steps.reduce((total, step) => total + step[key][bound], 0);
        expect(answer.totals[key][bound]).toBeCloseTo(sum, 3);
      }
      expect(answer.totals[key].min).toBeLessThanOrEqual(answer.totals[key].max);
    }
    const km = answer.countries.reduce((total: number, country: { km: number }) => total + country.km, 0);
    expect(km).toBeCloseTo(answer.totals.distanceKm, 0);
  });

  test("the geometry runs from the start to the destination", () => {
    expect(answer.geometry.type).toBe("LineString");
    const [first, last] = [answer.geometry.coordinates.at(0), answer.geometry.coordinates.at(-1)];
    expect(first[0]).toBeCloseTo(51.2, 0);
    expect(last[0]).toBeCloseTo(41.6, 0);
  });

  test("every leg has its id, ends, mode and countries", () => {
    for (const leg of answer.legs) {
      expect(leg).toMatchObject({ id: expect.any(String), from: expect.any(String), to: expect.any(String) });
      expect(leg.countries.length).toBeGreaterThan(0);
    }
  });
});

describe("formats and names", () => {
  test("names in any language and UN/LOCODEs are understood", () => {
    const expected = ask("from=aktau&to=poti&year=2026").answer.totals;
    for (const [from, to] of [
      ["ميناء أكتاو", "ميناء بوتي"],
      ["アクタウ港", "ポティ港"],
      ["KZAAU", "GEPTI"],
    ] as const) {
      expect(ask(`from=${from}&to=${to}&year=2026`).answer.totals).toEqual(expected);
    }
  });

  test("coordinates snap to the nearest place, also negative ones", () => {
    const { status, answer } = ask("from=51.2,43.6&to=poti&year=2026");
    expect(status).toBe(0);
    expect(answer.legs[0].from).toBe("aktau");
    expect(run("--from=-30,40", "--to=poti", "--format=json").status).toBe(3);
  });

  test("text in Arabic, rows in CSV, lines in GeoJSON", () => {
    expect(run("--from=aktau", "--to=poti", "--lang=ar").stdout).toContain("ميناء بوتي");
    const rows = run("--from=aktau", "--to=poti", "--format=csv").stdout.trim().split("\n");
    expect(rows[0]).toMatch(/^kind,id,from,to/);
    expect(rows.length).toBeGreaterThan(3);
    const lines = JSON.parse(run("--from=aktau", "--to=poti", "--format=geojson").stdout);
    expect(lines.features.length).toBe(ask("from=aktau&to=poti").answer.legs.length);
  });

  test("tracks in GPX, lines in KML", () => {
    expect(run("--from=aktau", "--to=poti", "--format=gpx").stdout).toMatch(/<trkpt lat="43\.\d+" lon="51\./);
    expect(run("--from=aktau", "--to=poti", "--format=kml").stdout).toMatch(/<coordinates>51\.\d+,43\./);
  });
});

describe("a wrong command line exits 2 with one clear line", () => {
  test.each([
    [["--to=poti"], "--from"],
    [["--from=atlantis", "--to=poti"], "atlantis"],
    [["--from=__proto__", "--to=poti"], "__proto__"],
    [["--from=200,95", "--to=poti"], "200,95"],
    [["--from=NaN,43", "--to=poti"], "NaN,43"],
    [["--from=aktau", "--to=poti", "--criterion=beauty"], "beauty"],
    [["--from=aktau", "--to=poti", "--avoid=RU,ZZ"], "ZZ"],
    [["--from=aktau", "--to=poti", "--close=nothing"], "nothing"],
    [["--from=aktau", "--to=poti", "--year=soon"], "soon"],
    [["--from=aktau", "--to=poti", "--format=pdf"], "pdf"],
    [["--from=aktau", "--to=poti", "--lang=tlh"], "tlh"],
    [["--from=aktau", "--to=poti", "--colour=red"], "colour"],
    [["--from=aktau", "stray", "--to=poti"], "stray"],
    [["--from=aktau", "--to"], "--to"],
  ])("%j", (words, named) => {
    const { status, stdout, stderr } = run(...words);
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain(named);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stderr).not.toMatch(/\bat .*\.ts:\d+/);
  });

  test("an absurdly long value is cut in the message", () => {
    const { status, stderr } = run(`--from=${"x".repeat(50_000)}`, "--to=poti");
    expect(status).toBe(2);
    expect(stderr.length).toBeLessThan(400);
  });
});
