import { createRoot } from "react-dom/client";
import { type Dataset, withNames } from "../data/dataset.ts";
import { loadDataset, loadNames } from "../data/load.ts";
import { directionOf } from "../i18n/direction.ts";
import { chooseLanguage } from "../i18n/languages.ts";
import { loadTranslator, type Translator } from "../i18n/translator.ts";
import { buildGraph } from "../routing/index.ts";
import { decodeView } from "../state/decodeView.ts";
import { knownIds } from "../state/selectors.ts";
import { createAppStore, panelOf, type Store } from "../state/store.ts";
import "../ui/styles/index.css";
import { App } from "./App.tsx";
import { bindHost } from "./bindHost.ts";
import { bindStory } from "./bindStory.ts";
import { bindTools } from "./bindTools.ts";
import { bindUrl } from "./bindUrl.ts";
import { noticesOf } from "./notices.ts";
import { firstView, showProgress } from "./progress.ts";

const framed = window !== window.parent;
const container = document.getElementById("root") as HTMLElement;

showProgress("loading");
start().catch((error: unknown) => {
  showProgress("error");
  console.error(error);
});

async function start(): Promise<void> {
  const wanted = new URLSearchParams(location.search).get("lang") ?? undefined;
  const { language, tag } = languageFor(wanted);
  const data = Promise.all([loadDataset(), loadNames(language.tag)]);
  const translator = await loadTranslator(language, tag);
  document.documentElement.lang = translator.tag;
  document.documentElement.dir = directionOf(translator.tag);
  try {
    const [dataset, names] = await data;
    run(withNames(dataset, language.tag, names), translator);
  } catch (error) {
    showLoadProblem(translator, error);
    throw error;
  }
}

function run(dataset: Dataset, translator: Translator): void {
  const known = knownIds(dataset);
  const { view, notices } = decodeView(location.search, location.hash, known);
  const store = createAppStore({
    dataset,
    graph: buildGraph(dataset.network, dataset.factors, dataset.manifest.networkYear),
    view,
    local: {
      translator,
      notices: noticesOf(notices),
      panel: panelOf(view),
    },
  });
  bindUrl(store, known, framed);
  bindLanguage(store);
  bindTools(store);
  bindHost(store, framed);
  bindPaper(store);
  bindStory(store, known);
  bindFiles(store);
  createRoot(container).render(<App store={store} framed={framed} />);
  Object.defineProperty(window, "middleCorridor", {
    value: Object.freeze({ version: dataset.manifest.version }),
    enumerable: true,
  });
}

/** How the page looks and comes on paper: nobody prints before there is something to see. */
function bindPaper(store: Store): void {
  firstView
    .then(() => import("./bindPrint.ts"))
    .then(({ bindPrint }) => bindPrint(store, framed))
    .catch(() => {});
}

/** Lets the page be read without a network; where a frame or a browser refuses, it works as before. */
function bindFiles(store: Store): void {
  if (import.meta.env.MODE === "single") {
    void import("../data/packedFile.ts").then(({ savePackedLinks }) => savePackedLinks());
  } else if (import.meta.env.PROD) {
    firstView
      .then(() => import("./offline.ts"))
      .then(({ keepOffline }) => keepOffline(store, framed))
      .catch(() => {});
  }
}

/** Loads the words and names of a newly chosen language and hands them to the store. */
function bindLanguage(store: Store): void {
  store.subscribe(async ({ view }, previous) => {
    if (view.lang === previous.view.lang) return;
    const { language, tag } = languageFor(view.lang);
    const [translator, names] = await Promise.all([loadTranslator(language, tag), loadNames(language.tag)]);
    // What is open now may speak these words.
    await translator.loadLater().catch(() => {});
    store.actions.speak(translator, withNames(store.getState().dataset, language.tag, names));
  });
}

/** The wanted language, else the browser's first that the interface has. */
function languageFor(wanted: string | undefined) {
  return chooseLanguage([wanted, ...navigator.languages]);
}

function showLoadProblem({ t }: Translator, error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  const alert = document.createElement("div");
  alert.className = "crash";
  alert.setAttribute("role", "alert");
  const text = document.createElement("p");
  text.textContent = t("notice.load", { message });
  const reload = document.createElement("button");
  reload.type = "button";
  reload.textContent = t("app.reload");
  reload.addEventListener("click", () => location.reload());
  alert.append(text, reload);
  container.replaceChildren(alert);
}
