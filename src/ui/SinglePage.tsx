import { useState } from "react";
import { saveSinglePage } from "../export/singleFile.ts";
import { useTranslator } from "./context.ts";

/** The page as a file to keep. */
export function SinglePage() {
  const [result, setResult] = useState<"share.file.failed">();
  const { t } = useTranslator();
  const keep = () => {
    setResult(undefined);
    saveSinglePage().catch(() => setResult("share.file.failed"));
  };
  return (
    <>
      <p>{t("share.file.use")}</p>
      <div className="copy">
        <button type="button" onClick={keep}>
          {t("share.file")}
        </button>
        <span role="status">{result && t(result)}</span>
      </div>
    </>
  );
}
