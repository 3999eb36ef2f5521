import type {
  ExpressionSpecification,
  LayerSpecification,
  SourceSpecification,
} from "@maplibre/maplibre-gl-style-spec";
import type { FeatureCollection, LineString, Point } from "geojson";
import type { OverlayId, View } from "../../model/view.ts";
import type { Picture } from "../../state/tools.ts";
import type { Pixels } from "../images.ts";
import type { MapTheme } from "../theme.ts";

/** Everything the picture depends on, as plain values. */
export interface StyleInput {
  readonly theme: MapTheme;
  /** Tag of the language of the labels. */
  readonly language: string;
  readonly countryNames: Readonly<Record<string, string>>;
  readonly avoid: readonly string[];
  readonly layers: readonly OverlayId[];
  /** The route's legs in travel order; empty without a route. */
  readonly route: FeatureCollection<LineString>;
  /** The legs of the second route of a comparison. */
  readonly compared: FeatureCollection<LineString>;
  /** What the open analysis found. */
  readonly picture?: Picture;
  /** Start, stops and destination, with `kind` and `label`. */
  readonly stops: FeatureCollection<Point>;
  /** Places named whatever the zoom: where the route changes its vehicle, else the corridor's own gates. */
  readonly keyNodes: readonly string[];
  /** Places that the picture of an analysis names itself. */
  readonly namedByPicture: readonly string[];
  /** Start, stops and destination, which carry a label of their own. */
  readonly ends: readonly string[];
  /** Legs that are promised in the view's year, or not open any more. */
  readonly promised: readonly string[];
  readonly unusable: readonly string[];
  /** Closed nodes. */
  readonly closedNodes: readonly string[];
  /** The reader's own layers that are switched on. */
  readonly imported: readonly { readonly id: string; readonly color: string; readonly url: string }[];
  readonly selected?: string;
  /** Overlays that come with the records. */
  readonly later?: LaterOverlays;
  /** Ids of what the filter leaves, by overlay; all of an overlay that is absent. */
  readonly shown: Shown;
  readonly fontFaces?: Readonly<Record<string, unknown>>;
  readonly font: string;
  /** The address of a source that does not depend on the question. */
  readonly sourceUrl: (source: string) => string;
}

export type Shown = Readonly<Partial<Record<OverlayId, readonly string[]>>>;

/** Overlays loaded when one of them, or a filter, is first asked for. */
export interface LaterOverlays {
  /** Lines and areas, below the network's places. */
  readonly under: readonly Overlay[];
  /** Marks, above them. */
  readonly over: readonly Overlay[];
  shownIn(view: View): Shown;
  /** Draws an image that only these overlays use. */
  drawImage(name: string): Pixels | undefined;
}

/** One group of layers with its data, switched on and off together. */
export interface Overlay {
  /** Absent for what is always shown. */
  readonly id?: OverlayId;
  sources(input: StyleInput): Record<string, SourceSpecification>;
  /** Bottom to top. */
  layers(input: StyleInput): LayerSpecification[];
}

/** The label of a feature in a language. */
export function labelIn(language: string): ExpressionSpecification {
  return ["get", `label-${language}`];
}

/** A value that grows with the zoom, linear between `[zoom, value]` stops. */
export function byZoom(...stops: readonly (readonly [number, number])[]): ExpressionSpecification {
  return ["interpolate", ["linear"], ["zoom"], ...stops.flat()] as unknown as ExpressionSpecification;
}

export function isOneOf(property: string, values: readonly string[]): ExpressionSpecification {
  return ["in", ["get", property], ["literal", [...values]]];
}

/** A filter for what the reader's filter leaves of an overlay. */
export function onlyShown(ids: readonly string[] | undefined): ExpressionSpecification | boolean {
  return ids ? isOneOf("id", ids) : true;
}

export function labelLayout(font: string, size: ExpressionSpecification | number): SymbolLayout {
  return { "text-font": [font], "text-size": size, "text-max-width": 8 };
}

type SymbolLayout = NonNullable<Extract<LayerSpecification, { type: "symbol" }>["layout"]>;
