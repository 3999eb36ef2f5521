import * as v from "valibot";
import { type Story, type StoryStep, storySchema, type Texts } from "../model/story.ts";
import { decodeView } from "../state/decodeView.ts";
import type { KnownIds, LinkNotice } from "../state/linkValues.ts";
import type { Notice } from "../state/store.ts";

/** What is wrong with a file that should hold a presentation, in words for the reader. */
export class StoryProblem extends Error {
  readonly notice: Notice;

  constructor(notice: Notice) {
    super(`${notice.key}: ${Object.values(notice.values).join(", ")}`);
    this.notice = notice;
  }
}

/**
 * Reads a presentation.
 * @param file its name, for the message
 * @throws StoryProblem naming the file, the step (counted from 1) and the field
 */
export function parseStory(file: string, text: string): Story {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new StoryProblem({ key: "story.bad.json", values: { file } });
  }
  const result = v.safeParse(storySchema, content);
  if (result.success) return result.output;
  const keys = result.issues[0].path?.map(({ key }) => String(key)) ?? [];
  const [list, index, ...inner] = keys;
  throw new StoryProblem(
    list === "steps" && index !== undefined
      ? {
          key: "story.bad.step",
          values: { file, step: `${Number(index) + 1}`, field: inner.join(".") || "–" },
        }
      : { key: "story.bad.field", values: { file, field: keys.join(".") || "–" } },
  );
}

/** What the steps ask for and the data does not know; those parts are left out. */
export function unknownParts(story: Story, known: KnownIds): readonly (LinkNotice & { step: number })[] {
  return story.steps.flatMap((step, index) =>
    decodeView(step.view, "", known).notices.map((notice) => ({ ...notice, step: index + 1 })),
  );
}

/** The words in a language, else in English, else in the first that there is. */
export function wordsOf(texts: Texts | undefined, language: string): string {
  if (!texts) return "";
  const own = Object.hasOwn(texts, language) ? texts[language] : undefined;
  return own || texts["en"] || Object.values(texts).find((text) => text !== "") || "";
}

/** The title of a step; where it has none, nothing but its id tells it. */
export function titleOf(step: StoryStep, language: string): string {
  return wordsOf(step.title, language) || step.id;
}
