import { useState } from "react";
import { useTranslator } from "../context.ts";

/** A text to copy, by button or by hand. */
export function CopyField({ label, text }: { readonly label: string; readonly text: string }) {
  const [result, setResult] = useState<"share.copied" | "share.failed">();
  const { t } = useTranslator();
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setResult("share.copied"),
      () => setResult("share.failed"),
    );
  return (
    <div className="copy">
      <label>
        <span>{label}</span>
        <textarea
          readOnly
          rows={text.split("\n").length > 1 ? 4 : 2}
          value={text}
          dir="ltr"
          spellCheck={false}
          onFocus={(event) => event.currentTarget.select()}
        />
      </label>
      <p className="row">
        <button type="button" onClick={() => void copy()}>
          {t("share.copy")}
        </button>
        <span role="status">{result && t(result)}</span>
      </p>
    </div>
  );
}
