import { createRoot } from "react-dom/client";
import type { Dataset } from "../data/dataset.ts";
import { loadDataset } from "../data/load.ts";
import { chooseLanguage, directionOf } from "../i18n/languages.ts";
import { loadTranslator, type Translator } from "../i18n/translator.ts";
import { buildGraph } from "../routing/index.ts";
import { decodeView } from "../state/decodeView.ts";
import { knownIds } from "../state/selectors.ts";
import { createAppStore, type Store } from "../state/store.ts";
import "../ui/styles/index.css";
import { App } from "./App.tsx";
import { bindUrl } from "./bindUrl.ts";
import { noticesOf } from "./notices.ts";
import { showProgress } from "./progress.ts";

const framed = window !== window.parent;
const container = document.getElementById("root") as HTMLElement;

showProgress("loading");
start().catch((error: unknown) => {
  showProgress("error");
  console.error(error);
});

async function start(): Promise<void> {
  const wanted = new URLSearchParams(location.search).get("lang") ?? undefined;
  const data = loadDataset();
  const translator = await translatorFor(wanted);
  document.documentElement.lang = translator.tag;
  document.documentElement.dir = directionOf(translator.tag);
  try {
    run(await data, translator);
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
      panel: view.panels ?? (view.embed ? "none" : "open"),
    },
  });
  bindUrl(store, known, framed);
  bindLanguage(store);
  createRoot(container).render(<App store={store} framed={framed} />);
  Object.defineProperty(window, "middleCorridor", {
    value: Object.freeze({ version: dataset.manifest.version }),
    enumerable: true,
  });
}

/** Loads the words of a newly chosen language and hands them to the store. */
function bindLanguage(store: Store): void {
  store.subscribe(({ view }, previous) => {
    if (view.lang !== previous.view.lang) void translatorFor(view.lang).then(store.actions.speak);
  });
}

/** The wanted language, else the browser's first that the interface has. */
function translatorFor(wanted: string | undefined): Promise<Translator> {
  const { language, tag } = chooseLanguage([wanted, ...navigator.languages]);
  return loadTranslator(language, tag);
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
