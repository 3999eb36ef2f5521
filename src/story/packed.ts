import type { Story } from "../model/story.ts";
import { parseStory } from "./story.ts";

/** The largest presentation a link may unfold to, in bytes: a few kilobytes can hold gigabytes of one letter. */
const maxBytes = 400_000;

/** A presentation as letters for a link: JSON, deflated, base64url. */
export async function packStory(story: Story): Promise<string> {
  const packed = new Blob([JSON.stringify(story)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/**
 * Reads what `packStory` wrote.
 * @throws StoryProblem where it holds no presentation; other errors where it is not even compressed text
 */
export async function unpackStory(file: string, letters: string): Promise<Story> {
  const binary = atob(letters.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const reader = unpacked.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    parts.push(next.value);
    size += next.value.length;
    if (size > maxBytes) throw new Error(`${file}: more than ${maxBytes} bytes`);
  }
  return parseStory(file, await new Blob(parts).text());
}
