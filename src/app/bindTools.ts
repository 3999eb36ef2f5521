import { fetchData } from "../data/load.ts";
import type { CapacityFile } from "../model/capacity.ts";
import type { Store } from "../state/store.ts";
import type { Tools } from "../state/tools.ts";

/** Loads the analyses when a link or a click first asks for one; a failed try is told and made again at the next. */
export function bindTools(store: Store): void {
  let loading = false;
  const follow = () => {
    const { view, local } = store.getState();
    const isWanted = view.tool !== undefined || view.choice !== undefined;
    if (!isWanted || local.tools || loading) return;
    loading = true;
    loadTools(store)
      .then(
        (tools) => store.actions.provideTools(tools),
        () => store.actions.notify({ key: "notice.part", values: {} }),
      )
      .finally(() => {
        loading = false;
      });
  };
  store.subscribe(({ view }, previous) => {
    if (view.tool !== previous.view.tool || view.choice !== previous.view.choice) follow();
  });
  follow();
}

async function loadTools({ getState }: Store): Promise<Tools> {
  const [{ createTools }, file] = await Promise.all([
    import("../state/analysis/index.ts"),
    fetchData<CapacityFile>("capacities.json"),
    getState().local.translator.loadLater(),
  ]);
  return createTools(file);
}
