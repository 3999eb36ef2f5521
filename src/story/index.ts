import type { Store } from "../state/store.ts";
import { runningStory } from "../state/story.ts";

export interface StoryPosition {
  /** From 0. */
  readonly index: number;
  readonly count: number;
  /** Id of the step. */
  readonly id: string;
}

/** Everything that drives a presentation from outside: keys, buttons, messages of a host page. */
export interface StoryControl {
  /** The step on the screen; undefined while no presentation runs. */
  position(): StoryPosition | undefined;
  /** Each tells whether it changed anything: not where no presentation runs, nor beyond its ends. */
  goTo(index: number): boolean;
  next(): boolean;
  previous(): boolean;
  play(): boolean;
  pause(): boolean;
  leave(): boolean;
}

export function storyControl({ getState, actions }: Store): StoryControl {
  const position = () => {
    const state = getState();
    const story = runningStory(state);
    const index = state.view.step;
    return story && { index, count: story.steps.length, id: story.steps[index]?.id ?? "" };
  };
  const goTo = (index: number) => {
    const now = position();
    if (!now || index === now.index || index < 0 || index >= now.count) return false;
    actions.goToStep(index);
    return true;
  };
  const running = (act: () => void) => {
    if (!position()) return false;
    act();
    return true;
  };
  return {
    position,
    goTo,
    next: () => goTo((position()?.index ?? 0) + 1),
    previous: () => goTo((position()?.index ?? 0) - 1),
    play: () => running(actions.playStory),
    pause: () => running(actions.pauseStory),
    leave: () => running(actions.leaveStory),
  };
}
