import type { Feature, Geometry } from "geojson";

/** A thing of a reader's file, checked; one without a place stands in the table only. */
export type ImportedFeature = Feature<Geometry | null, Readonly<Record<string, unknown>>>;

/** A file of the reader's own as a layer of the map. */
export interface ImportedLayer {
  readonly id: string;
  readonly name: string;
  /** `#rrggbb`. */
  readonly color: string;
  readonly shown: boolean;
  readonly features: readonly ImportedFeature[];
}

/** A file that is being read. */
export interface Importing {
  readonly name: string;
  readonly cancel: () => void;
}

/** Colours of layers in the order they come: each has a contrast of 3:1 on light and on dark land. */
export const layerColors = ["#8657e8", "#c94a3b", "#1f8a70", "#a86a12", "#3f78d4", "#b03d91"] as const;
