import { present } from "../model/present.ts";
import type { Story, StoryStep } from "../model/story.ts";
import { defaultView, type View } from "../model/view.ts";
import { decodeView } from "./decodeView.ts";
import { encodeView } from "./encodeView.ts";
import { knownIds } from "./selectors.ts";
import type { State } from "./store.ts";

/** What belongs to the reader and the frame: neither a new question nor a step of a presentation changes it. */
export function ownOf(view: View) {
  const { lang, theme, embed, panels, parts, interactive, cooperativeGestures, api, origin, playback } = view;
  return { lang, theme, embed, panels, parts, interactive, cooperativeGestures, api, origin, playback };
}

/** The presentation that runs; undefined until its file is there. */
export function runningStory({ view, local }: Pick<State, "view" | "local">): Story | undefined {
  return view.story !== undefined && local.story?.id === view.story ? local.story.content : undefined;
}

export function runningStep(state: State): StoryStep | undefined {
  return runningStory(state)?.steps[state.view.step];
}

/** The view of a step under what is the reader's own. */
export function stepView(view: View, story: Story, dataset: State["dataset"]): View {
  const query = story.steps[view.step]?.view ?? "";
  const { view: shown } = decodeView(query, "", knownIds(dataset));
  return present({ ...shown, ...ownOf(view), story: view.story, step: view.step }) as View;
}

/** Whether a link names nothing to look at but a presentation's step. */
export function isBare(view: View): boolean {
  return encodeView(view) === encodeView(bareView(view));
}

/** The link of what is on the screen; while it is the step itself, the step's name alone. */
export function linkOf(state: State): string {
  const { view, dataset } = state;
  const story = runningStory(state);
  const link = encodeView(view);
  return story && link === encodeView(stepView(view, story, dataset)) ? encodeView(bareView(view)) : link;
}

function bareView(view: View): View {
  return present({ ...defaultView, ...ownOf(view), story: view.story, step: view.step }) as View;
}
