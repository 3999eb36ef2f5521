import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import type { Story, StoryStep } from "../model/story.ts";
import { useTranslator } from "../ui/context.ts";
import { titleOf, wordsOf } from "./story.ts";

/** A second window of this page; nothing where the browser or a sandboxed frame allows none. */
export function openWindow(): Window | undefined {
  try {
    return window.open("", "", "popup,width=760,height=600") ?? undefined;
  } catch {
    return undefined;
  }
}

/** What the speaker says at a step. */
export function StepNotes({ step }: { readonly step: StoryStep }) {
  const { t, language } = useTranslator();
  const notes = wordsOf(step.notes, language);
  return (
    <div dir="auto">
      {notes === "" ? (
        <p className="hint">{t("story.notes.none")}</p>
      ) : (
        notes.split(/\n{2,}/).map((paragraph) => <p key={paragraph}>{paragraph}</p>)
      )}
    </div>
  );
}

/** The speaker's window: this step and the next with their notes, the clock, the time since the start. */
export function NotesWindow({
  target,
  story,
  index,
  close,
}: {
  readonly target: Window;
  readonly story: Story;
  readonly index: number;
  readonly close: () => void;
}) {
  const { t, language, tag, direction } = useTranslator();
  useEffect(() => {
    const { document: own } = target;
    for (const sheet of document.querySelectorAll('link[rel="stylesheet"], style')) {
      const copy = own.importNode(sheet, true);
      // A relative address would count from the new window, which has none.
      if (sheet instanceof HTMLLinkElement) (copy as HTMLLinkElement).href = sheet.href;
      own.head.append(copy);
    }
    const gone = setInterval(() => target.closed && close(), 500);
    return () => {
      clearInterval(gone);
      target.close();
    };
  }, [target, close]);
  useEffect(() => {
    const root = target.document.documentElement;
    root.lang = tag;
    root.dir = direction;
    root.dataset["theme"] = document.documentElement.dataset["theme"] ?? "light";
    target.document.title = t("story.notes");
  }, [target, tag, direction, t]);
  const step = story.steps[index];
  const next = story.steps[index + 1];
  return createPortal(
    <main className="story-speaker">
      <Clock />
      {step && (
        <section>
          <h1 dir="auto">{titleOf(step, language)}</h1>
          <StepNotes step={step} />
        </section>
      )}
      <section className="story-upcoming">
        <h2>{next ? t("story.notes.next", { title: titleOf(next, language) }) : t("story.notes.last")}</h2>
        {next && <StepNotes step={next} />}
      </section>
    </main>,
    target.document.body,
  );
}

function Clock() {
  const { t, tag } = useTranslator();
  const [start] = useState(() => Date.now());
  const [now, setNow] = useState(start);
  useEffect(() => {
    const tick = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(tick);
  }, []);
  const format = new Intl.DateTimeFormat(tag, { timeStyle: "short" });
  return (
    <dl className="story-clock">
      <div>
        <dt>{t("story.notes.clock")}</dt>
        <dd>{format.format(now)}</dd>
      </div>
      <div>
        <dt>{t("story.notes.elapsed")}</dt>
        <dd dir="ltr">{elapsed(now - start, tag)}</dd>
      </div>
    </dl>
  );
}

/** Minutes and seconds, as a stopwatch shows them. */
function elapsed(milliseconds: number, tag: string): string {
  const seconds = Math.floor(milliseconds / 1000);
  const two = new Intl.NumberFormat(tag, { minimumIntegerDigits: 2, useGrouping: false });
  return `${two.format(Math.floor(seconds / 60))}:${two.format(seconds % 60)}`;
}
