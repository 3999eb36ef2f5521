import type { Story, StoryStep, Texts } from "../model/story.ts";
import { defaultView, type View } from "../model/view.ts";
import { encodeView } from "../state/encodeView.ts";
import { ownOf } from "../state/story.ts";

/** What a step keeps of a view: the question, the picture and the camera, not what is the reader's own. */
export function queryOf(view: View): string {
  const { story: _story, ...shown } = view;
  return encodeView({ ...shown, ...ownOf(defaultView), step: defaultView.step } as View).slice(1);
}

/** A new step that shows the view; its id is one that no other step has. */
export function newStep(steps: readonly StoryStep[], view: View, title: Texts): StoryStep {
  const ids = new Set(steps.map(({ id }) => id));
  let number = steps.length + 1;
  while (ids.has(`step-${number}`)) number += 1;
  return {
    id: `step-${number}`,
    title: { ...title },
    text: withText(undefined, keyOf(title), ""),
    view: queryOf(view),
  };
}

/** A text with its words in one language replaced. */
export function withText(texts: Texts | undefined, language: string, words: string): Record<string, string> {
  return { ...texts, [language]: words };
}

/** The story with a step put in another place; the same story where there is no such place. */
export function moved(story: Story, from: number, to: number): Story {
  const step = story.steps[from];
  if (!step || to < 0 || to >= story.steps.length) return story;
  const rest = story.steps.filter((_, index) => index !== from);
  return { ...story, steps: [...rest.slice(0, to), step, ...rest.slice(to)] };
}

/** A file name and id from a title: Latin letters and digits, else a plain word. */
export function slugOf(title: string): string {
  const letters = title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return letters.slice(0, 60).replace(/-+$/, "") || "presentation";
}

function keyOf(texts: Texts): string {
  return Object.keys(texts)[0] ?? "en";
}
