import { type PointerEvent, useEffect, useMemo, useRef } from "react";
import { useApp, useAppState, useTranslator } from "../ui/context.ts";
import { type StoryControl, storyControl } from "./index.ts";
import { commandOf, placeOf } from "./keys.ts";

/** Shorter movements are taps. */
const swipePixels = 40;

export function useStoryControl(): StoryControl {
  const { store } = useApp();
  return useMemo(() => storyControl(store), [store]);
}

/** Steps by the keys of this window and of the one with the notes. A key that does nothing is left to others. */
export function useStoryKeys(notesWindow: Window | undefined, openNotes: () => void): void {
  const control = useStoryControl();
  const { direction } = useTranslator();
  useEffect(() => {
    const strike = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
        return;
      const command = commandOf(event, placeOf(event.target), direction);
      // On a slide Escape is the deck's own.
      if (!command || (command === "leave" && window !== window.parent)) return;
      const act = {
        next: control.next,
        previous: control.previous,
        first: () => control.goTo(0),
        last: () => control.goTo((control.position()?.count ?? 1) - 1),
        leave: control.leave,
        notes: () => {
          openNotes();
          return true;
        },
      };
      if (act[command]()) event.preventDefault();
    };
    const windows = [window, ...(notesWindow ? [notesWindow] : [])];
    for (const each of windows) each.addEventListener("keydown", strike);
    return () => {
      for (const each of windows) each.removeEventListener("keydown", strike);
    };
  }, [control, direction, notesWindow, openNotes]);
}

/** Steps by a finger drawn along the line of writing. */
export function useSwipe() {
  const control = useStoryControl();
  const { direction } = useTranslator();
  const start = useRef<{ x: number; y: number }>(undefined);
  return {
    onPointerDown: ({ pointerType, clientX, clientY }: PointerEvent) => {
      start.current = pointerType === "mouse" ? undefined : { x: clientX, y: clientY };
    },
    onPointerUp: ({ clientX, clientY }: PointerEvent) => {
      if (!start.current) return;
      const along = clientX - start.current.x;
      const across = clientY - start.current.y;
      start.current = undefined;
      if (Math.abs(along) < swipePixels || Math.abs(along) < 2 * Math.abs(across)) return;
      if (along < 0 === (direction === "ltr")) control.next();
      else control.previous();
    },
  };
}

/** Goes on by itself while the presentation plays; at the end it begins anew or stops, as the link says. */
export function useAutoplay(): void {
  const { store } = useApp();
  const playing = useAppState((state) => state.local.playing);
  const step = useAppState((state) => state.view.step);
  const steps = useAppState((state) => state.local.story?.content.steps);
  const { delay, loop } = useAppState((state) => state.view.playback);
  useEffect(() => {
    if (!playing || !steps) return;
    const next = setTimeout(() => {
      if (step + 1 < steps.length) store.actions.nextStep();
      else if (loop) store.actions.goToStep(0);
      else store.actions.pauseStory();
    }, steps[step]?.durationMs ?? delay);
    return () => clearTimeout(next);
  }, [playing, step, steps, delay, loop, store]);
}
