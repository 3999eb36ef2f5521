import { fetchFile } from "../data/load.ts";
import { ownStory } from "../export/singleFile.ts";
import type { Story } from "../model/story.ts";
import type { KnownIds } from "../state/linkValues.ts";
import type { Notice } from "../state/store.ts";
import { draftId, loadDraft } from "./draft.ts";
import { unpackStory } from "./packed.ts";
import { parseStory, StoryProblem, unknownParts } from "./story.ts";

/** What a link calls the presentation that the page as one file carries. */
export const ownId = "own-story";

/** More than these would cover the map. */
const mostNotices = 3;

interface Loaded {
  readonly story: Story | undefined;
  readonly notices: readonly Notice[];
}

/** Whether the page is one file with a presentation of its own. */
export function carriesStory(): boolean {
  return ownStory() !== undefined;
}

/** Loads a presentation by what the view calls it, with what the reader should know of its faults. Never rejects. */
export async function loadStory(id: string, known: KnownIds): Promise<Loaded> {
  const file = id.startsWith("data:") ? "storyData" : `${id}.json`;
  try {
    const story = await read(id, file);
    const notices = unknownParts(story, known).map(
      ({ step, parameter, value }): Notice => ({
        key: "story.bad.view",
        values: { file, step: `${step}`, parameter, value },
      }),
    );
    return { story, notices: notices.slice(0, mostNotices) };
  } catch (error) {
    const missing: Notice = { key: "story.missing", values: { file } };
    return { story: undefined, notices: [error instanceof StoryProblem ? error.notice : missing] };
  }
}

async function read(id: string, file: string): Promise<Story> {
  if (id.startsWith("data:")) return unpackStory(file, id.slice("data:".length));
  if (id === ownId) return parseStory(file, JSON.stringify(ownStory()));
  if (id !== draftId) return parseStory(file, JSON.stringify(await fetchFile(`stories/${file}`)));
  const draft = loadDraft();
  if (!draft) throw new Error("no draft in this browser");
  return draft;
}
