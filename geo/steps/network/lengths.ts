import type { LegRecord } from "../../../src/model/network.ts";
import { courseKm } from "../../course.ts";
import type { Problem } from "../../problem.ts";
import type { Line, Section } from "./schemas.ts";

/**
 * Drawn railways cut corners. These factors bring drawn to running kilometres where no length is published:
 * published by drawn kilometres of every second published section, by relief.
 * tests/geo/network.test.ts fits them again and proves them on the other half.
 */
export const windingFactors = { plain: 1.05, mountain: 1.06 } as const;

export interface Length {
  readonly km: number;
  readonly drawnKm: number;
  readonly basis: LegRecord["lengthBasis"];
  readonly sources: readonly string[];
}

/** The id that stands for knowledge without a source: its lengths count as estimates. */
export const unsourced = "own";

/** Drawn lines may be this much shorter or longer than a published running length before they are reported. */
export const drawnShare = { min: 0.9, max: 1.02 } as const;

/** What is drawn of a line or section beside the running length that a source gives for it. */
export interface PublishedLength {
  /** Id of the line or of the section of figures.json. */
  readonly id: string;
  readonly lines: readonly string[];
  readonly publishedKm: number;
  readonly drawnKm: number;
}

/** Every published running length, of lines and of sections, with what is drawn for it. */
export function publishedLengths(
  lines: readonly Line[],
  sections: readonly Pick<Section, "id" | "lines" | "lengthKm" | "lengthSource">[],
): PublishedLength[] {
  const drawn = new Map(lines.map((line) => [line.id, courseKm(line.course)]));
  const single = lines.map(({ id, publishedKm, publishedSource }) => ({
    id,
    lines: [id],
    lengthKm: publishedKm,
    lengthSource: publishedSource,
  }));
  return [...single, ...sections].flatMap(({ id, lines: parts, lengthKm, lengthSource }) => {
    if (lengthKm === undefined || lengthSource === undefined || lengthSource === unsourced) return [];
    const drawnKm = parts.reduce((km, line) => km + (drawn.get(line) ?? 0), 0);
    return [{ id, lines: parts, publishedKm: lengthKm, drawnKm }];
  });
}

/**
 * The running length of each line: its own published one; else its share, by drawn length, of what a published
 * section leaves over for it, shorter sections first; else drawn, with the winding factor for railways.
 */
export function measure(
  lines: readonly Line[],
  sections: readonly Section[],
): { lengths: Map<string, Length>; warnings: Problem[] } {
  const lengths = new Map<string, Length>();
  const drawn = new Map(lines.map((line) => [line.id, courseKm(line.course)]));
  const warnings: Problem[] = [];
  const report = (place: string, drawnKm: number, km: number) => {
    const share = drawnKm / km;
    if (share < drawnShare.min || share > drawnShare.max) {
      warnings.push({
        id: "drawn-length",
        place,
        problem: `drawn ${drawnKm.toFixed(1)} km are ${share.toFixed(3)} of the published ${km} km`,
        remedy: "draw its bends in geo/inputs/lines.geojson or check the published length",
      });
    }
  };
  for (const { id, publishedKm, publishedSource } of lines) {
    if (publishedKm === undefined || publishedSource === undefined) continue;
    const drawnKm = drawn.get(id) as number;
    report(id, drawnKm, publishedKm);
    lengths.set(id, {
      km: publishedKm,
      drawnKm,
      basis: publishedSource === unsourced ? "estimated" : "published",
      sources: [publishedSource],
    });
  }
  for (const section of [...sections].sort((a, b) => a.lines.length - b.lines.length)) {
    const { lengthKm, lengthSource } = section;
    if (lengthKm === undefined || lengthSource === undefined) continue;
    const total = section.lines.reduce((km, line) => km + (drawn.get(line) ?? 0), 0);
    report(section.id, total, lengthKm);
    const open = section.lines.filter((line) => !lengths.has(line));
    const fixedKm = section.lines.reduce((km, line) => km + (lengths.get(line)?.km ?? 0), 0);
    const openKm = open.reduce((km, line) => km + (drawn.get(line) ?? 0), 0);
    for (const line of open) {
      const drawnKm = drawn.get(line) as number;
      lengths.set(line, {
        km: ((lengthKm - fixedKm) * drawnKm) / openKm,
        drawnKm,
        basis: lengthSource === unsourced ? "estimated" : "published",
        sources: [lengthSource],
      });
    }
  }
  for (const { id, mode, terrain } of lines) {
    if (lengths.has(id)) continue;
    const drawnKm = drawn.get(id) as number;
    const winding = mode === "rail" ? windingFactors[terrain ?? "plain"] : 1;
    const basis = mode === "rail" ? "estimated" : "drawn";
    lengths.set(id, { km: drawnKm * winding, drawnKm, basis, sources: [] });
  }
  return { lengths, warnings };
}
