import { readFileSync } from "node:fs";
import { buildDataset, type Dataset, networkOf } from "../data/dataset.ts";
import type { Borders } from "../data/proof.ts";
import type { CapacityFile } from "../model/capacity.ts";

/** The data as the page serves it, read from the project's own folder. */
export function readDataset(): Dataset {
  return buildDataset(
    read("manifest.json"),
    networkOf({
      nodes: read("nodes.geojson"),
      legs: read("legs.geojson"),
      deposits: read("deposits.geojson"),
      factors: read("factors.json"),
    }),
  );
}

export function readBorders(code: string): Borders {
  return read(`borders/${code}.geojson`);
}

export function readCapacities(): CapacityFile {
  return read("capacities.json");
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(`../../public/data/${file}`, import.meta.url), "utf8")) as T;
}
