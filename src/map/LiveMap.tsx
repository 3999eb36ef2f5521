import { Map as MapLibreMap, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import "maplibre-gl/dist/maplibre-gl.css";
import { useEffect, useRef } from "react";
import { useStore } from "zustand";
import type { Store } from "../state/store.ts";
import { type Connection, connectMap, type Progress, type Stand } from "./connect.ts";
import { addControls, controlTexts } from "./controls.ts";
import { serveSources } from "./sources.ts";
import { darkTheme, lightTheme } from "./theme.ts";
import { hasWebgl } from "./webgl.ts";

setWorkerUrl(workerUrl);

/** How far the map is, or why there is none. */
export type Drawing = "begun" | "done" | "lost" | "no-webgl";

/** What a map leaves behind when it goes to rest. */
export interface Rest {
  readonly picture: string;
  readonly stand: Stand;
}

interface Props {
  readonly store: Store;
  readonly dark: boolean;
  readonly framed: boolean;
  readonly progress: Progress;
  /** Where the map stood that this one replaces. */
  readonly before: Stand | undefined;
  readonly tell: (drawing: Drawing) => void;
  readonly leave: (rest: Rest) => void;
}

/** The only owner of a map: makes it, keeps it in step with the store, and takes it away. */
export function LiveMap({ store, dark, framed, progress, before, tell, leave }: Props) {
  const container = useRef<HTMLDivElement>(null);
  const connection = useRef<Connection>(undefined);
  const drawn = useRef<MapLibreMap>(undefined);
  const translator = useStore(store, (state) => state.local.translator);
  const attribution = useStore(store, (state) => state.dataset.manifest.licences);
  const theme = dark ? darkTheme : lightTheme;
  const initialTheme = useRef(theme);
  initialTheme.current = theme;
  const start = useRef(before);
  const scale = useStore(store, (state) => state.local.scale);
  // What a map is made with: another value makes another map.
  const interactive = useStore(store, ({ view }) => view.interactive);
  const cooperativeGestures = useStore(store, ({ view }) => view.cooperativeGestures ?? framed);
  const zooms = useStore(store, ({ view }) => (view.parts.zoomControls ?? true) && view.interactive);
  const scales = useStore(store, ({ view }) => view.parts.scaleBar ?? true);

  useEffect(() => {
    if (!container.current) return;
    if (!hasWebgl()) {
      tell("no-webgl");
      progress("ready");
      return;
    }
    const { dataset, local } = store.getState();
    const { scale: larger } = local;
    serveSources(dataset, () => store.getState().local.imported);
    const map = new MapLibreMap({
      container: container.current,
      center: [52, 43],
      zoom: 3,
      maxPitch: 60,
      interactive,
      cooperativeGestures,
      attributionControl: false,
      refreshExpiredTiles: false,
      locale: controlTexts(translator),
      // Sharp where the whole page is enlarged.
      ...(larger > 1 && { pixelRatio: devicePixelRatio * larger }),
    });
    addControls(
      map,
      { zooms, scales },
      translator,
      attribution.map((licence) => licence.attribution),
    );
    map.getCanvas().setAttribute("aria-label", translator.t("map.label"));
    if (!interactive) map.getCanvas().removeAttribute("tabindex");
    connection.current = connectMap(map, store, initialTheme.current, progress, start.current);
    tell("begun");
    let isDrawn = false;
    map.on("idle", () => {
      isDrawn = true;
      tell("done");
    });
    map.on("webglcontextlost", () => tell("lost"));
    map.on("webglcontextrestored", () => tell("begun"));
    drawn.current = map;
    return () => {
      const picture = isDrawn && store.getState().local.resting && pictureOf(map);
      if (picture && connection.current) leave({ picture, stand: connection.current.stand() });
      connection.current?.disconnect();
      connection.current = undefined;
      drawn.current = undefined;
      map.remove();
    };
  }, [
    store,
    translator,
    interactive,
    cooperativeGestures,
    zooms,
    scales,
    progress,
    attribution,
    tell,
    leave,
  ]);
  useEffect(() => {
    if (scale === 1) return;
    drawn.current?.setPixelRatio(devicePixelRatio * scale);
    return () => drawn.current?.setPixelRatio(devicePixelRatio);
  }, [scale]);

  useEffect(() => connection.current?.setTheme(theme), [theme]);

  return <div ref={container} className="map-canvas" />;
}

/** The map as it is drawn now; nothing where its graphics are lost. */
function pictureOf(map: MapLibreMap): string | undefined {
  const canvas = map.getCanvas();
  if (!map.style || canvas.width === 0 || canvas.height === 0) return undefined;
  // What was drawn is gone from the buffer once it is shown, unless it is read in the same breath.
  map.redraw();
  return canvas.toDataURL("image/webp", 0.9);
}
