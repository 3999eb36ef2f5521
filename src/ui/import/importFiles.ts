import { cleaned, ImportProblem, type Problem } from "../../data/import/problem.ts";
import { pointsOf } from "../../state/extent.ts";
import { layerColors } from "../../state/imported.ts";
import type { Store } from "../../state/store.ts";
import { readFile } from "./readFile.ts";

/** Takes files one after the other, each as a layer of its own; a bad one is told and leaves the others alone. */
export async function importFiles(store: Store, files: readonly File[]): Promise<void> {
  await store.getState().local.translator.loadLater();
  for (const file of files) await importFile(store, file);
}

async function importFile({ getState, actions }: Store, file: File): Promise<void> {
  const name = cleaned(file.name).slice(0, 80);
  const control = new AbortController();
  actions.startImport({ name, cancel: () => control.abort() });
  try {
    const reading = await readFile(file, control.signal);
    if ("problem" in reading) throw new ImportProblem(reading.problem.code, reading.problem);
    const id = `own-${Date.now().toString(36)}-${getState().local.imported.length}`;
    const color = layerColors[getState().local.imported.length % layerColors.length] as string;
    actions.addLayer({ id, name, color, shown: true, features: reading.features });
    actions.show(
      [],
      reading.features.flatMap(({ geometry }) => pointsOf(geometry)),
    );
  } catch (error) {
    if (!control.signal.aborted) {
      const problem: Problem = error instanceof ImportProblem ? error.problem : { code: "unreadable" };
      const { code, feature = 0, value = "" } = problem;
      actions.notify({ key: `import.problem.${code}`, values: { name, feature: String(feature), value } });
    }
  } finally {
    actions.startImport(undefined);
  }
}
