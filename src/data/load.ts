import type { Manifest } from "../model/manifest.ts";
import { type PackedNetwork, unpackNetwork } from "../model/packed.ts";
import { buildDataset, type Dataset } from "./dataset.ts";

/** Absolute address of a served data file; relative to the page, so that the site works from any path. */
export function dataUrl(file: string): string {
  return new URL(`data/${file}`, document.baseURI).href;
}

/** Fetches one data file. @throws Error naming the file and the answer of the server */
export function fetchData<T>(file: string): Promise<T> {
  return fetchFile<T>(`data/${file}`);
}

/**
 * Fetches a file that is served beside the page, from any path it is served at, or takes it out of the page where all
 * of it is one file: the only door to data and stories.
 * @throws Error naming the file and the answer of the server
 */
export async function fetchFile<T>(path: string): Promise<T> {
  if (import.meta.env.MODE === "single") return (await import("./packedFile.ts")).readPacked<T>(path);
  const answer = await fetch(new URL(path, document.baseURI));
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${answer.statusText}`);
  return answer.json() as Promise<T>;
}

const files = new Map<string, Promise<unknown>>();

/** A data file once: later readers share the first answer; a failed try is made again. */
export function fetchOnce<T>(file: string): Promise<T> {
  const known = files.get(file) ?? fetchData<T>(file);
  files.set(file, known);
  known.catch(() => files.delete(file));
  return known as Promise<T>;
}

/** Loads what the first view needs; everything else is fetched when it is opened. */
export async function loadDataset(): Promise<Dataset> {
  const [manifest, network] = await Promise.all([
    fetchData<Manifest>("manifest.json"),
    fetchData<PackedNetwork>("network.json"),
  ]);
  return buildDataset(manifest, unpackNetwork(network));
}

/** The names of places in a language, by id; none for English, which the network carries, or where they cannot be had. */
export function loadNames(language: string): Promise<Readonly<Record<string, string>>> {
  return language === "en"
    ? Promise.resolve({})
    : fetchData<Readonly<Record<string, string>>>(`names/${language}.json`).catch(() => ({}));
}
