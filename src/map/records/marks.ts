import type { Project } from "../../model/records.ts";
import type { Pixels } from "../images.ts";
import type { MapTheme } from "../theme.ts";
import { groupOfType, type ProjectGroup, projectGroups, recordColours } from "./colours.ts";

/** How far a project has come: at work, being built, on paper, or ended. */
export const progresses = ["working", "building", "paper", "ended"] as const;
export type Progress = (typeof progresses)[number];

const progressOf: Readonly<Record<Project["status"], Progress>> = {
  operating: "working",
  commissioning: "working",
  construction: "building",
  agreed: "paper",
  study: "paper",
  proposed: "paper",
  suspended: "ended",
  cancelled: "ended",
  failed: "ended",
};

/** Corners and turn of each group's mark; a circle has none. */
export const shapes: Readonly<Record<ProjectGroup, { readonly corners: number; readonly turn: number }>> = {
  land: { corners: 4, turn: Math.PI / 4 },
  sea: { corners: 0, turn: 0 },
  logistics: { corners: 3, turn: Math.PI / 2 },
  mining: { corners: 6, turn: 0 },
  energy: { corners: 5, turn: Math.PI / 2 },
  digital: { corners: 3, turn: -Math.PI / 2 },
  finance: { corners: 8, turn: Math.PI / 8 },
};

/** Every image a theme may ask for, by its key. */
export function markNames(theme: MapTheme): readonly (readonly [string, string])[] {
  return projectGroups.flatMap((group) =>
    progresses.map((progress) => [`${group}-${progress}`, imageName(group, progress, theme)] as const),
  );
}

/** The look of a project: its shape by type; filled when it works, hollow when built, broken on paper, grey when ended. */
export function markKey(type: Project["type"], status: Project["status"]): string {
  return `${groupOfType[type]}-${progressOf[status]}`;
}

function imageName(group: ProjectGroup, progress: Progress, theme: MapTheme): string {
  const color = progress === "ended" ? theme.closed : recordColours(theme).projects[group];
  return `mark-${group}-${progress}-${color.slice(1)}-${theme.pointFill.slice(1)}`;
}

const size = 34;
const middle = (size - 1) / 2;
const radius = 14;
const stroke = 3.6;

/** Draws the image of a mark by its name; undefined for any other name. */
export function drawMark(name: string): Pixels | undefined {
  const [kind, group, progress, color, paper] = name.split("-");
  const known = projectGroups.find((candidate) => candidate === group);
  if (kind !== "mark" || !known || !color || !paper) return undefined;
  const [ink, ground] = [bytes(color), bytes(paper)];
  const data = new Uint8ClampedArray(size * size * 4);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const { distance, angle } = place(x - middle, middle - y, known);
      // The paper around the mark keeps it apart from what lies under it.
      const isEdge = distance > radius - stroke && distance <= radius && !isGap(angle, progress);
      const rgb = isEdge || (progress === "working" && distance <= radius) ? ink : ground;
      const cover = Math.min(1, Math.max(0, radius + 2 - distance));
      data.set([...rgb, Math.round(255 * cover)], (y * size + x) * 4);
    }
  }
  return { width: size, height: size, data };
}

/** Distance from the middle as the shape measures it, so that its edge is a line of equal distance. */
function place(x: number, y: number, group: ProjectGroup): { distance: number; angle: number } {
  const { corners, turn } = shapes[group];
  const angle = Math.atan2(y, x);
  const distance = Math.hypot(x, y);
  if (corners === 0) return { distance, angle };
  const sector = (2 * Math.PI) / corners;
  const off = ((((angle - turn) % sector) + sector) % sector) - sector / 2;
  // Few corners reach far out: the flat sides stand nearer so that all marks look equally large.
  return { distance: (distance * Math.cos(off)) / Math.max(0.62, Math.cos(sector / 2)), angle };
}

function isGap(angle: number, progress: string | undefined): boolean {
  return progress === "paper" && Math.floor((angle + Math.PI) / (Math.PI / 6)) % 2 === 1;
}

function bytes(hex: string): [number, number, number] {
  const value = Number.parseInt(hex, 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}
