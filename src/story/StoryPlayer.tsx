import { useCallback, useState } from "react";
import type { Story } from "../model/story.ts";
import { runningStory } from "../state/story.ts";
import { useApp, useAppState, useTranslator } from "../ui/context.ts";
import { SourceList } from "../ui/SourceList.tsx";
import { useScale } from "../ui/useScale.ts";
import { NotesWindow, openWindow, StepNotes } from "./Notes.tsx";
import { StoryControls } from "./StoryControls.tsx";
import { StoryRoute } from "./StoryRoute.tsx";
import "./story.css";
import { titleOf, wordsOf } from "./story.ts";
import { useAutoplay, useStoryControl, useStoryKeys, useSwipe } from "./useStoryInput.ts";

/** Prints the presentation; its code is loaded when it is wanted. */
function HandoutButton({ story }: { readonly story: Story }) {
  const { store, exports } = useApp();
  const { t } = useTranslator();
  const [state, setState] = useState<"story.handout.busy" | "story.handout.failed">();
  const make = () => {
    setState("story.handout.busy");
    import("./handout.ts")
      .then(({ printHandout }) => printHandout(store, exports, story))
      .then(
        () => setState(undefined),
        () => setState("story.handout.failed"),
      );
  };
  return (
    <p className="buttons">
      <button type="button" disabled={state === "story.handout.busy"} onClick={make}>
        {t("story.handout")}
      </button>{" "}
      <span role="status">{state && t(state)}</span>
    </p>
  );
}

/** The card beside the map while a presentation runs. */
export default function StoryPlayer() {
  const story = useAppState(runningStory);
  return story ? <Player story={story} /> : null;
}

function Player({ story }: { readonly story: Story }) {
  const index = useAppState((state) => state.view.step);
  const controls = useAppState((state) => state.view.playback.controls);
  const control = useStoryControl();
  const { t, language, number } = useTranslator();
  const [overview, setOverview] = useState(false);
  const [notesWindow, setNotesWindow] = useState<Window>();
  const [blocked, setBlocked] = useState(false);
  const openNotes = useCallback(() => {
    const opened = openWindow();
    setNotesWindow(opened);
    setBlocked(!opened);
  }, []);
  const closeNotes = useCallback(() => setNotesWindow(undefined), []);
  useStoryKeys(notesWindow, openNotes);
  useAutoplay();
  useScale();
  const swipe = useSwipe();
  const step = story.steps[index];
  if (!step) return null;
  const counter = t("story.counter", { step: number(index + 1), count: number(story.steps.length) });
  return (
    <section
      className="story"
      aria-label={wordsOf(story.title, language)}
      data-story={story.id}
      data-step={index}
      {...swipe}
    >
      <header className="row">
        <p className="kind" dir="auto">
          {wordsOf(story.title, language)}
        </p>
        <p className="story-counter">{counter}</p>
      </header>
      {overview ? (
        <>
          <ol className="story-steps">
            {story.steps.map((each, position) => (
              <li key={each.id}>
                <button
                  type="button"
                  className="link"
                  aria-current={position === index ? "step" : undefined}
                  onClick={() => {
                    control.goTo(position);
                    setOverview(false);
                  }}
                >
                  {titleOf(each, language)}
                </button>
              </li>
            ))}
          </ol>
          <HandoutButton story={story} />
        </>
      ) : (
        <div className="story-text">
          <div aria-live="polite" aria-atomic="true" dir="auto">
            <h2>{titleOf(step, language)}</h2>
            {wordsOf(step.text, language)
              .split(/\n{2,}/)
              .map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
          </div>
          <StoryRoute />
          {step.sources && step.sources.length > 0 && (
            <details key={step.id}>
              <summary>{t("sources.title")}</summary>
              <SourceList ids={step.sources} />
            </details>
          )}
          {blocked && (
            <div className="story-notes" role="status">
              <p className="hint">{t("story.notes.blocked")}</p>
              <StepNotes step={step} />
            </div>
          )}
        </div>
      )}
      {controls && (
        <StoryControls
          overview={overview}
          toggleOverview={() => setOverview(!overview)}
          openNotes={openNotes}
        />
      )}
      <progress className="story-progress" aria-hidden="true" max={story.steps.length} value={index + 1} />
      {notesWindow && <NotesWindow target={notesWindow} story={story} index={index} close={closeNotes} />}
    </section>
  );
}
