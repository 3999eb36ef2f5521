import { lazy, useEffect, useState } from "react";
import { fetchFile } from "../data/load.ts";
import type { Story, Texts } from "../model/story.ts";
import { knownIds } from "../state/selectors.ts";
import { useApp, useTranslator } from "../ui/context.ts";
import { Later } from "../ui/Later.tsx";
import { Disclosure } from "../ui/parts.tsx";
import "./editor.css";
import { carriesStory, loadStory, ownId } from "./load.ts";
import { wordsOf } from "./story.ts";

const StoryEditor = lazy(() => import("./StoryEditor.tsx"));

/** What the list tells of a presentation before it is loaded. */
export interface StoryEntry {
  readonly id: string;
  readonly title: Texts;
  readonly summary: Texts;
  readonly steps: number;
}

/** The presentations that come with the page, and the way to make one. */
export default function StoryList() {
  const { store } = useApp();
  const [entries, setEntries] = useState<readonly StoryEntry[] | null>();
  const { t, language } = useTranslator();
  useEffect(() => {
    const own = carriesStory() ? loadStory(ownId, knownIds(store.getState().dataset)) : undefined;
    Promise.all([fetchFile<readonly StoryEntry[]>("stories/index.json"), own]).then(
      ([served, carried]) => setEntries([...entryOf(carried?.story), ...served]),
      () => setEntries(null),
    );
  }, [store]);
  const start = async (id: string) => {
    const { story, notices } = await loadStory(id, knownIds(store.getState().dataset));
    if (story) store.actions.startStory(id, story);
    for (const notice of notices) store.actions.notify(notice);
  };
  return (
    <div className="story-list">
      <p className="hint">{t("story.about")}</p>
      {entries === null && <p role="alert">{t("story.list.failed")}</p>}
      <ul>
        {entries?.map(({ id, title, summary, steps }) => (
          <li key={id} data-story-id={id}>
            <button
              type="button"
              className="link"
              aria-label={t("story.start", { title: wordsOf(title, language) })}
              onClick={() => void start(id)}
            >
              {wordsOf(title, language)}
            </button>{" "}
            <span className="detail">{t("story.steps", { count: steps })}</span>
            <p className="hint">{wordsOf(summary, language)}</p>
          </li>
        ))}
      </ul>
      <Disclosure title={t("story.make")}>
        <Later>
          <StoryEditor />
        </Later>
      </Disclosure>
    </div>
  );
}

/** The presentation that the page as one file carries, as the first of the list. */
function entryOf(story: Story | undefined): readonly StoryEntry[] {
  if (!story) return [];
  const { title, summary, steps } = story;
  return [{ id: ownId, title, summary, steps: steps.length }];
}
