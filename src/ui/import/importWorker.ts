import { type Content, readContent } from "../../data/import/readText.ts";

/** A file or what was made of it. */
export interface Task {
  readonly format: Content["format"];
  readonly file?: File;
  readonly value?: unknown;
}

self.addEventListener("message", async ({ data: { format, file, value } }: MessageEvent<Task>) => {
  const content: Content =
    format === "value" ? { format, value } : { format, text: (await file?.text()) ?? "" };
  self.postMessage(readContent(content));
});
