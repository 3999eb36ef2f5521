import type { MineralGroup } from "../model/minerals.ts";
import type { Ramp } from "../state/tools.ts";

/** Colours of the map. Lines keep a contrast of 3:1 on land and on sea. */
export interface MapTheme {
  readonly sea: string;
  readonly land: string;
  readonly lake: string;
  readonly river: string;
  readonly border: string;
  readonly avoidedFill: string;
  readonly avoidedLine: string;
  readonly corridor: string;
  readonly rail1520: string;
  readonly rail1435: string;
  readonly lane: string;
  readonly ferry: string;
  readonly road: string;
  readonly promised: string;
  readonly closed: string;
  readonly route: string;
  /** The second route of a comparison. */
  readonly compared: string;
  readonly routeCasing: string;
  readonly port: string;
  readonly deposit: string;
  /** Deposits by the kind of their mineral. */
  readonly minerals: Readonly<Record<MineralGroup, string>>;
  readonly pointFill: string;
  readonly selected: string;
  readonly label: string;
  readonly labelMuted: string;
  readonly labelSea: string;
  readonly halo: string;
  readonly haloSea: string;
  /** Colours of the analyses, from the weakest step to the strongest. */
  readonly ramps: Readonly<Record<Ramp, readonly [string, string, string, string, string]>>;
  /** What an analysis warns of, such as a bottleneck. */
  readonly alarm: string;
}

export const lightTheme: MapTheme = {
  sea: "#cfe1ea",
  land: "#f5f1e8",
  lake: "#cfe1ea",
  river: "#a9cbdc",
  border: "#a99f8e",
  avoidedFill: "#b3261e",
  avoidedLine: "#b3261e",
  corridor: "#f2b233",
  rail1520: "#5a5148",
  rail1435: "#7d5a86",
  lane: "#47809c",
  ferry: "#0b5d86",
  road: "#8a6a3b",
  promised: "#b45f06",
  closed: "#8f8a83",
  route: "#c2185b",
  compared: "#2f6fde",
  routeCasing: "#ffffff",
  port: "#0b4f73",
  deposit: "#1b6e4b",
  minerals: {
    rare: "#8e24aa",
    battery: "#00695c",
    technology: "#2e6b12",
    fuel: "#37474f",
    base: "#a84300",
    precious: "#7d6608",
    other: "#6d5a4a",
  },
  pointFill: "#ffffff",
  selected: "#111111",
  label: "#2d2a26",
  labelMuted: "#6d665c",
  labelSea: "#3f7189",
  halo: "#f5f1e8",
  haloSea: "#cfe1ea",
  ramps: {
    loss: ["#e0b04a", "#e08a2e", "#d95f1e", "#b8321a", "#7a1220"],
    reach: ["#0b5d50", "#2a8f7a", "#5a9fd0", "#8a7fc4", "#b5a3ad"],
    flow: ["#1f6f8b", "#1f6f8b", "#1f6f8b", "#1f6f8b", "#1f6f8b"],
  },
  alarm: "#c62828",
};

export const darkTheme: MapTheme = {
  sea: "#10212b",
  land: "#262a2e",
  lake: "#10212b",
  river: "#22485a",
  border: "#5e6670",
  avoidedFill: "#ff6b60",
  avoidedLine: "#ff6b60",
  corridor: "#8a6414",
  rail1520: "#b9b0a4",
  rail1435: "#b58fc0",
  lane: "#5d9bb8",
  ferry: "#6cc0ea",
  road: "#c2a16b",
  promised: "#f0a24a",
  closed: "#757c84",
  route: "#ff5c9a",
  compared: "#7fb0ff",
  routeCasing: "#14181b",
  port: "#8fd0f2",
  deposit: "#6fd3a4",
  minerals: {
    rare: "#d79be8",
    battery: "#4fd1c0",
    technology: "#9bd86a",
    fuel: "#b4c3cb",
    base: "#ff9a5c",
    precious: "#e3c94e",
    other: "#c9b5a3",
  },
  pointFill: "#14181b",
  selected: "#ffffff",
  label: "#ece8e1",
  labelMuted: "#a8a299",
  labelSea: "#7db2ca",
  halo: "#1b1f22",
  haloSea: "#10212b",
  ramps: {
    loss: ["#8f7434", "#b97d2c", "#e08a3c", "#ff8a65", "#ffb3b0"],
    reach: ["#a7f0df", "#5fd0b5", "#5aa6d8", "#8b80c8", "#6f6877"],
    flow: ["#6cc6e0", "#6cc6e0", "#6cc6e0", "#6cc6e0", "#6cc6e0"],
  },
  alarm: "#ff7b72",
};
