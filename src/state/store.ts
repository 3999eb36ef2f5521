import { createStore, type StoreApi } from "zustand/vanilla";
import type { Dataset } from "../data/dataset.ts";
import type { MessageKey, Translator } from "../i18n/translator.ts";
import type { Position } from "../model/network.ts";
import { present } from "../model/present.ts";
import { relaxed } from "../model/relaxations.ts";
import type { Place, Relaxation } from "../model/route.ts";
import type { Camera, OverlayId, PanelState, Theme, View } from "../model/view.ts";
import { defaultView } from "../model/view.ts";
import type { AllowedStatus, Criterion, Mode } from "../model/vocabulary.ts";
import { modes } from "../model/vocabulary.ts";
import type { Graph } from "../routing/index.ts";
import { roundCamera } from "./linkValues.ts";

/** A field of the question that takes a place. */
export type Slot = "from" | "to" | "via";

export interface Notice {
  readonly key: MessageKey;
  readonly values: Readonly<Record<string, string>>;
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
  /** Legs or places the camera was asked to show, with a count that makes each asking new. */
  readonly shown: { readonly ids: readonly string[]; readonly asked: number };
}

export interface State {
  readonly dataset: Dataset;
  readonly graph: Graph;
  readonly view: View;
  readonly local: Local;
}

export type Store = StoreApi<State> & { readonly actions: Actions };
export type Actions = ReturnType<typeof createActions>;

export function createAppStore(initial: Omit<State, "local"> & { local: Omit<Local, "shown"> }): Store {
  const store = createStore<State>(() => ({
    ...initial,
    local: { ...initial.local, shown: { ids: [], asked: 0 } },
  }));
  return Object.assign(store, { actions: createActions(store) });
}

function createActions(store: StoreApi<State>) {
  const changeView = (change: Change<View>) =>
    store.setState(({ view }) => ({ view: changed(view, change) }));
  const changeLocal = (change: Change<Local>) =>
    store.setState(({ local }) => ({ local: changed(local, change) }));
  /** A new question: the camera is given back to the route. */
  const ask = (change: Change<View>) => changeView({ ...change, camera: undefined });
  const view = () => store.getState().view;

  return {
    openLink: (next: View, notices: readonly Notice[]) => {
      store.setState({ view: next });
      changeLocal({ notices });
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
      ask({ ...example, via: [], close: [], modes, feature: undefined }),
    resetQuestion: () => {
      const { lang, theme, embed, panels, parts, interactive, cooperativeGestures } = view();
      store.setState({
        view: changed(defaultView, { lang, theme, embed, panels, parts, interactive, cooperativeGestures }),
      });
      changeLocal({ picking: undefined, point: undefined });
    },
    chooseCriterion: (criterion: Criterion) => ask({ criterion }),
    chooseYear: (year: number) => ask({ year }),
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
    /** Lifts constraints together: one step to take back. */
    relax: (relaxations: readonly Relaxation[]) => ask(relaxed(view(), relaxations)),
    toggleOverlay: (overlay: OverlayId, order: readonly OverlayId[]) =>
      changeView({
        layers: order.filter((id) => (id === overlay) !== view().layers.includes(id)),
      }),
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
    /** Moves the camera to legs or places. */
    show: (ids: readonly string[]) =>
      changeLocal({ shown: { ids, asked: store.getState().local.shown.asked + 1 } }),
    chooseTheme: (theme: Theme) => changeView({ theme }),
    /** The words follow once they are loaded: `speak`. */
    chooseLanguage: (lang: string) => changeView({ lang }),
    speak: (translator: Translator, dataset: Dataset) => {
      store.setState({ dataset });
      changeLocal({ translator });
    },
    startPicking: (slot: Slot) => changeLocal({ picking: slot }),
    stopPicking: () => changeLocal({ picking: undefined }),
    setPanel: (panel: PanelState) => changeLocal({ panel }),
    dismissNotice: (index: number) =>
      changeLocal({ notices: store.getState().local.notices.filter((_, position) => position !== index) }),
  };
}

/** New values of some keys; `undefined` takes a key away. */
type Change<T> = { readonly [K in keyof T]?: T[K] | undefined };

function changed<T extends object>(value: T, change: Change<T>): T {
  return present({ ...value, ...change }) as T;
}
