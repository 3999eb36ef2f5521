import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { readJson } from "../../geo/io.ts";
import { kindOfSource, type SourceHosts } from "../../geo/steps/quality.ts";
import { readDataset } from "../../src/cli/readData.ts";
import { assessedKinds, type Quality, qualitySchema } from "../../src/model/quality.ts";
import { modes, qualities } from "../../src/model/vocabulary.ts";

const { network, manifest } = readDataset();
const quality = readJson<Quality>(new URL("../../public/data/quality.json", import.meta.url));
const hosts = readJson<SourceHosts>(new URL("../../geo/inputs/source-kinds.json", import.meta.url));
const sum = (counts: Readonly<Record<string, number>>) =>
  Object.values(counts).reduce((total, count) => total + count, 0);

describe("quality.json", () => {
  it("fits its schema", () => {
    expect(v.safeParse(qualitySchema, quality).issues).toBeUndefined();
  });

  it("shares out every kilometre of the network, by drawing and by length", () => {
    for (const mode of modes) {
      const km = network.legs
        .filter((leg) => leg.mode === mode)
        .reduce((total, leg) => total + leg.lengthKm, 0);
      expect(Math.abs(sum(quality.drawingKm[mode]) - km)).toBeLessThan(qualities.length);
      expect(Math.abs(sum(quality.lengthKm[mode]) - km)).toBeLessThan(3);
    }
  });

  it("counts every place, source and record", () => {
    const positions = Object.values(quality.positions).reduce((total, counts) => total + sum(counts), 0);
    expect(positions).toBe(network.nodes.length);
    expect(sum(quality.sources)).toBe(manifest.counts["sources"]);
    for (const kind of ["deposits", "projects", "commitments", "events"] as const) {
      expect(sum(quality.confidence[kind])).toBe(manifest.counts[kind]);
    }
  });

  it("is sure of most figures and records: at most one in ten without a source", () => {
    const all = assessedKinds.reduce((total, kind) => total + sum(quality.confidence[kind]), 0);
    const unsourced = assessedKinds.reduce((total, kind) => total + quality.confidence[kind].unsourced, 0);
    expect(unsourced / all).toBeLessThan(0.1);
  });

  it("tells its doubts", () => {
    expect(quality.doubts.length).toBeGreaterThan(5);
    expect(new Set(quality.doubts.map(({ id }) => id)).size).toBe(quality.doubts.length);
  });
});

describe("the kind of a source", () => {
  const kindOf = (url?: string) => kindOfSource({ id: "a", title: "A", ...(url && { url }) }, hosts);

  it.each([
    ["https://www.mofa.go.jp/policy", "official"],
    ["https://mrdata.usgs.gov/deposit", "data"],
    ["http://de.wikipedia.org./wiki/A", "encyclopedia"],
    ["https://www.trend.az/business/1.html", "press"],
    ["https://notgov.example/", "press"],
  ])("of %s is %s", (url, kind) => {
    expect(kindOf(url)).toBe(kind);
  });

  it("is none without an address", () => {
    expect(kindOf()).toBe("none");
  });
});
