import { brotliCompressSync } from "node:zlib";
import type { Problem } from "./checks.ts";
import { formatGeoJson } from "./io.ts";
import type { CountedLeg } from "./steps/countryKm.ts";

/** What a page fetches before it shows anything. */
const firstView = ["manifest.json", "network.json", "basemap.json"];

export function printProblems(title: string, problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  console.error(`${title}: ${problems.length}`);
  for (const { id, place, problem, remedy } of problems) {
    console.error(`  ${id}: ${place}: ${problem}; ${remedy}`);
  }
}

/** Problems as points, so that any viewer of maps shows where they are. */
export function formatProblems(problems: readonly Problem[]): string {
  const features = problems.map(({ position, ...properties }) => ({
    type: "Feature" as const,
    geometry: position ? { type: "Point" as const, coordinates: [...position] } : null,
    properties,
  }));
  return formatGeoJson({ type: "FeatureCollection", features });
}

/** Counts and kilometres of the network by kind, and what the first view weighs. */
export function printReport(
  nodeCount: number,
  legs: readonly CountedLeg[],
  files: ReadonlyMap<string, string>,
): void {
  console.log(`nodes ${nodeCount}, legs ${legs.length}, ${sumKm(legs)} km`);
  for (const field of ["mode", "status", "quality", "lengthBasis"] as const) {
    const values = [...new Set(legs.map((leg) => leg[field]))].map((value) => {
      const some = legs.filter((leg) => leg[field] === value);
      return `${value} ${some.length} (${sumKm(some)} km)`;
    });
    console.log(`${field}: ${values.join(", ")}`);
  }
  const published = legs.filter((leg) => leg.lengthBasis === "published");
  console.log(`published ${sumKm(published)} km, the same legs drawn ${sumKm(published, "drawnKm")} km`);
  const sizes = firstView.map(
    (file) => [file, brotliCompressSync(files.get(file) ?? "").length / 1024] as const,
  );
  for (const [file, kib] of sizes) console.log(`${file}: ${kib.toFixed(1)} KiB brotli`);
  console.log(`first view: ${sizes.reduce((kib, [, size]) => kib + size, 0).toFixed(1)} KiB brotli`);
}

function sumKm(legs: readonly CountedLeg[], field: "lengthKm" | "drawnKm" = "lengthKm"): number {
  return Math.round(legs.reduce((km, leg) => km + leg[field], 0));
}
