import { type CSSProperties, lazy, useEffect, useMemo, useSyncExternalStore } from "react";
import { useStore } from "zustand";
import type { DataFiles } from "../data/dataset.ts";
import { fetchOnce } from "../data/load.ts";
import type { PlaceSearch } from "../data/search.ts";
import { Legend } from "../map/Legend.tsx";
import { MapCanvas } from "../map/MapCanvas.tsx";
import { darkTheme, lightTheme } from "../map/theme.ts";
import { encodeView } from "../state/encodeView.ts";
import { selectAnswer } from "../state/selectors.ts";
import type { Store } from "../state/store.ts";
import { runningStory } from "../state/story.ts";
import { AppContextProvider } from "../ui/context.ts";
import { Icon } from "../ui/Icon.tsx";
import { Later } from "../ui/Later.tsx";
import { Notices } from "../ui/Notices.tsx";
import { Panel } from "../ui/Panel.tsx";
import { IconButton } from "../ui/parts.tsx";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { createExports } from "./exports.ts";
import { showProgress } from "./progress.ts";

const EmbedTitle = lazy(() => import("../ui/EmbedTitle.tsx"));
const StoryPlayer = lazy(() => import("../story/StoryPlayer.tsx"));
const StoryList = lazy(() => import("../story/StoryList.tsx"));
const PageArea = lazy(() => import("../ui/pages/PageArea.tsx"));

/** Puts the panel and the map together; a frame shows the map alone unless its link asks for more. */
export function App({ store, framed }: { readonly store: Store; readonly framed: boolean }) {
  const view = useStore(store, (state) => state.view);
  const panel = useStore(store, (state) => state.local.panel);
  const translator = useStore(store, (state) => state.local.translator);
  const picking = useStore(store, (state) => state.local.picking);
  const presents = useStore(store, (state) => runningStory(state) !== undefined);
  const status = useStore(store, (state) => selectAnswer(state).state.status);
  const scale = useStore(store, (state) => state.local.scale);
  const dark = useDark(view.theme);
  const { t, direction, tag } = translator;
  const context = useMemo(
    () => ({ store, loadSearch: loadSearchOf(store), exports: createExports(store) }),
    [store],
  );

  useEffect(() => {
    const root = document.documentElement;
    root.lang = tag;
    root.dir = direction;
    document.title = t("app.title");
  }, [tag, direction, t]);
  useEffect(() => {
    document.documentElement.dataset["theme"] = dark ? "dark" : "light";
  }, [dark]);
  useEffect(() => {
    if (!picking) return;
    const leave = (event: KeyboardEvent) => event.key === "Escape" && store.actions.stopPicking();
    addEventListener("keydown", leave);
    return () => removeEventListener("keydown", leave);
  }, [picking, store]);

  const open = panel === "open";
  // A presentation and a page have titles of their own.
  const titled = view.embed && !open && !presents && !view.page;
  return (
    <ErrorBoundary translator={translator}>
      <AppContextProvider value={context}>
        <div
          className="app"
          data-panel={panel}
          data-page={view.page}
          data-embed={view.embed}
          data-route-status={status}
          style={scale > 1 ? enlarged(scale, direction) : undefined}
        >
          {panel === "open" && (
            <a className="skip" href="#answer-title">
              {t("app.skip")}
            </a>
          )}
          {panel !== "none" && (
            <aside id="panel" className="panel" hidden={!open}>
              <Panel stories={<StoryList />} />
            </aside>
          )}
          {titled && (
            <Later>
              <EmbedTitle />
            </Later>
          )}
          {presents && (
            <Later>
              <StoryPlayer />
            </Later>
          )}
          {view.page && (
            <Later>
              <PageArea page={view.page} />
            </Later>
          )}
          <main className="map-area">
            <MapCanvas store={store} dark={dark} framed={framed} progress={showProgress} />
            <div className="map-corner">
              {panel !== "none" && (
                <IconButton
                  label={t(open ? "app.panel.close" : "app.panel.open")}
                  pressed={open}
                  onClick={() => store.actions.setPanel(open ? "collapsed" : "open")}
                >
                  {open ? (
                    <Icon name="panelClose" size={20} mirrored />
                  ) : (
                    <Icon name="panelOpen" size={20} mirrored />
                  )}
                </IconButton>
              )}
              {view.embed && view.parts.share && (
                <a
                  className="icon-button"
                  href={encodeView({ ...view, embed: false }) || "?"}
                  target="_blank"
                  rel="noopener"
                  aria-label={t("app.newTab")}
                  title={t("app.newTab")}
                >
                  <Icon name="newTab" size={20} mirrored />
                </a>
              )}
            </div>
            {(view.parts.legend ?? true) && (
              <Legend store={store} theme={dark ? darkTheme : lightTheme} Later={Later} />
            )}
            <Notices />
          </main>
        </div>
      </AppContextProvider>
    </ErrorBoundary>
  );
}

/** Draws the page smaller and then enlarges it, so that words, lines and controls grow alike. */
function enlarged(scale: number, direction: "ltr" | "rtl"): CSSProperties {
  return {
    inlineSize: `${100 / scale}%`,
    blockSize: `${100 / scale}%`,
    transform: `scale(${scale})`,
    transformOrigin: direction === "rtl" ? "top right" : "top left",
  };
}

/** The search with the names in every language; a failed try is made again at the next use. */
function loadSearchOf(store: Store): () => Promise<PlaceSearch> {
  let search: Promise<PlaceSearch> | undefined;
  const load = async () => {
    const [{ buildSearch }, nodes, deposits] = await Promise.all([
      import("../data/search.ts"),
      fetchOnce<DataFiles["nodes"]>("nodes.geojson"),
      fetchOnce<DataFiles["deposits"]>("deposits.geojson"),
    ]);
    const features = [...nodes.features, ...deposits.features];
    const names = new Map(features.map(({ properties }) => [properties.id, properties.names]));
    return buildSearch(store.getState().dataset, names);
  };
  return () => {
    search ??= load();
    search.catch(() => {
      search = undefined;
    });
    return search;
  };
}

function useDark(theme: "auto" | "light" | "dark"): boolean {
  const query = useMemo(() => matchMedia("(prefers-color-scheme: dark)"), []);
  const system = useSyncExternalStore(
    (changed) => {
      query.addEventListener("change", changed);
      return () => query.removeEventListener("change", changed);
    },
    () => query.matches,
  );
  return theme === "auto" ? system : theme === "dark";
}
