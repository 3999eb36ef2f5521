/**
 * Types of `embed.js` (ES module) and `embed.classic.js` (global `MiddleCorridor`):
 * frames of the map that a host page commands and listens to. See README.md beside this file in the source.
 */

/** The id of a node or deposit, or a point. */
export type Place = string | readonly [lng: number, lat: number];

/** A list as an array, or as the link writes it. */
export type List = string | readonly string[];

/** Degrees; zoom as web maps count it, 0 to 22. */
export interface Camera {
  readonly zoom: number;
  readonly lat: number;
  readonly lng: number;
  readonly bearing?: number | undefined;
  readonly pitch?: number | undefined;
}

/** The words of a question as in the link; what is absent stays as it is, `null` gives the default back. */
export interface ScenarioWords {
  readonly from?: Place | null | undefined;
  readonly to?: Place | null | undefined;
  /** In travel order. */
  readonly via?: string | readonly Place[] | null | undefined;
  readonly avoid?: List | null | undefined;
  readonly close?: List | null | undefined;
  readonly slow?: List | null | undefined;
  readonly modes?: List | null | undefined;
  readonly criterion?: string | null | undefined;
  readonly year?: number | string | null | undefined;
  readonly status?: string | null | undefined;
}

/** Everything a link can say: its parameters by name, as the link writes them. */
export type LinkState = Readonly<Record<string, string>>;

/** What each command takes. */
export interface Payloads {
  readonly setView: Camera;
  readonly fitBounds: {
    readonly bounds: readonly [
      readonly [west: number, south: number],
      readonly [east: number, north: number],
    ];
  };
  readonly setLayers: { readonly layers: readonly string[] };
  readonly selectFeature: { readonly id: string | null };
  /** Without `via` there are no stops; without `avoid` the avoided countries stay. */
  readonly setRoute: {
    readonly from: Place;
    readonly to: Place;
    readonly via?: string | readonly Place[] | undefined;
    readonly avoid?: List | undefined;
  };
  readonly setScenario: ScenarioWords;
  readonly setYear: { readonly year: number };
  readonly goToStep: { readonly index: number };
  readonly next: Nothing;
  readonly prev: Nothing;
  readonly play: Nothing;
  readonly pause: Nothing;
  readonly getState: Nothing;
  readonly setState: { readonly state: LinkState | { readonly state: LinkState } };
  /** Pixels, 160 to 7680 a side. */
  readonly exportImage: { readonly format: "png" | "svg"; readonly width: number; readonly height: number };
  readonly exportRoute: { readonly format: "geojson" | "csv" | "gpx" | "kml" };
  readonly setTheme: { readonly theme: "light" | "dark" | "auto" };
  readonly setLanguage: { readonly lang: string };
}

export type Nothing = Readonly<Record<string, never>>;

export type CommandName = keyof Payloads;

/** What a command answers with; the others answer with nothing. */
export interface Results {
  readonly getState: { readonly state: LinkState };
  readonly exportImage: { readonly dataUrl: string };
  readonly exportRoute: { readonly text: string };
}

export type ResultOf<C extends CommandName> = C extends keyof Results ? Results[C] : undefined;

/** Least, typical, most. */
export interface Range {
  readonly min: number;
  readonly typical: number;
  readonly max: number;
}

export interface RouteChange {
  readonly status: "idle" | "found" | "none" | "failed";
  /** Absent where there is no route. */
  readonly totals?: {
    readonly distanceKm: number;
    readonly durationH: Range;
    readonly costUsdPerFeu: Range;
    readonly emissionsKgCo2ePerFeu: Range;
    readonly transfers: number;
    readonly borders: number;
    readonly gaugeChanges: number;
  };
  readonly countries: readonly { readonly code: string; readonly km: number }[];
  /** In travel order. */
  readonly legs: readonly {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly mode: string;
    readonly status: string;
    readonly distanceKm: number;
    readonly durationH: Range;
  }[];
}

/** What the frame tells of itself. */
export interface Events {
  /** May come again, with a longer list of commands. */
  readonly ready: { readonly version: string; readonly commands: readonly CommandName[] };
  /** At most four times a second. */
  readonly viewChanged: Required<Camera>;
  readonly routeChanged: RouteChange;
  readonly stepChanged: { readonly index: number; readonly count: number; readonly id: string };
  readonly selectionChanged: { readonly id: string | null };
  readonly yearChanged: { readonly year: number };
  /** A key that the map has no use for. */
  readonly keydown: { readonly key: string };
  readonly error: { readonly message: string };
}

export interface Options {
  /** Address of the map's page; by default the folder this script came from. */
  readonly page?: string;
  /** The first view, by the parameters of the link: `{ from: "aktau", to: "poti", lang: "ar" }`. */
  readonly view?: Readonly<Record<string, string | number | boolean>>;
  /** What a screen reader calls the frame. */
  readonly title?: string;
  /** Keeps the frame from its own origin and whatever else is not allowed here: `"allow-scripts"`. */
  readonly sandbox?: string;
  /** Milliseconds a command waits for its answer once the frame is ready; by default 10,000, for a picture 120,000. */
  readonly timeout?: number;
  /** Whether keys the map does not use are pressed again on the host page, so that a deck keeps its clicker. */
  readonly keys?: boolean;
}

/** Each command answers when it is done; it fails with the frame's reason, or when time is up. */
export type CommandMethods = {
  readonly [C in CommandName]: Nothing extends Payloads[C]
    ? (payload?: Payloads[C]) => Promise<ResultOf<C>>
    : (payload: Payloads[C]) => Promise<ResultOf<C>>;
};

export interface Frame extends CommandMethods {
  readonly element: HTMLIFrameElement;
  /** The first `ready`; commands wait for it by themselves. */
  readonly ready: Promise<Events["ready"]>;
  /** Calls back at each event; the function returned ends that. */
  on<E extends keyof Events>(event: E, listener: (payload: Events[E]) => void): () => void;
  /** Gives the graphics back while the frame is out of sight; a picture stays. */
  rest(): void;
  wake(): void;
  /** Takes the frame away; commands still waiting fail. */
  destroy(): void;
}

/** Puts a frame with the map into an element, which gives it its size. */
export declare function mount(element: Element, options?: Options): Frame;
