import type { Feature, Geometry } from "geojson";
import type { Source } from "../model/network.ts";

/** What a map program shows of a feature. */
export interface Caption {
  readonly name: string;
  readonly description: string;
  /** What it rests on. */
  readonly sources?: readonly Source[];
}

/** Features with captions under one name, as GPX and KML hold them. */
export interface MapFile {
  readonly name: string;
  readonly features: readonly Feature<Geometry, Caption>[];
}
