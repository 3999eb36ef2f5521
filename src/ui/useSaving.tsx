import { type ReactNode, useState } from "react";
import { save } from "../data/save.ts";
import type { MessageKey } from "../i18n/translator.ts";
import { useTranslator } from "./context.ts";

/** Makes files for the reader, one at a time. */
export interface Saving {
  readonly busy: boolean;
  /** Makes a file and hands it over under its name. */
  give(file: string, make: () => Promise<Blob>): Promise<void>;
  /** Tells how far the last one is: being made, saved, or why it could not be made. */
  readonly report: ReactNode;
}

export function useSaving(): Saving {
  const [progress, setProgress] = useState<{ key: MessageKey; values: Record<string, string> }>();
  const { t, isolate } = useTranslator();
  return {
    busy: progress?.key === "export.working",
    give: async (file, make) => {
      setProgress({ key: "export.working", values: { file: isolate(file) } });
      try {
        save(await make(), file);
        setProgress({ key: "export.done", values: { file: isolate(file) } });
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        setProgress({ key: "export.failed", values: { message: isolate(message) } });
      }
    },
    report: (
      <p role={progress?.key === "export.failed" ? "alert" : "status"} className="hint">
        {progress && t(progress.key, progress.values)}
      </p>
    ),
  };
}
