import { useState } from "react";
import { saveSinglePage } from "../export/singleFile.ts";
import type { View } from "../model/view.ts";
import { encodeView } from "../state/encodeView.ts";
import { yearOf } from "../state/selectors.ts";
import { useAppState, useTranslator } from "./context.ts";

/** The link of what is on the screen and the frame for a slide; both carry the year. */
export default function SharePanel() {
  const view = useAppState((state) => state.view);
  const dataset = useAppState((state) => state.dataset);
  const { t } = useTranslator();
  const dated: View = { ...view, year: yearOf(view, dataset) };
  const link = addressOf(dated);
  const frame = `<iframe src="${addressOf({ ...dated, embed: true }).replaceAll("&", "&amp;")}" title="${t("app.title")}" width="800" height="450" loading="lazy" allow="fullscreen" style="border:0"></iframe>`;
  return (
    <>
      <Copy label={t("share.copy")} text={link} />
      <p>{t("share.embed")}</p>
      <Copy label={t("share.copy")} text={frame} />
      <SinglePage />
    </>
  );
}

function Copy({ label, text }: { readonly label: string; readonly text: string }) {
  const [result, setResult] = useState<"share.copied" | "share.failed">();
  const { t } = useTranslator();
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setResult("share.copied"),
      () => setResult("share.failed"),
    );
  return (
    <div className="copy">
      <button type="button" onClick={() => void copy()}>
        {label}
      </button>
      <span role="status">{result && t(result)}</span>
      <input
        readOnly
        value={text}
        dir="ltr"
        aria-label={label}
        onFocus={(event) => event.currentTarget.select()}
      />
    </div>
  );
}

/** The page as a file to keep. */
function SinglePage() {
  const [result, setResult] = useState<"share.file.failed">();
  const { t } = useTranslator();
  const keep = () => {
    setResult(undefined);
    saveSinglePage().catch(() => setResult("share.file.failed"));
  };
  return (
    <>
      <div className="copy">
        <button type="button" onClick={keep}>
          {t("share.file")}
        </button>
        <span role="status">{result && t(result)}</span>
      </div>
      <p>{t("share.file.use")}</p>
    </>
  );
}

function addressOf(view: View): string {
  return new URL(encodeView(view) || "?", document.baseURI).href;
}
