import { useState } from "react";
import { save } from "../data/save.ts";
import { saveSinglePage } from "../export/singleFile.ts";
import { present } from "../model/present.ts";
import type { Story, StoryStep } from "../model/story.ts";
import { decodeView, maxStoryLength } from "../state/decodeView.ts";
import { knownIds } from "../state/selectors.ts";
import { ownOf } from "../state/story.ts";
import { useApp, useTranslator } from "../ui/context.ts";
import { draftId, loadDraft, saveDraft } from "./draft.ts";
import { moved, newStep, queryOf, slugOf } from "./editing.ts";
import { packStory } from "./packed.ts";
import { StepFields } from "./StepFields.tsx";
import { parseStory, StoryProblem, wordsOf } from "./story.ts";
import { WordsField } from "./WordsField.tsx";

/** Makes a presentation out of views of the map: steps in order, words in the reader's language, a file or a link. */
export default function StoryEditor() {
  const { store } = useApp();
  const { actions } = store;
  const { t, language, number } = useTranslator();
  const [story, setStory] = useState(loadDraft);
  const [link, setLink] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const change = (next: Story | undefined) => {
    const kept = next && next.steps.length > 0 ? next : undefined;
    setStory(kept);
    saveDraft(kept);
    setLink(undefined);
    setProblem(undefined);
  };
  const steps = story?.steps ?? [];
  const changeStep = (index: number, next: StoryStep) =>
    story && change({ ...story, steps: steps.map((step, position) => (position === index ? next : step)) });
  const take = () => {
    const title = { [language]: t("story.step.new", { number: number(steps.length + 1) }) };
    const step = newStep(steps, store.getState().view, title);
    change(story ? { ...story, steps: [...steps, step] } : begun(step));
  };
  const begun = (step: StoryStep): Story => ({
    schema: 1,
    id: "presentation",
    title: { [language]: t("story.untitled") },
    summary: { [language]: "" },
    steps: [step],
    date: new Date().toISOString().slice(0, 10),
  });
  const show = (step: StoryStep) => {
    const { view, dataset } = store.getState();
    const { view: shown } = decodeView(step.view, "", knownIds(dataset));
    actions.openLink({ ...shown, ...present(ownOf(view)) }, []);
  };
  const share = async (shared: Story) => {
    const letters = await packStory(shared);
    if (letters.length > maxStoryLength) {
      setProblem(t("story.link.long", { size: number(letters.length), most: number(maxStoryLength) }));
    } else setLink(new URL(`?storyData=${letters}`, document.baseURI).href);
  };
  const keepPage = (carried: Story) =>
    saveSinglePage(JSON.stringify(carried)).catch(() => setProblem(t("share.file.failed")));
  const open = async (file: File) => {
    try {
      change(parseStory(file.name, await file.text()));
    } catch (error) {
      const { key, values } =
        error instanceof StoryProblem
          ? error.notice
          : ({ key: "story.missing", values: { file: file.name } } as const);
      setProblem(t(key, values));
    }
  };
  return (
    <div className="story-editor">
      <p className="hint">{t("story.make.hint")}</p>
      {story && (
        <>
          <WordsField
            label={t("story.title")}
            texts={story.title}
            change={(title) => change({ ...story, title })}
          />
          <WordsField
            label={t("story.summary")}
            texts={story.summary}
            rows={2}
            change={(summary) => change({ ...story, summary })}
          />
          <ol className="story-editor-steps">
            {steps.map((step, index) => (
              <li key={step.id} data-step-id={step.id}>
                <StepFields
                  step={step}
                  change={(next) => changeStep(index, next)}
                  show={() => show(step)}
                  retake={() => changeStep(index, { ...step, view: queryOf(store.getState().view) })}
                  move={(by) => change(moved(story, index, index + by))}
                  remove={() => change({ ...story, steps: steps.filter((other) => other !== step) })}
                />
              </li>
            ))}
          </ol>
        </>
      )}
      <div className="buttons">
        <button type="button" onClick={take}>
          {t("story.take")}
        </button>
        {story && (
          <>
            <button type="button" onClick={() => actions.startStory(draftId, story)}>
              {t("story.preview")}
            </button>
            <button type="button" onClick={() => saveFile(story, wordsOf(story.title, language))}>
              {t("story.save")}
            </button>
            <button type="button" onClick={() => void keepPage(story)}>
              {t("story.page")}
            </button>
            <button type="button" onClick={() => void share(story)}>
              {t("story.link")}
            </button>
            <button type="button" onClick={() => change(undefined)}>
              {t("story.discard")}
            </button>
          </>
        )}
      </div>
      <label className="story-field">
        <span>{t("story.open")}</span>
        <input
          type="file"
          accept=".json,application/json"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file) void open(file);
            // The same file can be chosen again after it was changed.
            currentTarget.value = "";
          }}
        />
      </label>
      {problem && <p role="alert">{problem}</p>}
      {link && (
        <label className="story-field">
          <span>{t("story.link.hint")}</span>
          <input readOnly dir="ltr" value={link} onFocus={({ currentTarget }) => currentTarget.select()} />
        </label>
      )}
    </div>
  );
}

/** Hands the presentation to the browser as a file to keep. */
function saveFile(story: Story, title: string): void {
  const id = slugOf(title);
  const text = `${JSON.stringify({ ...story, id }, null, 2)}\n`;
  save(new Blob([text], { type: "application/json" }), `${id}.json`);
}
