import type { FeatureCollection, LineString, Point } from "geojson";
import type { Route } from "../model/route.ts";
import type { State } from "./store.ts";

/** How the colours of a picture run: from harmless to grave, from near to far, or one colour by width. */
export type Ramp = "loss" | "reach" | "flow";

/** Steps of a ramp, and the tone of what is drawn as an alarm, such as a bottleneck. */
export const toneCount = 5;
export const alarmTone = -1;

interface Mark {
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
}

/** The analyses, loaded when one is first asked for. */
export interface Tools {
  /** The route a link's key stands for; undefined where no choice has that key. */
  chosenRoute(state: State): Route | undefined;
  /** The picture of the open analysis. */
  picture(state: State): Picture | undefined;
}
