import {
  AttributionControl,
  Map as MapLibreMap,
  NavigationControl,
  ScaleControl,
  setWorkerUrl,
} from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import "maplibre-gl/dist/maplibre-gl.css";
import { type ComponentType, lazy, Suspense, useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import type { Translator } from "../i18n/translator.ts";
import type { Store } from "../state/store.ts";
import { type Connection, connectMap, type Progress, type Stand } from "./connect.ts";
import type { SketchProps } from "./sketch/MapSketch.tsx";
import { serveSources } from "./sources.ts";
import { darkTheme, lightTheme } from "./theme.ts";
import { hasWebgl } from "./webgl.ts";

setWorkerUrl(workerUrl);

/** The picture that stands in the page before its script does; where the page is one file, it is inside. */
const poster = document.querySelector<HTMLImageElement>(".map-poster")?.src;

/** Nothing where it cannot be had: the picture that came with the page stays. */
const MapSketch = lazy(async (): Promise<{ default: ComponentType<SketchProps> }> => {
  const sketch = await import("./sketch/MapSketch.tsx").catch(() => undefined);
  return { default: sketch?.MapSketch ?? (() => null) };
});

type Problem = "no-webgl" | "lost";
/** How far the live map is. */
type Drawing = "begun" | "done" | Problem;

interface Props {
  readonly store: Store;
  readonly dark: boolean;
  readonly framed: boolean;
  readonly progress: Progress;
}

/** What a map leaves behind when it goes to rest. */
interface Rest {
  readonly picture: string;
  readonly stand: Stand;
}

/**
 * The map, and a way to make it anew where its graphics failed. A picture is always under it: that of the corridor which
 * came with the page, then, in a frame until the map is drawn and wherever it cannot be, a sketch of what is asked; the
 * last one drawn while the map rests out of sight.
 */
export function MapCanvas(props: Props) {
  const [attempt, setAttempt] = useState(0);
  const [rest, setRest] = useState<Rest>();
  const [drawing, setDrawing] = useState<Drawing>("begun");
  const resting = useStore(props.store, (state) => state.local.resting);
  const { store, dark, framed } = props;
  const failed = drawing === "no-webgl" || drawing === "lost";
  const unseen = !rest && (resting || (framed && drawing === "begun"));
  return (
    <div className="map" dir="ltr">
      <img className="map-poster" src={rest?.picture ?? poster} alt="" />
      {(failed || unseen) && (
        <Suspense fallback={null}>
          <MapSketch store={store} theme={dark ? darkTheme : lightTheme} />
        </Suspense>
      )}
      {!resting && (
        <LiveMap
          key={attempt}
          {...props}
          before={rest?.stand}
          drawing={drawing}
          tell={setDrawing}
          leave={setRest}
          restart={() => setAttempt((count) => count + 1)}
        />
      )}
    </div>
  );
}

interface LiveProps extends Props {
  readonly before: Stand | undefined;
  readonly drawing: Drawing;
  readonly tell: (drawing: Drawing) => void;
  readonly leave: (rest: Rest) => void;
  readonly restart: () => void;
}

/** The only owner of a map: makes it, keeps it in step with the store, and takes it away. */
function LiveMap({ store, dark, framed, progress, before, drawing, tell, leave, restart }: LiveProps) {
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
  const offersLists = useStore(store, ({ view, local }) => view.interactive && local.panel !== "open");

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

  return (
    <>
      <div ref={container} className="map-canvas" data-drawing={drawing} />
      {(drawing === "lost" || drawing === "no-webgl") && (
        <div className="map-problem" role="alert" dir={translator.direction}>
          <div>
            <p>{translator.t(drawing === "lost" ? "map.lost" : "map.noWebgl")}</p>
            <div className="buttons">
              {drawing === "no-webgl" && offersLists && (
                <button type="button" onClick={() => store.actions.setPanel("open")}>
                  {translator.t("app.panel.open")}
                </button>
              )}
              <button type="button" onClick={restart}>
                {translator.t("map.restore")}
              </button>
            </div>
          </div>
        </div>
      )}
    </>
  );
}

/** The map as it is drawn now; nothing where its graphics are lost. */
function pictureOf(map: MapLibreMap): string | undefined {
  const canvas = map.getCanvas();
  if (!map.style || canvas.width === 0 || canvas.height === 0) return undefined;
  // What was drawn is gone from the buffer once it is shown, unless it is read in the same breath.
  map.redraw();
  return canvas.toDataURL("image/webp", 0.9);
}

function addControls(
  map: MapLibreMap,
  { zooms, scales }: { readonly zooms: boolean; readonly scales: boolean },
  { direction }: Translator,
  credits: readonly string[],
): void {
  const far = direction === "rtl" ? "left" : "right";
  const near = direction === "rtl" ? "right" : "left";
  if (zooms) map.addControl(new NavigationControl({ visualizePitch: true }), `top-${far}`);
  if (scales) map.addControl(new ScaleControl({ maxWidth: 120, unit: "metric" }), `bottom-${near}`);
  map.addControl(new AttributionControl({ compact: true, customAttribution: [...credits] }), `bottom-${far}`);
  // The control opens by itself and would cover the foot of a slide; its button and the About panel stay.
  map.getContainer().querySelector(".maplibregl-compact-show")?.classList.remove("maplibregl-compact-show");
}

function controlTexts({ t, unitName }: Translator): Record<string, string> {
  return {
    "ScaleControl.Kilometers": unitName("kilometer"),
    "ScaleControl.Meters": unitName("meter"),
    "Map.Title": t("map.label"),
    "NavigationControl.ZoomIn": t("map.zoomIn"),
    "NavigationControl.ZoomOut": t("map.zoomOut"),
    "NavigationControl.ResetBearing": t("map.compass"),
    "AttributionControl.ToggleAttribution": t("map.attribution"),
    "CooperativeGesturesHandler.WindowsHelpText": t("map.gesture.ctrl"),
    "CooperativeGesturesHandler.MacHelpText": t("map.gesture.meta"),
    "CooperativeGesturesHandler.MobileHelpText": t("map.gesture.touch"),
  };
}
