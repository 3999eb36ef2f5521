import type { Exports } from "../export/exports.ts";
import { dataUrlOf } from "../export/picture.ts";
import type { Story } from "../model/story.ts";
import type { Store } from "../state/store.ts";
import { titleOf, wordsOf } from "./story.ts";

/** Pictures of a handout, in pixels: sharp on half a page, and high enough for map and legend. */
const pictureSize = { width: 1280, height: 900 } as const;

/** How long a step may take to be drawn before its picture is taken as it is. */
const longestWaitMs = 20_000;

/**
 * Prints the presentation that runs, one page a step: picture, title and words. The steps pass on the screen while
 * their pictures are made; the browser's own dialogue saves them as a PDF.
 * @throws Error where a picture cannot be drawn
 */
export async function printHandout(
  { getState, actions }: Store,
  exports: Exports,
  story: Story,
): Promise<void> {
  const { step: before } = getState().view;
  const { translator } = getState().local;
  const handout = document.createElement("div");
  handout.className = "handout";
  const cover = document.createElement("h1");
  cover.textContent = wordsOf(story.title, translator.language);
  handout.append(cover);
  try {
    for (const [index, step] of story.steps.entries()) {
      actions.goToStep(index);
      await drawn();
      const picture = await exports.picture({ format: "png", ...pictureSize }, "paper");
      const paragraphs = wordsOf(step.text, translator.language).split(/\n{2,}/);
      handout.append(
        await pageOf(`${index + 1}. ${titleOf(step, translator.language)}`, paragraphs, picture),
      );
    }
  } finally {
    actions.goToStep(before);
  }
  document.body.append(handout);
  addEventListener("afterprint", () => handout.remove(), { once: true });
  print();
}

async function pageOf(title: string, paragraphs: readonly string[], picture: Blob): Promise<HTMLElement> {
  const page = document.createElement("section");
  const image = new Image();
  image.src = await dataUrlOf(picture);
  image.alt = title;
  const heading = document.createElement("h2");
  heading.textContent = title;
  const words = paragraphs.map((text) => {
    const paragraph = document.createElement("p");
    paragraph.dir = "auto";
    paragraph.textContent = text;
    return paragraph;
  });
  page.append(image, heading, ...words);
  // A picture that is not decoded yet prints blank.
  await image.decode();
  return page;
}

/** Waits until the page says that its picture is up to date. */
async function drawn(): Promise<void> {
  const end = performance.now() + longestWaitMs;
  const { dataset } = document.documentElement;
  const pause = () => new Promise((resolve) => setTimeout(resolve, 50));
  do await pause();
  while (dataset["state"] !== "ready" && performance.now() < end);
}
