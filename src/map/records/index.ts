import type { Dataset } from "../../data/dataset.ts";
import { loadRecordBook, type RecordKind } from "../../data/records/book.ts";
import { shownIds } from "../../data/records/filter.ts";
import type { OverlayId, View } from "../../model/view.ts";
import type { LaterOverlays, Shown } from "../overlays/overlay.ts";
import { serveLater } from "../sources.ts";
import { commitments } from "./commitments.ts";
import { energy, terminals } from "./energy.ts";
import { recordSources } from "./features.ts";
import { drawMark } from "./marks.ts";
import { projects } from "./projects.ts";
import { uncertainDeposits, uncertainProjects } from "./uncertain.ts";

const kinds = [
  ["deposits", "deposit"],
  ["projects", "project"],
  ["commitments", "commitment"],
  ["energy", "energy"],
] as const satisfies readonly (readonly [OverlayId, RecordKind])[];

export const recordOverlays: Pick<LaterOverlays, "under" | "over" | "drawImage"> = {
  under: [energy, uncertainDeposits, uncertainProjects],
  over: [terminals, commitments, projects],
  drawImage: drawMark,
};

/** Loads the records and hands over their overlays, with their sources served. */
export async function loadRecordOverlays(dataset: Dataset): Promise<LaterOverlays> {
  const book = await loadRecordBook();
  serveLater(recordSources(book, dataset));
  let last: { readonly key: string; readonly shown: Shown } | undefined;
  const shownIn = ({ mineral, filter }: View): Shown => {
    const key = JSON.stringify([mineral, filter]);
    if (last?.key === key) return last.shown;
    const narrowing = { filter, ...(mineral !== undefined && { mineral }) };
    const isNarrow = mineral !== undefined || Object.keys(filter).length > 0;
    const shown = isNarrow
      ? Object.fromEntries(kinds.map(([overlay, kind]) => [overlay, shownIds(kind, narrowing, book)]))
      : {};
    last = { key, shown };
    return shown;
  };
  return { ...recordOverlays, shownIn };
}
