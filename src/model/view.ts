import type { Place } from "./route.ts";
import type { AllowedStatus, Criterion, Mode } from "./vocabulary.ts";
import { modes } from "./vocabulary.ts";

/** Where the map's camera stands. Angles in degrees. */
export interface Camera {
  readonly zoom: number;
  readonly lat: number;
  readonly lng: number;
  readonly bearing: number;
  readonly pitch: number;
}

export const overlayIds = ["network", "ports", "deposits", "places"] as const;
export type OverlayId = (typeof overlayIds)[number];

export const themes = ["auto", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export const panelStates = ["none", "collapsed", "open"] as const;
export type PanelState = (typeof panelStates)[number];

/** Parts of the page a link can switch on or off; absent means the default for the kind of page. */
export const partIds = ["legend", "zoomControls", "scaleBar", "search", "share"] as const;
export type PartId = (typeof partIds)[number];

/** Everything a link can say. What is absent takes its default. */
export interface View {
  readonly from?: Place;
  readonly to?: Place;
  readonly via: readonly Place[];
  readonly avoid: readonly string[];
  readonly close: readonly string[];
  readonly modes: readonly Mode[];
  readonly criterion: Criterion;
  readonly year?: number;
  readonly status: AllowedStatus;
  readonly layers: readonly OverlayId[];
  /** Id of the open record: a leg, a node or a deposit. */
  readonly feature?: string;
  readonly camera?: Camera;
  /** BCP 47 tag; absent: the browser's own. */
  readonly lang?: string;
  readonly theme: Theme;
  readonly embed: boolean;
  readonly panels?: PanelState;
  readonly interactive: boolean;
  readonly cooperativeGestures?: boolean;
  readonly parts: Readonly<Partial<Record<PartId, boolean>>>;
}

export const yearSpan = { first: 2010, last: 2035 } as const;

export const defaultView: View = {
  via: [],
  avoid: ["RU"],
  close: [],
  modes,
  criterion: "time",
  status: "operating",
  layers: overlayIds,
  theme: "auto",
  embed: false,
  interactive: true,
  parts: {},
};
