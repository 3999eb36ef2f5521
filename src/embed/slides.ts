import type { Store } from "../state/store.ts";

/** How long the map may be out of sight before it gives its graphics back, in milliseconds. */
const patience = 20_000;

export interface Slide {
  start(): void;
  stop(): void;
}

/**
 * Gives the graphics of the map back while nobody can see it, as a page can hold only some sixteen of them:
 * at once when the deck says that its slide is left, after a while when the frame or its tab is out of sight.
 */
export function followSlide({ actions }: Store): Slide {
  let stopped = false;
  let inView = true;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const follow = () => {
    clearTimeout(waiting);
    if (stopped) actions.setResting(true);
    else if (inView && !document.hidden) actions.setResting(false);
    else waiting = setTimeout(() => actions.setResting(true), patience);
  };
  new IntersectionObserver((entries) => {
    inView = entries.at(-1)?.isIntersecting ?? true;
    follow();
  }).observe(document.documentElement);
  document.addEventListener("visibilitychange", follow);
  const tell = (now: boolean) => () => {
    stopped = now;
    follow();
  };
  return { start: tell(false), stop: tell(true) };
}
