import { save } from "../data/save.ts";

/** Where the built page has itself as one file. */
const fileName = "middle-corridor.html";
/** The place in the text of the one-file page where a reader's own story stands. */
const storyId = "own-story";
const opening = `id="${storyId}">`;
const closing = "</script>";

/**
 * The one-file page with a reader's own story inside, in place of the one it may carry.
 * @param html text of the one-file page
 * @param story a story as JSON text
 * @throws SyntaxError where the story is no JSON, Error where the page has no place for one
 */
export function withStory(html: string, story: string): string {
  // The place is the last one of that name: the page's script, which stands before it, may speak of it too.
  const start = html.lastIndexOf(opening) + opening.length;
  const end = html.indexOf(closing, start);
  if (start < opening.length || end < 0) throw new Error(`The page has no place "${storyId}" for a story`);
  // Escaped so that no text in a story can end the block it stands in.
  const json = JSON.stringify(JSON.parse(story)).replaceAll("<", "\\u003c");
  return html.slice(0, start) + json + html.slice(end);
}

/** The story that the one-file page carries; `undefined` where it has none. */
export function ownStory(): unknown {
  const text = document.getElementById(storyId)?.textContent;
  return text ? JSON.parse(text) : undefined;
}

/**
 * Saves the page as one file, with a reader's own story inside where one is given.
 * @param story a story as JSON text
 * @throws where the page cannot be had or the story is no JSON
 */
export async function saveSinglePage(story?: string): Promise<void> {
  const page = await singlePage();
  const text = story === undefined ? page : withStory(page, story);
  save(new Blob([text], { type: "text/html" }), fileName);
}

/**
 * The text of the page as one file.
 * @throws Error naming the file and the answer of the server
 */
export async function singlePage(): Promise<string> {
  if (import.meta.env.MODE === "single") return ownText();
  const answer = await fetch(new URL(fileName, document.baseURI));
  if (!answer.ok) throw new Error(`${fileName}: ${answer.status} ${answer.statusText}`);
  return answer.text();
}

/** A file cannot read itself from the disk: its text is the page without what the map has drawn into it. */
function ownText(): string {
  const page = document.documentElement.cloneNode(true) as HTMLElement;
  for (const { name } of [...page.attributes]) page.removeAttribute(name);
  page.dataset["state"] = "loading";
  const body = page.querySelector("body") as HTMLElement;
  for (const child of [...body.children]) {
    if (!child.matches("script, noscript, #root")) child.remove();
  }
  body.querySelector("#root")?.replaceChildren();
  return `<!doctype html>\n${page.outerHTML}\n`;
}
