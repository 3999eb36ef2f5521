import { useId } from "react";
import type { Texts } from "../model/story.ts";
import { useTranslator } from "../ui/context.ts";
import { withText } from "./editing.ts";
import { wordsOf } from "./story.ts";

/** A text in the reader's language; what another language says stands there faintly until it is written. */
export function WordsField({
  label,
  texts,
  rows = 1,
  change,
}: {
  readonly label: string;
  readonly texts: Texts | undefined;
  readonly rows?: number;
  readonly change: (texts: Record<string, string>) => void;
}) {
  const { language } = useTranslator();
  const id = useId();
  const field = {
    id,
    dir: "auto",
    maxLength: 4000,
    value: texts?.[language] ?? "",
    placeholder: wordsOf(texts, language),
    onChange: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) =>
      change(withText(texts, language, currentTarget.value)),
  };
  return (
    <div className="story-field">
      <label htmlFor={id}>{label}</label>
      {rows > 1 ? <textarea rows={rows} {...field} /> : <input {...field} />}
    </div>
  );
}
