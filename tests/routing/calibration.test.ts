import { describe, expect, test } from "vitest";
import { readInputs } from "../../geo/readInputs.ts";
import { publishedLengths } from "../../geo/steps/network.ts";
import { readDataset } from "../../src/cli/readData.ts";
import type { AllowedStatus, Mode } from "../../src/model/vocabulary.ts";
import { buildGraph, route } from "../../src/routing/index.ts";
import calibration from "../fixtures/calibration.json" with { type: "json" };
import { query } from "../fixtures/networks.ts";

/**
 * Distances that others publish, or that a coarse sea graph gives, against ours, asked by the shortest way.
 * Where the source went another way, or one we do not have, the pair is explained here; a pair that comes well
 * within its tolerance must leave the list.
 */
const explained: Readonly<Record<string, string>> = {
  "chongqing-duisburg": "the shortest way through Russia is shorter than the one of 2013",
  "haydarpasa-ankara": "no freight between Haydarpasa and Pendik since 2013",
  "islamabad-istanbul": "a ferry crosses Lake Van, and rail alone is asked for",
  "kapikoy_razi-istanbul": "a ferry crosses Lake Van, and rail alone is asked for",
  "piraeus-trieste": "the sea graph goes through the canal of Corinth, too narrow for these ships",
};

/** Share of its tolerance within which a pair stays when a line is drawn a little better or worse. */
const wellWithin = 0.8;

interface Pair {
  readonly from: string;
  readonly to: string;
  readonly modes: readonly Mode[];
  readonly year: number;
  readonly status?: AllowedStatus;
  readonly close?: readonly string[];
  readonly km: number;
  /** Share of `km` that the answer may be off. */
  readonly tolerance: number;
  readonly basis: "published" | "computed";
  readonly source: string;
  /** The way of the source, in its words. */
  readonly via?: string;
}

const pairs = calibration.pairs as Pair[];
const { network, factors, manifest } = readDataset();
const graph = buildGraph(network, factors, manifest.networkYear);

const answers = pairs.map(
  ({ from, to, modes, year, status = "operating", close = [], km, tolerance, basis }) => {
    const question = query(from, to, { modes, year, status, close, criterion: "distance" });
    const answer = route(graph, question);
    const error = answer.status === "found" ? Math.abs(answer.route.totals.distanceKm / km - 1) : Infinity;
    return { id: `${from}-${to}`, error, tolerance, basis, isWithin: error <= tolerance };
  },
);

describe("distances between places", () => {
  test("are within the tolerance of their source, but for those explained", () => {
    const unexplained = answers.filter(({ id, isWithin }) => !isWithin && !Object.hasOwn(explained, id));
    expect(unexplained.map(({ id, error }) => `${id} ${error}`)).toEqual([]);
  });

  test("explain no pair that is well within it", () => {
    const needless = answers.filter(
      ({ id, error, tolerance }) => Object.hasOwn(explained, id) && error < wellWithin * tolerance,
    );
    expect(needless.map(({ id }) => id)).toEqual([]);
    const known = new Set(answers.map(({ id }) => id));
    expect(Object.keys(explained).filter((id) => !known.has(id))).toEqual([]);
  });

  test("need an explanation for fewer than one in ten", () => {
    expect(answers.filter(({ isWithin }) => isWithin).length).toBeGreaterThan(0.9 * answers.length);
  });

  test("are off the published ones by at most 2 % in the median", () => {
    expect(
      median(answers.filter(({ basis }) => basis === "published").map(({ error }) => error)),
    ).toBeLessThan(0.02);
  });

  test("name a source each", () => {
    const known = Object.keys(calibration.sources);
    expect(pairs.filter(({ source }) => !known.includes(source))).toEqual([]);
  });
});

/** Agreement by a published label proves nothing about a line: this is what is drawn, without labels. */
describe("drawn lines beside their published running lengths", () => {
  const { inputs } = readInputs();
  const shares = publishedLengths(inputs.lines, inputs.sections).map(
    ({ drawnKm, publishedKm }) => drawnKm / publishedKm,
  );

  test("come out between 0.93 and 1.01 in the median", () => {
    expect(shares.length).toBeGreaterThanOrEqual(40);
    expect(median(shares)).toBeGreaterThan(0.93);
    expect(median(shares)).toBeLessThan(1.01);
  });

  test("none is drawn a fifth too short or more than 3 % too long", () => {
    expect(Math.min(...shares)).toBeGreaterThan(0.8);
    expect(Math.max(...shares)).toBeLessThan(1.03);
  });
});

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] as number) + (sorted[Math.ceil(middle)] as number)) / 2;
}
