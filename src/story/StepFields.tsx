import type { StoryStep } from "../model/story.ts";
import { useTranslator } from "../ui/context.ts";
import { Disclosure } from "../ui/parts.tsx";
import { titleOf } from "./story.ts";
import { WordsField } from "./WordsField.tsx";

const longestSeconds = 600;

/** One step in the editor: its words, how it comes and stays, its place in the order. */
export function StepFields({
  step,
  change,
  show,
  retake,
  move,
  remove,
}: {
  readonly step: StoryStep;
  readonly change: (next: StoryStep) => void;
  readonly show: () => void;
  readonly retake: () => void;
  readonly move: (by: -1 | 1) => void;
  readonly remove: () => void;
}) {
  const { t, language } = useTranslator();
  const title = titleOf(step, language);
  const buttons = [
    ["story.step.earlier", "↑", () => move(-1)],
    ["story.step.later", "↓", () => move(1)],
    ["story.step.show", "◉", show],
    ["story.step.retake", "⟳", retake],
    ["story.step.remove", "×", remove],
  ] as const;
  return (
    <div className="story-step">
      <Disclosure title={<bdi>{title}</bdi>}>
        <StepWords step={step} change={change} />
      </Disclosure>
      <span className="story-step-buttons">
        {buttons.map(([key, sign, act]) => (
          <button
            key={key}
            type="button"
            aria-label={t(key, { title })}
            title={t(key, { title })}
            onClick={act}
          >
            {sign}
          </button>
        ))}
      </span>
    </div>
  );
}

function StepWords({ step, change }: Pick<Parameters<typeof StepFields>[0], "step" | "change">) {
  const { t } = useTranslator();
  const { durationMs, camera, ...plain } = step;
  return (
    <div className="story-step-fields">
      <WordsField
        label={t("story.step.title")}
        texts={step.title}
        change={(title) => change({ ...step, title })}
      />
      <WordsField
        label={t("story.step.text")}
        texts={step.text}
        rows={3}
        change={(text) => change({ ...step, text })}
      />
      <WordsField
        label={t("story.step.notes")}
        texts={step.notes}
        rows={3}
        change={(notes) => change({ ...step, notes })}
      />
      <label className="story-field">
        <span>{t("story.step.seconds")}</span>
        <input
          type="number"
          min={1}
          max={longestSeconds}
          value={durationMs === undefined ? "" : durationMs / 1000}
          onChange={({ currentTarget }) => {
            const seconds = Math.min(longestSeconds, currentTarget.valueAsNumber);
            const rest = { ...plain, ...(camera && { camera }) };
            change(seconds >= 1 ? { ...rest, durationMs: Math.round(seconds * 1000) } : rest);
          }}
        />
      </label>
      <label className="story-jump">
        <input
          type="checkbox"
          checked={camera === "jump"}
          onChange={({ currentTarget }) =>
            change({
              ...plain,
              ...(durationMs !== undefined && { durationMs }),
              ...(currentTarget.checked && { camera: "jump" as const }),
            })
          }
        />{" "}
        {t("story.step.jump")}
      </label>
    </div>
  );
}
