import type { Delay, Place } from "./route.ts";
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

/** Within what a link or a host page may put the camera. */
export const cameraLimits = {
  zoom: [0, 22],
  lat: [-85, 85],
  lng: [-180, 180],
  bearing: [-360, 360],
  pitch: [0, 60],
} as const satisfies Readonly<Record<keyof Camera, readonly [low: number, high: number]>>;

/** What a link shows that does not say otherwise. */
const basicOverlays = ["network", "ports", "deposits", "places"] as const;

export const overlayIds = [...basicOverlays, "projects", "commitments", "energy"] as const;
export type OverlayId = (typeof overlayIds)[number];
export const defaultLayers: readonly OverlayId[] = basicOverlays;

export const themes = ["auto", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export const panelStates = ["none", "collapsed", "open"] as const;
export type PanelState = (typeof panelStates)[number];

/** Parts of the page a link can switch on or off; absent means the default for the kind of page. */
export const partIds = ["legend", "zoomControls", "scaleBar", "search", "share"] as const;
export type PartId = (typeof partIds)[number];

/** A question with its conditions. */
export interface Scenario {
  readonly from?: Place;
  readonly to?: Place;
  readonly via: readonly Place[];
  readonly avoid: readonly string[];
  readonly close: readonly string[];
  readonly slow: readonly Delay[];
  readonly modes: readonly Mode[];
  readonly criterion: Criterion;
  readonly year?: number;
  readonly status: AllowedStatus;
}

/** The words of a question, as links and the command line name them. */
export const scenarioKeys = [
  "from",
  "to",
  "via",
  "avoid",
  "close",
  "slow",
  "modes",
  "criterion",
  "year",
  "status",
] as const satisfies readonly (keyof Scenario)[];

/** What is left of the capacity of a node, line or leg. */
export interface Reduction {
  readonly id: string;
  readonly percentLeft: number;
}

/** The analyses of a question, each with a picture of its own. */
export const toolIds = ["tradeoffs", "compare", "whatif", "criticality", "capacity", "reach"] as const;
export type ToolId = (typeof toolIds)[number];

/** What a flow is counted in: tonnes, or containers of twenty feet. */
export const flowUnits = ["t", "TEU"] as const;
export type FlowUnit = (typeof flowUnits)[number];

/** Whether the ranking is that of the question or of the corridor as a whole. */
export const rankings = ["question", "corridor"] as const;
export type Ranking = (typeof rankings)[number];

/** Pages beside the map, each a way into the records. */
export const pageIds = ["minerals", "timeline", "facts", "sources", "tables"] as const;
export type PageId = (typeof pageIds)[number];

/** What the records on the map and in the tables are narrowed to; each key has one value, as written in the link. */
export const filterKeys = ["country", "type", "stage", "status", "giver", "from", "until", "least"] as const;
export type FilterKey = (typeof filterKeys)[number];
export type Filter = Readonly<Partial<Record<FilterKey, string>>>;

/** How a presentation runs. */
export interface Playback {
  readonly autoplay: boolean;
  /** How long a step stays where it does not say so itself, in milliseconds. */
  readonly delay: number;
  readonly loop: boolean;
  readonly controls: boolean;
}

/** Everything a link can say. What is absent takes its default. */
export interface View extends Scenario {
  /** The second scenario of a comparison. */
  readonly compare?: Scenario;
  /** Key of the route chosen instead of the best one. */
  readonly choice?: string;
  readonly tool?: ToolId;
  readonly ranking: Ranking;
  /** How far a reach goes, in days. */
  readonly within: number;
  /** Ends of a flow: ids of nodes, deposits and groups; empty: the ends of the question. */
  readonly flowFrom: readonly string[];
  readonly flowTo: readonly string[];
  readonly flowUnit: FlowUnit;
  readonly reduce: readonly Reduction[];
  readonly page?: PageId;
  /** What of the open page is shown: the id of an entry, a kind of entries, or a table. */
  readonly item?: string;
  /** Id of the mineral that records are narrowed to. */
  readonly mineral?: string;
  readonly filter: Filter;
  /** The presentation that runs, by id or as `data:` with the whole of it, and the step it is at, from 0. */
  readonly story?: string;
  readonly step: number;
  readonly playback: Playback;
  /** Whether the host page may command this frame, and its origin. */
  readonly api: boolean;
  readonly origin?: string;
  readonly layers: readonly OverlayId[];
  /** Id of the open record: a leg, a place, or any other record of the data. */
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

/** The longest delay of one thing and the longest reach a link can ask for, in days. */
export const longestDays = 90;

export const defaultScenario: Scenario = {
  via: [],
  avoid: ["RU"],
  close: [],
  slow: [],
  modes,
  criterion: "time",
  status: "operating",
};

export const defaultView: View = {
  ...defaultScenario,
  ranking: "question",
  within: 10,
  flowFrom: [],
  flowTo: [],
  flowUnit: "t",
  reduce: [],
  filter: {},
  step: 0,
  playback: { autoplay: false, delay: 8000, loop: false, controls: true },
  api: false,
  layers: defaultLayers,
  theme: "auto",
  embed: false,
  interactive: true,
  parts: {},
};
