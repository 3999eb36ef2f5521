import { createStore, type StoreApi } from "zustand/vanilla";
import type { Dataset } from "../data/dataset.ts";
import type { MessageKey, Translator } from "../i18n/translator.ts";
import type { Position } from "../model/network.ts";
import { present } from "../model/present.ts";
import { relaxed } from "../model/relaxations.ts";
import type { Place, Relaxation } from "../model/route.ts";
import type { Story } from "../model/story.ts";
import type { Camera, OverlayId, PanelState, Ranking, Scenario, Theme, ToolId, View } from "../model/view.ts";
import { defaultView } from "../model/view.ts";
import type { AllowedStatus, Criterion, Mode } from "../model/vocabulary.ts";
import { modes } from "../model/vocabulary.ts";
import type { Graph } from "../routing/index.ts";
import type { ImportedLayer, Importing } from "./imported.ts";
import { roundCamera } from "./linkValues.ts";
import { onPage, type PageTarget } from "./pages.ts";
import { scenarioOf, withScenario } from "./scenario.ts";
import { isBare, ownOf, runningStory, stepView } from "./story.ts";
import type { Tools } from "./tools.ts";

/** Steps a reader can take back. */
const longestPast = 50;

/** A field of the question that takes a place. */
export type Slot = "from" | "to" | "via";

export interface Notice {
  readonly key: MessageKey;
  readonly values: Readonly<Record<string, string>>;
  /** What the reader may do about it. */
  readonly remedy?: { readonly key: MessageKey; readonly act: () => void };
}

/** What the reader did on this screen and no link carries. */
export interface Local {
  readonly translator: Translator;
  readonly notices: readonly Notice[];
  readonly panel: PanelState;
  /** The field that the next click on the map fills. */
  readonly picking?: Slot;
  /** A point of the map whose card is open. */
  readonly point?: Position;
  /** The presentation last loaded, under the name the view gives it, and whether its steps follow by themselves. */
  readonly story?: { readonly id: string; readonly content: Story };
  readonly playing: boolean;
  /** The analyses, once one was asked for. */
  readonly tools?: Tools;
  /** Questions asked before, the last one last, for taking a step back. */
  readonly past: readonly Scenario[];
  /** Legs, places and points, or a box, the camera was asked to show, with a count that makes each asking new. */
  readonly shown: {
    readonly ids: readonly string[];
    readonly points: readonly Position[];
    readonly box?: Box;
    readonly asked: number;
  };
  /** The reader's own files as layers of the map; they stay on this screen. */
  readonly imported: readonly ImportedLayer[];
  /** The file that is being read. */
  readonly importing?: Importing;
  /** Where the camera is, told a few times a second to a frame that must report it. */
  readonly seen?: Camera;
  /** Whether the map is out of sight and has given its graphics back. */
  readonly resting: boolean;
  /** How much larger than usual everything is drawn, on a screen that is larger than usual. */
  readonly scale: number;
}

/** Corners of a part of the map: south-west, north-east. */
export type Box = readonly [Position, Position];

export interface State {
  readonly dataset: Dataset;
  readonly graph: Graph;
  readonly view: View;
  readonly local: Local;
}

export type Store = StoreApi<State> & { readonly actions: Actions };
export type Actions = ReturnType<typeof createActions>;

export function createAppStore(
  initial: Omit<State, "local"> & {
    local: Omit<Local, "shown" | "past" | "playing" | "imported" | "resting" | "scale">;
  },
): Store {
  const store = createStore<State>(() => ({
    ...initial,
    local: {
      ...initial.local,
      past: [],
      playing: false,
      imported: [],
      resting: false,
      scale: 1,
      shown: { ids: [], points: [], asked: 0 },
    },
  }));
  return Object.assign(store, { actions: createActions(store) });
}

function createActions(store: StoreApi<State>) {
  const changeView = (change: Change<View>) =>
    store.setState(({ view }) => ({ view: changed(view, change) }));
  const changeLocal = (change: Change<Local>) =>
    store.setState(({ local }) => ({ local: changed(local, change) }));
  const view = () => store.getState().view;
  /** A new question: the camera is given back to the route, and the best one is shown again. */
  const ask = (change: Change<View>) =>
    store.setState(({ view: before, local }) => ({
      view: changed(before, { ...change, choice: undefined, camera: undefined }),
      local: { ...local, past: [...local.past, scenarioOf(before)].slice(-longestPast) },
    }));

  /** Shows a step of the presentation that runs: its view as one change, the first or last one beyond its ends. */
  const goToStep = (index: number) =>
    store.setState((state) => {
      const story = runningStory(state);
      if (!story) return state;
      const step = Math.max(0, Math.min(index, story.steps.length - 1));
      return { view: stepView({ ...state.view, step }, story, state.dataset) };
    });

  return {
    openLink: (next: View, notices: readonly Notice[]) => {
      const panel = panelOf(next);
      const differs = panel !== panelOf(view());
      store.setState({ view: next });
      changeLocal({ notices, ...(differs && { panel }) });
      if (isBare(next)) goToStep(next.step);
    },
    choosePlace: (slot: Slot, place: Place) => {
      if (slot === "via") ask({ via: [...view().via, place] });
      else ask({ [slot]: place });
      changeLocal({ picking: undefined, point: undefined });
    },
    clearPlace: (slot: "from" | "to") => ask({ [slot]: undefined }),
    removeVia: (index: number) => ask({ via: view().via.filter((_, position) => position !== index) }),
    swapEnds: () => ask({ from: view().to, to: view().from, via: [...view().via].reverse() }),
    askExample: (example: Pick<View, "from" | "to" | "avoid">) =>
      ask({ ...example, via: [], close: [], slow: [], modes, feature: undefined }),
    resetQuestion: () => {
      store.setState({ view: changed(defaultView, ownOf(view())) });
      changeLocal({ picking: undefined, point: undefined });
    },
    undo: () => {
      const past = store.getState().local.past;
      const last = past.at(-1);
      if (!last) return;
      store.setState({ view: changed(withScenario(view(), last), { choice: undefined, camera: undefined }) });
      changeLocal({ past: past.slice(0, -1) });
    },
    /** Applies a ready-made question or condition. */
    ask,
    chooseCriterion: (criterion: Criterion) => ask({ criterion }),
    /** Sliding through the years is one step at most, and leaves the camera where it is. */
    chooseYear: (year: number) => changeView({ year, choice: undefined }),
    chooseStatus: (status: AllowedStatus) => ask({ status }),
    toggleMode: (mode: Mode) => {
      const chosen = view().modes.includes(mode)
        ? view().modes.filter((candidate) => candidate !== mode)
        : modes.filter((candidate) => candidate === mode || view().modes.includes(candidate));
      if (chosen.length > 0) ask({ modes: chosen });
    },
    avoidCountries: (codes: readonly string[]) => ask({ avoid: codes }),
    allowCountry: (code: string) => ask({ avoid: view().avoid.filter((avoided) => avoided !== code) }),
    toggleClosed: (id: string) =>
      ask({
        close: view().close.includes(id)
          ? view().close.filter((closed) => closed !== id)
          : [...view().close, id],
      }),
    /** Makes a thing slow by some days; zero makes it as quick as before. */
    slowDown: (id: string, days: number) => {
      const others = view().slow.filter((delay) => delay.id !== id);
      ask({ slow: days > 0 ? [...others, { id, days }] : others });
    },
    /** Compares the question with another one; nothing ends the comparison. */
    compareWith: (compare: Scenario | undefined) =>
      changeView({ compare, tool: compare ? "compare" : undefined, camera: undefined }),
    swapScenarios: () => {
      const { compare } = view();
      if (!compare) return;
      const swapped = { ...withScenario(view(), compare), compare: scenarioOf(view()) };
      store.setState({ view: changed(swapped, { choice: undefined, camera: undefined }) });
    },
    /** Shows another route than the best; its key is in the link. */
    chooseRoute: (choice: string | undefined) => changeView({ choice, camera: undefined }),
    openTool: (tool: ToolId | undefined) => changeView({ tool }),
    chooseRanking: (ranking: Ranking) => changeView({ ranking }),
    chooseWithin: (within: number) => changeView({ within }),
    askFlow: (change: Partial<Pick<View, "flowFrom" | "flowTo" | "flowUnit" | "reduce">>) =>
      changeView(change),
    provideTools: (tools: Tools) => changeLocal({ tools }),
    /** Lifts constraints together: one step to take back. */
    relax: (relaxations: readonly Relaxation[]) => ask(relaxed(view(), relaxations)),
    toggleOverlay: (overlay: OverlayId, order: readonly OverlayId[]) =>
      changeView({
        layers: order.filter((id) => (id === overlay) !== view().layers.includes(id)),
      }),
    chooseLayers: (layers: readonly OverlayId[]) => changeView({ layers }),
    openRecord: (feature: string) => {
      changeView({ feature });
      changeLocal({ point: undefined });
    },
    openPoint: (point: Position) => {
      changeView({ feature: undefined });
      changeLocal({ point });
    },
    closeRecord: () => {
      changeView({ feature: undefined });
      changeLocal({ point: undefined });
    },
    moveCamera: (camera: Camera) => changeView({ camera: roundCamera(camera) }),
    showRoute: () => changeView({ camera: undefined }),
    /** Narrows the records on the map and in the lists. */
    narrow: (change: Change<Pick<View, "mineral" | "filter">>) => changeView(change),
    /** Moves the camera to legs, places or points. */
    show: (ids: readonly string[], points: readonly Position[] = []) =>
      changeLocal({ shown: { ids, points, asked: store.getState().local.shown.asked + 1 } }),
    /** Opens a page beside the map, or another part of it; without a page closes it. */
    openPage: (target: PageTarget | undefined) => store.setState({ view: onPage(view(), target) }),
    clearFilter: () => changeView({ filter: {}, mineral: undefined }),
    startImport: (importing: Importing | undefined) => changeLocal({ importing }),
    addLayer: (layer: ImportedLayer) =>
      changeLocal({ imported: [...store.getState().local.imported, layer] }),
    changeLayer: (id: string, change: Partial<Pick<ImportedLayer, "name" | "color" | "shown">>) =>
      changeLocal({
        imported: store
          .getState()
          .local.imported.map((layer) => (layer.id === id ? { ...layer, ...change } : layer)),
      }),
    removeLayer: (id: string) =>
      changeLocal({ imported: store.getState().local.imported.filter((layer) => layer.id !== id) }),
    showBox: (box: Box) =>
      changeLocal({ shown: { ids: [], points: [], box, asked: store.getState().local.shown.asked + 1 } }),
    seeCamera: (seen: Camera) => changeLocal({ seen }),
    setResting: (resting: boolean) => {
      if (resting !== store.getState().local.resting) changeLocal({ resting });
    },
    setScale: (scale: number) => {
      if (scale !== store.getState().local.scale) changeLocal({ scale });
    },
    chooseTheme: (theme: Theme) => changeView({ theme }),
    /** The words follow once they are loaded: `speak`. */
    chooseLanguage: (lang: string) => changeView({ lang }),
    speak: (translator: Translator, dataset: Dataset) => {
      store.setState({ dataset });
      changeLocal({ translator });
    },
    startPicking: (slot: Slot) => changeLocal({ picking: slot }),
    stopPicking: () => changeLocal({ picking: undefined }),
    startStory: (id: string, content: Story) =>
      store.setState(({ view: before, local, dataset }) => {
        const view = stepView({ ...before, story: id, step: 0 }, content, dataset);
        return { view, local: changed(local, begun(view, id, content)) };
      }),
    /** Hands over the presentation that a link names. What else the link says stays on the screen. */
    provideStory: (id: string, content: Story) => {
      changeLocal(begun(view(), id, content));
      if (isBare(view())) goToStep(view().step);
      else changeView({ step: Math.min(view().step, content.steps.length - 1) });
    },
    goToStep,
    nextStep: () => goToStep(view().step + 1),
    previousStep: () => goToStep(view().step - 1),
    playStory: () => changeLocal({ playing: true }),
    pauseStory: () => changeLocal({ playing: false }),
    /** What is on the screen stays; the panel is there again to ask on from it. */
    leaveStory: () => {
      changeView({ story: undefined, step: defaultView.step });
      changeLocal({ playing: false, panel: panelOf(view()) });
    },
    setPanel: (panel: PanelState) => changeLocal({ panel }),
    notify: (notice: Notice) => changeLocal({ notices: [...store.getState().local.notices, notice] }),
    dismissNotice: (index: number) =>
      changeLocal({ notices: store.getState().local.notices.filter((_, position) => position !== index) }),
  };
}

/** The panel a view opens with: out of the way of a presentation. */
export function panelOf({ panels, embed, story }: View): PanelState {
  return panels ?? (embed ? "none" : story ? "collapsed" : "open");
}

function begun(view: View, id: string, content: Story): Change<Local> {
  return { story: { id, content }, playing: view.playback.autoplay, panel: panelOf(view) };
}

/** New values of some keys; `undefined` takes a key away. */
type Change<T> = { readonly [K in keyof T]?: T[K] | undefined };

function changed<T extends object>(value: T, change: Change<T>): T {
  return present({ ...value, ...change }) as T;
}
