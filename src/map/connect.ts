import type { LngLat, Map as MapLibreMap } from "maplibre-gl";
import type { Store } from "../state/store.ts";
import { runningStep } from "../state/story.ts";
import { boundsOf, cameraOf, courseOf, frameOf, showBox, showCamera } from "./camera.ts";
import { keepForPaper } from "./copyMap.ts";
import { provideImages } from "./images.ts";
import { connectInteractions } from "./interactions.ts";
import type { LaterOverlays, StyleInput } from "./overlays/overlay.ts";
import { wantsRecords } from "./records/wanted.ts";
import { buildStyle } from "./style.ts";
import { styleInput } from "./styleInput.ts";
import type { MapTheme } from "./theme.ts";

/** Tells the page whether the picture is up to date. */
export type Progress = (state: "loading" | "ready") => void;

/** Where a map stood when it was taken away, and what it had been asked to show. */
export interface Stand {
  readonly camera: {
    readonly center: LngLat;
    readonly zoom: number;
    readonly bearing: number;
    readonly pitch: number;
  };
  readonly framed: string;
  readonly asked: number;
}

export interface Connection {
  stand(): Stand;
  setTheme(theme: MapTheme): void;
  disconnect(): void;
}

/**
 * Keeps a map in step with the store: style and camera follow the state, moves by hand go back to it.
 * Writes wait until the first style is in, and stop while the graphics context is lost.
 * @param before where the map stood that this one replaces
 */
export function connectMap(
  map: MapLibreMap,
  store: Store,
  theme: MapTheme,
  progress: Progress,
  before?: Stand,
): Connection {
  let current = theme;
  let drawn: StyleInput | undefined;
  let framed = before?.framed ?? "";
  let asked = before?.asked ?? store.getState().local.shown.asked;
  let moving = false;
  let later: LaterOverlays | undefined;
  let loading: "not yet" | "now" | "done" | "failed" = "not yet";

  const draw = () => {
    const input = styleInput(store.getState(), current, later);
    if (!map.style || sameInput(drawn, input)) return;
    drawn = input;
    map.setStyle(buildStyle(input), { diff: true, validate: false });
  };
  const frame = (animate: boolean) => {
    const state = store.getState();
    const { camera } = state.view;
    const { shown } = state.local;
    if (shown.asked !== asked && map.getContainer().clientWidth > 0) {
      asked = shown.asked;
      const box = shown.box ?? boundsOf([...shown.ids.flatMap((id) => courseOf(state, id)), ...shown.points]);
      // A box is a camera the host page chose, so the link says it.
      if (shown.box) map.once("moveend", keepCamera);
      if (box) showBox(map, box, animate);
      return;
    }
    const target = JSON.stringify(camera ?? frameOf(state));
    if (target === framed) return;
    framed = target;
    const step = runningStep(state);
    const flies = step !== undefined && step.camera !== "jump";
    if (!camera) showBox(map, frameOf(state), animate && (flies || !step));
    else if (JSON.stringify(camera) !== JSON.stringify(cameraOf(map)))
      showCamera(map, camera, animate && flies);
  };
  /** Loads what the first picture does without. */
  const loadLater = async () => {
    const isWanted = wantsRecords(store.getState().view) || map.getZoom() >= uncertainFromZoom;
    if (loading !== "not yet" || !isWanted) return;
    loading = "now";
    try {
      const { loadRecordOverlays } = await import("./records/index.ts");
      later = await loadRecordOverlays(store.getState().dataset);
      loading = "done";
    } catch {
      loading = "failed";
      store.actions.notify({ key: "notice.part", values: {} });
    }
    if (map.style) follow();
  };
  const follow = () => {
    progress("loading");
    void loadLater();
    draw();
    frame(!moving);
    map.triggerRepaint();
  };

  provideImages(map, () => later);
  if (store.getState().view.interactive) connectInteractions(map, store);
  map.on("idle", () => {
    if (loading !== "now") progress("ready");
  });
  map.on("zoomend", loadLater);
  map.on("resize", () => {
    if (!store.getState().view.camera) framed = "";
    frame(false);
  });
  const keepCamera = () => {
    moving = true;
    const camera = cameraOf(map);
    framed = JSON.stringify(camera);
    store.actions.moveCamera(camera);
    moving = false;
  };
  map.on("moveend", (event) => {
    if ("originalEvent" in event && event.originalEvent) keepCamera();
  });
  if (store.getState().view.api) {
    map.on(
      "move",
      atMostEvery(260, () => store.actions.seeCamera(cameraOf(map))),
    );
  }

  drawn = styleInput(store.getState(), current, later);
  map.setStyle(buildStyle(drawn), { validate: false });
  if (before) map.jumpTo(before.camera);
  frame(false);
  let unsubscribe = () => {};
  map.once("load", () => {
    follow();
    unsubscribe = store.subscribe((state, previous) => {
      if (state.local.seen === previous.local.seen) follow();
    });
  });

  const forgetPaper = keepForPaper(map);
  return {
    setTheme: (next) => {
      current = next;
      follow();
    },
    stand: () => ({
      camera: {
        center: map.getCenter(),
        zoom: map.getZoom(),
        bearing: map.getBearing(),
        pitch: map.getPitch(),
      },
      framed,
      asked,
    }),
    disconnect: () => {
      forgetPaper();
      unsubscribe();
    },
  };
}

/** From here on it shows how far off the place of a deposit may be. */
const uncertainFromZoom = 6;

/** Calls at once and then at most once in a span of milliseconds, the last time after the last call. */
function atMostEvery(span: number, act: () => void): () => void {
  let waiting = false;
  let again = false;
  const call = () => {
    again = waiting;
    if (waiting) return;
    waiting = true;
    act();
    setTimeout(() => {
      waiting = false;
      if (again) call();
    }, span);
  };
  return call;
}

/** Whether two inputs give the same picture; what is large is compared by identity, as it is remembered. */
function sameInput(a: StyleInput | undefined, b: StyleInput): boolean {
  if (!a || a.route !== b.route || a.compared !== b.compared || a.picture !== b.picture) return false;
  const rest = ({ route: _route, compared: _compared, picture: _picture, ...others }: StyleInput) =>
    JSON.stringify(others);
  return rest(a) === rest(b);
}
