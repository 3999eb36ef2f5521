import { Map as MapLibreMap } from "maplibre-gl";
import { selectAnswer } from "../state/selectors.ts";
import type { State } from "../state/store.ts";
import { frameOf, showBox } from "./camera.ts";
import { copyMap } from "./copyMap.ts";
import { provideImages } from "./images.ts";
import { loadRecordOverlays } from "./records/index.ts";
import { wantsRecords } from "./records/wanted.ts";
import { type Sign, signsOfMap, signsOfPicture } from "./signs.ts";
import { buildStyle } from "./style.ts";
import { styleInput } from "./styleInput.ts";
import type { MapTheme } from "./theme.ts";
import { hasWebgl } from "./webgl.ts";

/** A still of the map. */
export interface Snapshot {
  /** `width` × `pixelRatio` by `height` × `pixelRatio` pixels, rounded. */
  readonly canvas: HTMLCanvasElement;
  /** Metres on the ground for each of the `width` points, in the middle of the picture. */
  readonly metresPerPoint: number;
}

/** The size on which names and lines are laid out, and how many pixels each of its points gets. */
export interface SnapshotSize {
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
}

/** How long a still may take; a page in the background draws nothing at all. */
const longestWaitMs = 120_000;

/**
 * Draws the state's picture on a map of its own, which is taken away afterwards.
 * @throws Error where the browser gives no graphics context, data cannot be loaded or the picture is not done in time
 */
export async function takeSnapshot(state: State, theme: MapTheme, size: SnapshotSize): Promise<Snapshot> {
  if (!hasWebgl()) throw new Error(state.local.translator.t("map.noWebgl"));
  const container = document.createElement("div");
  Object.assign(container.style, {
    position: "fixed",
    insetBlockStart: "0",
    insetInlineStart: "-100000px",
    visibility: "hidden",
    width: `${size.width}px`,
    height: `${size.height}px`,
  });
  container.inert = true;
  document.body.append(container);
  let map: MapLibreMap | undefined;
  const later = wantsRecords(state.view) ? await loadRecordOverlays(state.dataset) : undefined;
  try {
    map = new MapLibreMap({
      container,
      style: buildStyle(styleInput(state, theme, later)),
      center: [52, 43],
      zoom: 3,
      maxPitch: 60,
      interactive: false,
      attributionControl: false,
      fadeDuration: 0,
      pixelRatio: size.pixelRatio,
      maxCanvasSize: [8192, 8192],
      refreshExpiredTiles: false,
      validateStyle: false,
    });
    provideImages(map, () => later);
    const { camera } = state.view;
    if (camera) map.jumpTo({ ...camera, center: [camera.lng, camera.lat] });
    else showBox(map, frameOf(state), false);
    await drawn(map);
    return { canvas: copyOf(map, size), metresPerPoint: metresPerPoint(map, size) };
  } finally {
    map?.remove();
    container.remove();
  }
}

/** The signs that the state's picture carries, those of an open analysis first. */
export function signsOf(state: State, theme: MapTheme): readonly Sign[] {
  const { view, local } = state;
  const picture = local.tools?.picture(state);
  return [
    ...(picture ? signsOfPicture(picture, theme) : []),
    ...signsOfMap(local.translator, theme, {
      layers: view.layers,
      hasRoute: selectAnswer(state).state.status === "found",
      isCompared: view.compare !== undefined,
      hasAvoided: view.avoid.length > 0,
    }),
  ];
}

function drawn(map: MapLibreMap): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("The picture was not done in time")), longestWaitMs);
    map.on("error", ({ error }) => reject(error));
    map.once("idle", () => resolve());
    map.once("remove", () => clearTimeout(timer));
  });
}

function copyOf(map: MapLibreMap, { width, height, pixelRatio }: SnapshotSize): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * pixelRatio);
  canvas.height = Math.round(height * pixelRatio);
  copyMap(map, canvas);
  return canvas;
}

function metresPerPoint(map: MapLibreMap, { width, height }: SnapshotSize): number {
  const span = 100;
  const left = map.unproject([width / 2 - span / 2, height / 2]);
  return left.distanceTo(map.unproject([width / 2 + span / 2, height / 2])) / span;
}
