import type { Story } from "../model/story.ts";
import { parseStory } from "./story.ts";

/** What a link calls the reader's own presentation, which only this browser has. */
export const draftId = "draft";

const key = "middle-corridor-story";
let kept: Story | undefined;

/** The presentation the reader is making; kept in this browser where it may keep anything. */
export function loadDraft(): Story | undefined {
  try {
    const text = localStorage.getItem(key);
    kept ??= text === null ? undefined : parseStory(draftId, text);
  } catch {
    // A sandboxed frame has no storage, and what is stored may be of another time: begin anew.
  }
  return kept;
}

export function saveDraft(story: Story | undefined): void {
  kept = story;
  try {
    if (story) localStorage.setItem(key, JSON.stringify(story));
    else localStorage.removeItem(key);
  } catch {
    // No storage, or it is full: the draft lives as long as the page.
  }
}
