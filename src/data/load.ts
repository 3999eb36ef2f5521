import type { DataFiles } from "./dataset.ts";
import { buildDataset, type Dataset } from "./dataset.ts";

/** Absolute address of a served data file; relative to the page, so that the site works from any path. */
export function dataUrl(file: string): string {
  return new URL(`data/${file}`, document.baseURI).href;
}

/**
 * Fetches one data file.
 * @throws Error naming the file and the answer of the server
 */
export async function fetchData<T>(file: string): Promise<T> {
  const answer = await fetch(dataUrl(file));
  if (!answer.ok) throw new Error(`${file}: ${answer.status} ${answer.statusText}`);
  return answer.json() as Promise<T>;
}

/** Loads what the first view needs; everything else is fetched when it is opened. */
export async function loadDataset(): Promise<Dataset> {
  const [manifest, nodes, legs, deposits, factors] = await Promise.all([
    fetchData<DataFiles["manifest"]>("manifest.json"),
    fetchData<DataFiles["nodes"]>("nodes.geojson"),
    fetchData<DataFiles["legs"]>("legs.geojson"),
    fetchData<DataFiles["deposits"]>("deposits.geojson"),
    fetchData<DataFiles["factors"]>("factors.json"),
  ]);
  return buildDataset({ manifest, nodes, legs, deposits, factors });
}
