import type { MoneyStage } from "../../data/money.ts";
import type { Energy } from "../../model/energy.ts";
import type { Project } from "../../model/records.ts";
import { lightTheme, type MapTheme } from "../theme.ts";

/** What projects have in common that share a shape and a colour. */
export const projectGroups = ["land", "sea", "logistics", "mining", "energy", "digital", "finance"] as const;
export type ProjectGroup = (typeof projectGroups)[number];

export const groupOfType: Readonly<Record<Project["type"], ProjectGroup>> = {
  rail: "land",
  road: "land",
  port: "sea",
  shipping: "sea",
  logistics: "logistics",
  customs: "logistics",
  mining: "mining",
  industry: "mining",
  energy: "energy",
  digital: "digital",
  finance: "finance",
  development: "finance",
};

/** What pipelines, terminals and cables carry. */
export const carried = ["oil", "gas", "power", "data"] as const;
export type Carried = (typeof carried)[number];

export function carriedBy(kind: Energy["kind"]): Carried {
  return carried.find((one) => kind.startsWith(one)) ?? "oil";
}

/** Colours of the records; those of a money stage go from faint to firm. */
export interface RecordColours {
  readonly projects: Readonly<Record<ProjectGroup, string>>;
  readonly energy: Readonly<Record<Carried, string>>;
  readonly stages: Readonly<Record<MoneyStage | "none", string>>;
  readonly uncertain: string;
}

const light: RecordColours = {
  projects: {
    land: "#5b3fa0",
    sea: "#0b6fa8",
    logistics: "#8a5a00",
    mining: "#1b6e4b",
    energy: "#b3431e",
    digital: "#a21caf",
    finance: "#55606b",
  },
  energy: { oil: "#7a3b12", gas: "#1f5fbf", power: "#8a6d00", data: "#7a3fb0" },
  stages: {
    announced: "#a35fc4",
    signed: "#6a1b9a",
    committed: "#1b5e20",
    disbursed: "#0d3d12",
    cancelled: "#8f8a83",
    none: "#6d665c",
  },
  uncertain: "#1b6e4b",
};

const dark: RecordColours = {
  projects: {
    land: "#b9a3ff",
    sea: "#6cc0ea",
    logistics: "#e8b35a",
    mining: "#6fd3a4",
    energy: "#ff9a6b",
    digital: "#f0a6ff",
    finance: "#b8c2cc",
  },
  energy: { oil: "#ffb38a", gas: "#86b4ff", power: "#ffd54a", data: "#d0a0ff" },
  stages: {
    announced: "#c79be0",
    signed: "#e0b3ff",
    committed: "#8fe0a0",
    disbursed: "#c8f5d0",
    cancelled: "#757c84",
    none: "#a8a299",
  },
  uncertain: "#6fd3a4",
};

export function recordColours(theme: MapTheme): RecordColours {
  return theme === lightTheme ? light : dark;
}
