import { type ComponentType, lazy, Suspense, useState } from "react";
import { useStore } from "zustand";
import type { Store } from "../state/store.ts";
import type { Progress } from "./connect.ts";
import { type Drawing, LiveMap, type Rest } from "./LiveMap.tsx";
import { MapProblem } from "./MapProblem.tsx";
import type { SketchProps } from "./sketch/MapSketch.tsx";
import { darkTheme, lightTheme } from "./theme.ts";

/** The picture that stands in the page before its script does; where the page is one file, it is inside. */
const poster = document.querySelector<HTMLImageElement>(".map-poster")?.src;

/** Nothing where it cannot be had: the picture that came with the page stays. */
const MapSketch = lazy(async (): Promise<{ default: ComponentType<SketchProps> }> => {
  const sketch = await import("./sketch/MapSketch.tsx").catch(() => undefined);
  return { default: sketch?.MapSketch ?? (() => null) };
});

interface Props {
  readonly store: Store;
  readonly dark: boolean;
  readonly framed: boolean;
  readonly progress: Progress;
}

/**
 * The map, and a way to make it anew where its graphics failed. A picture is always under it: that of the corridor which
 * came with the page, then, in a frame until the map is drawn and wherever it cannot be, a sketch of what is asked; the
 * last one drawn while the map rests out of sight.
 */
export function MapCanvas(props: Props) {
  const { store, dark, framed } = props;
  const [attempt, setAttempt] = useState(0);
  const [rest, setRest] = useState<Rest>();
  const [drawing, setDrawing] = useState<Drawing>("begun");
  const resting = useStore(store, (state) => state.local.resting);
  const failed = drawing === "no-webgl" || drawing === "lost";
  const unseen = !rest && (resting || (framed && drawing === "begun"));
  return (
    <div className="map" dir="ltr" data-drawing={drawing}>
      <img className="map-poster" src={rest?.picture ?? poster} alt="" />
      {(failed || unseen) && (
        <Suspense fallback={null}>
          <MapSketch store={store} theme={dark ? darkTheme : lightTheme} />
        </Suspense>
      )}
      {!resting && (
        <LiveMap key={attempt} {...props} before={rest?.stand} tell={setDrawing} leave={setRest} />
      )}
      {!resting && failed && (
        <MapProblem
          store={store}
          lost={drawing === "lost"}
          restart={() => setAttempt((count) => count + 1)}
        />
      )}
    </div>
  );
}
