import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readDataset } from "../../src/cli/readData.ts";
import { type PackedNetwork, packNetwork, unpackNetwork } from "../../src/model/packed.ts";

const file = new URL("../../public/data/network.json", import.meta.url);
const packed = JSON.parse(readFileSync(file, "utf8")) as PackedNetwork;
const page = unpackNetwork(packed);
const full = readDataset();

test("what the page loads says the same as the GeoJSON files that the command line reads", () => {
  expect(page.legs.map((leg) => leg.id)).toEqual(full.network.legs.map((leg) => leg.id));
  for (const leg of page.legs) {
    expect(full.legById.get(leg.id)).toMatchObject(leg);
    const [packedCourse = [], course = []] = [page.courseById.get(leg.id), full.courseById.get(leg.id)];
    expect(packedCourse.length, leg.id).toBe(course.length);
    for (const [index, [lng, lat]] of packedCourse.entries()) {
      expect(Math.abs(lng - (course[index]?.[0] ?? 0)), leg.id).toBeLessThanOrEqual(0.00051);
      expect(Math.abs(lat - (course[index]?.[1] ?? 0)), leg.id).toBeLessThanOrEqual(0.00051);
    }
  }
  for (const node of page.nodes) expect(full.nodeById.get(node.id)).toMatchObject(node);
  for (const deposit of page.deposits) expect(full.depositById.get(deposit.id)).toMatchObject(deposit);
  expect(page.factors).toEqual(full.factors);
});

test("packing what was unpacked gives the same file", () => {
  expect(packNetwork(page)).toEqual(packed);
});
