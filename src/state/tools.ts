import type { FeatureCollection, LineString, Point } from "geojson";
import type { CapacityFile } from "../model/capacity.ts";
import type { Route } from "../model/route.ts";
import type { CorridorLoss, Flow, Lift, Loss, Reach } from "../routing/analysis.ts";
import type { State } from "./store.ts";

/** How the colours of a picture run: from harmless to grave, from near to far, or one colour by width. */
export type Ramp = "loss" | "reach" | "flow";

/** Steps of a ramp, and the tone of what is drawn as an alarm, such as a bottleneck. */
export const toneCount = 5;
export const alarmTone = -1;

export interface Mark {
  readonly id: string;
  /** Step of the ramp, 0 for the weakest, or `alarmTone`. */
  readonly tone: number;
  /** In pixels at a middle zoom. */
  readonly size: number;
  readonly label?: string;
}

/** What an analysis lays over the network. */
export interface Picture {
  readonly ramp: Ramp;
  readonly lines: FeatureCollection<LineString, Mark>;
  readonly points: FeatureCollection<Point, Mark>;
  readonly title: string;
  /** What the tones mean, in the reader's language. */
  readonly legend: readonly { readonly tone: number; readonly label: string }[];
}

/** A route that a person may take instead of the best one. */
export interface Choice {
  /** Names the route in a link; the same as long as its legs are. */
  readonly key: string;
  readonly route: Route;
  /** Ids of the places, waterways and states that tell it from the others; empty for a mere trade-off. */
  readonly by: readonly string[];
}

/** What the analyses read of a state; the command line has no more of it. */
export interface Asked extends Pick<State, "view" | "dataset" | "graph"> {
  readonly local: Pick<State["local"], "translator">;
}

/** The analyses of a state's question, each computed once and then remembered; loaded when first asked for. */
export interface Tools {
  readonly file: CapacityFile;
  /** Routes that really differ, the best one first. */
  alternatives(asked: Asked): readonly Choice[];
  /** Routes that no other beats in time, price and emissions at once, the quickest first. */
  tradeoffs(asked: Asked): readonly Choice[];
  /** The route a link's key stands for; undefined where no choice has that key. */
  chosenRoute(asked: Asked): Route | undefined;
  losses(asked: Asked): readonly Loss[];
  corridorLosses(asked: Asked): readonly CorridorLoss[];
  reach(asked: Asked): Reach | undefined;
  flow(asked: Asked): Flow | undefined;
  lifts(asked: Asked): readonly Lift[];
  /** The picture of the open analysis. */
  picture(asked: Asked): Picture | undefined;
}
