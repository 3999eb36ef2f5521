import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useStore } from "zustand";
import type { Store } from "../../state/store.ts";
import type { Size } from "../camera.ts";
import type { MapTheme } from "../theme.ts";
import { loadSketchBasemap, type SketchBasemap } from "./basemap.ts";
import { Sketch } from "./Sketch.tsx";
import "./sketch.css";

export interface SketchProps {
  readonly store: Store;
  readonly theme: MapTheme;
}

/**
 * What the live map would show, in plain vectors: for frames where it is not drawn yet, or rests, or is only printed,
 * and for browsers that cannot draw it. Empty until the basemap is in, and where that cannot be had.
 */
export function MapSketch({ store, theme }: SketchProps) {
  const state = useStore(store);
  const place = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size>();
  const [basemap, setBasemap] = useState<SketchBasemap>();
  useEffect(() => {
    loadSketchBasemap().then(setBasemap, () => {});
  }, []);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width > 0 && height > 0) setSize({ width, height });
    };
    // A frame that is out of sight is told of no change of its size.
    const measureNow = () => flushSync(measure);
    measure();
    addEventListener("beforeprint", measureNow);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      removeEventListener("beforeprint", measureNow);
      observer.disconnect();
    };
  }, []);
  return (
    <div ref={place} className="map-sketch" aria-hidden>
      {size && basemap && <Sketch state={state} theme={theme} basemap={basemap} size={size} />}
    </div>
  );
}
