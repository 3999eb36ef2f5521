import { lazy, useEffect } from "react";
import type { Store } from "../state/store.ts";
import { useApp, useAppState, useTranslator } from "./context.ts";
import { Later } from "./Later.tsx";

const ImportedLayers = lazy(() => import("./import/ImportedLayers.tsx"));

/** Takes files of the reader's own, chosen here or dropped anywhere on the page. */
export function FileField() {
  const { store } = useApp();
  const { t } = useTranslator();
  const busy = useAppState(({ local }) => local.importing !== undefined || local.imported.length > 0);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (!event.dataTransfer?.files.length) return;
      event.preventDefault();
      void take(store, event.dataTransfer.files);
    };
    addEventListener("dragover", over);
    addEventListener("drop", drop);
    return () => {
      removeEventListener("dragover", over);
      removeEventListener("drop", drop);
    };
  }, [store]);
  return (
    <div className="own-files">
      <label>
        {t("files.choose")}
        <input
          type="file"
          data-import
          multiple
          accept=".geojson,.json,.csv,.tsv,.txt,.kml,.gpx"
          onChange={({ currentTarget }) => {
            void take(store, currentTarget.files ?? []);
            // The same file can be chosen again after it was mended.
            currentTarget.value = "";
          }}
        />
      </label>
      {busy && (
        <Later>
          <ImportedLayers />
        </Later>
      )}
    </div>
  );
}

async function take(store: Store, files: Iterable<File>): Promise<void> {
  // The list of a field is emptied with the field.
  const chosen = [...files];
  try {
    const { importFiles } = await import("./import/importFiles.ts");
    await importFiles(store, chosen);
  } catch {
    store.actions.notify({ key: "notice.part", values: {} });
  }
}
