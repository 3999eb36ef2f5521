import type { CommandName, Frame } from "../embed/embed.d.ts";
import { mount } from "../embed/host.ts";
import { eventNames } from "../embed/words.ts";
import { directionOf } from "../i18n/direction.ts";
import { chooseLanguage, languages } from "../i18n/languages.ts";
import { loadTranslator, type Translator } from "../i18n/translator.ts";
import "../ui/styles/base.css";
import { examples } from "./examples.ts";
import "./playground.css";

const longestLog = 60;
const page = document.getElementById("playground") as HTMLElement;

start().catch((error: unknown) => page.append(element("p", { role: "alert" }, String(error))));

async function start(): Promise<void> {
  const wanted = new URLSearchParams(location.search).get("lang") ?? undefined;
  const { language, tag } = chooseLanguage([wanted, ...navigator.languages]);
  const translator = await loadTranslator(language, tag);
  await translator.loadLater();
  document.documentElement.lang = tag;
  document.documentElement.dir = directionOf(tag);
  const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset["theme"] = isDark ? "dark" : "light";
  show(translator);
}

function show({ t, language }: Translator): void {
  document.title = t("playground.title");
  const tongues = languages.map(({ tag, name }) =>
    element("a", { href: `?lang=${tag}`, lang: tag, hreflang: tag }, name),
  );
  const stage = element("div", { class: "stage" });
  const code = element("code", {});
  const log = element("ol", {
    class: "log",
    role: "log",
    tabindex: "0",
    dir: "ltr",
    "aria-label": t("playground.events"),
  });
  page.replaceChildren(
    element(
      "header",
      {},
      element("h1", {}, t("playground.title")),
      element("nav", { "aria-label": t("app.language") }, ...tongues),
    ),
    element("p", { class: "intro" }, t("playground.intro")),
    element(
      "section",
      {},
      stage,
      element("h2", {}, t("playground.code")),
      element("pre", { dir: "ltr", tabindex: "0", "aria-label": t("playground.code") }, code),
      element("h2", {}, t("playground.events")),
      log,
    ),
  );
  const view = { from: "aktau", to: "poti", lang: language };
  const map = mount(stage, { page: "./", view, title: t("playground.frame") });
  const showCode = (call: string) => {
    code.textContent = `import { mount } from "${new URL("embed.js", document.baseURI).href}";\n\nconst map = mount(document.querySelector("#map"), { view: ${JSON.stringify(view)} });\n${call}`;
  };
  showCode(`map.on("routeChanged", ({ totals }) => console.log(totals));`);
  for (const name of eventNames) {
    map.on(name, (payload) => {
      log.prepend(element("li", { "data-event": name }, `${name} ${JSON.stringify(payload)}`.slice(0, 400)));
      while (log.childElementCount > longestLog) log.lastElementChild?.remove();
    });
  }
  const forms = (Object.keys(examples) as CommandName[]).map((name) => commandForm(name, map, t, showCode));
  page.append(
    element("section", { class: "commands" }, element("h2", {}, t("playground.commands")), ...forms),
  );
}

/** A field with an example, a button that sends it, and the answer; a command the frame lacks says so. */
function commandForm(
  name: CommandName,
  map: Frame,
  t: Translator["t"],
  showCode: (call: string) => void,
): HTMLElement {
  const text = JSON.stringify(examples[name]);
  const field = element(
    "textarea",
    { rows: "2", dir: "ltr", spellcheck: "false", "aria-label": t("playground.payload", { command: name }) },
    text,
  );
  const button = element(
    "button",
    { type: "submit", "aria-label": t("playground.run", { command: name }) },
    name,
  );
  const answer = element("output", {});
  const form = element("form", { "data-command": name }, button, field, answer);
  const send = map[name] as (payload: unknown) => Promise<unknown>;
  map.on("ready", ({ commands }) => {
    const known = commands.includes(name);
    button.toggleAttribute("disabled", !known);
    answer.textContent = known ? "" : t("playground.absent");
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    answer.textContent = "";
    const payload = field.value.trim() || "{}";
    showCode(payload === "{}" ? `await map.${name}();` : `await map.${name}(${payload});`);
    try {
      const result = JSON.stringify(await send(JSON.parse(payload))) ?? "ok";
      answer.textContent = t("playground.done", { result: result.slice(0, 300) });
    } catch (error) {
      answer.textContent = t("playground.refused", { message: (error as Error).message });
    }
  });
  return form;
}

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
