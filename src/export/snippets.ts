import { element } from "./xml.ts";

/** A frame with the map, as its host needs it. */
export interface Frame {
  /** Address of the page with everything the frame shall show. */
  readonly address: string;
  /** Read aloud in place of the frame. */
  readonly title: string;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** Where a map is shown, each with a way of its own. */
export const hosts = {
  html: { name: "HTML", snippet: (frame: Frame) => iframe(frame) },
  revealjs: { name: "reveal.js", snippet: revealSection },
  slidev: { name: "Slidev", snippet: slidevHead },
  powerpoint: { name: "PowerPoint", snippet: ({ address }: Frame) => address },
  slides: { name: "Google Slides", snippet: ({ address }: Frame) => address },
  notion: { name: "Notion", snippet: ({ address }: Frame) => address },
  wordpress: { name: "WordPress", snippet: (frame: Frame) => iframe(frame) },
} as const;
export type HostId = keyof typeof hosts;

/** A frame for any page; it loads when it comes near the screen and takes no focus. */
export function iframe({ address, title, width, height }: Frame): string {
  return `${element("iframe", {
    src: address,
    title,
    width,
    height,
    loading: "lazy",
    allow: "fullscreen",
    style: "border:0",
  }).slice(0, -2)}></iframe>`;
}

/** reveal.js loads `data-src` when the slide is near (https://revealjs.com/media/). */
function revealSection({ address, title, width, height }: Frame): string {
  const frame = element("iframe", {
    "data-src": address,
    title,
    width,
    height,
    class: "r-stretch",
    allow: "fullscreen",
    style: "border:0",
  });
  return `<section>\n  ${frame.slice(0, -2)} data-preload></iframe>\n</section>`;
}

/** Slidev has a layout for pages (https://sli.dev/builtin/layouts). */
function slidevHead({ address }: Frame): string {
  return `---\nlayout: iframe\nurl: ${JSON.stringify(address)}\n---`;
}
