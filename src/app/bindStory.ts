import type { KnownIds } from "../state/linkValues.ts";
import type { Store } from "../state/store.ts";

/** Loads the presentation that a link names. Where that fails, a notice says why and the picture stays. */
export function bindStory(store: Store, known: KnownIds): void {
  const { getState, actions } = store;
  const follow = async () => {
    const { view, local } = getState();
    const id = view.story;
    if (id === undefined || local.story?.id === id) return;
    const result = await load(id, store, known).catch(() => ({
      story: undefined,
      notices: [{ key: "notice.part", values: {} }] as const,
    }));
    if (getState().view.story !== id) return;
    if (result.story) actions.provideStory(id, result.story);
    else actions.leaveStory();
    for (const notice of result.notices) actions.notify(notice);
  };
  store.subscribe(({ view }, previous) => {
    if (view.story !== previous.view.story) void follow();
  });
  // The page as one file begins with the presentation it carries, unless its link asks for something.
  if (import.meta.env.MODE === "single" && location.search === "") {
    void import("../story/load.ts").then(({ ownId, carriesStory }) => {
      if (carriesStory()) actions.openLink({ ...getState().view, story: ownId }, []);
    });
  }
  void follow();
}

async function load(id: string, { getState }: Store, known: KnownIds) {
  const [{ loadStory }] = await Promise.all([
    import("../story/load.ts"),
    getState().local.translator.loadLater(),
  ]);
  return loadStory(id, known);
}
