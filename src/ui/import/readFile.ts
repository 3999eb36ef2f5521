import { ImportProblem, importLimits } from "../../data/import/problem.ts";
import type { Reading } from "../../data/import/readText.ts";
import type { Task } from "./importWorker.ts";

const formats: Readonly<Record<string, "geojson" | "table" | "kml" | "gpx">> = {
  geojson: "geojson",
  json: "geojson",
  csv: "table",
  tsv: "table",
  txt: "table",
  kml: "kml",
  gpx: "gpx",
};

/**
 * Reads and checks a file of the reader's own in a worker; a file above the limit is not opened at all.
 * @throws ImportProblem for a format that is not known and for a file that is too large or no XML
 * @throws the signal's reason when it is aborted
 */
export async function readFile(file: File, signal: AbortSignal): Promise<Reading> {
  const ending = /\.([a-z]+)$/i.exec(file.name)?.[1]?.toLowerCase() ?? "";
  const format = Object.hasOwn(formats, ending) ? formats[ending] : undefined;
  if (!format) throw new ImportProblem("unknown-format", { value: ending });
  const isXml = format === "kml" || format === "gpx";
  const limit = isXml ? importLimits.xmlMegabytes : importLimits.megabytes;
  if (file.size > limit * 2 ** 20) throw new ImportProblem("too-large", { value: String(limit) });
  if (!isXml) return inWorker({ format, file }, signal);
  return inWorker({ format: "value", value: await readXml(file, format) }, signal);
}

/** KML or GPX as GeoJSON; a worker has no reader of XML. */
async function readXml(file: File, format: "kml" | "gpx"): Promise<unknown> {
  const [togeojson, text] = await Promise.all([import("@tmcw/togeojson"), file.text()]);
  const document = new DOMParser().parseFromString(text, "text/xml");
  if (document.querySelector("parsererror")) throw new ImportProblem("not-xml");
  return togeojson[format](document);
}

/** Where the page is one file there is no other file to start a worker from. */
async function startWorker(): Promise<Worker> {
  const { default: ImportWorker } =
    import.meta.env.MODE === "single"
      ? await import("./importWorker.ts?worker&inline")
      : await import("./importWorker.ts?worker");
  return new ImportWorker();
}

async function inWorker(task: Task, signal: AbortSignal): Promise<Reading> {
  const worker = await startWorker();
  const answer = new Promise<Reading>((resolve, reject) => {
    signal.throwIfAborted();
    signal.addEventListener("abort", () => reject(signal.reason));
    worker.onmessage = ({ data }: MessageEvent<Reading>) => resolve(data);
    worker.onerror = () => reject(new ImportProblem("unreadable"));
    worker.postMessage(task);
  });
  return answer.finally(() => worker.terminate());
}
