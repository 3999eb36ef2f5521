import { save } from "./save.ts";

/**
 * Reads a file that stands gzipped inside the page, and only when it is asked for.
 * @throws Error naming the file where the page has none of that name
 */
export async function readPacked<T>(path: string): Promise<T> {
  const block = find(path);
  if (!block) throw new Error(`${path} is not in this file`);
  return (await unpacked(block)).json() as Promise<T>;
}

/** Lets links to files inside the page save them. */
export function savePackedLinks(): void {
  addEventListener("click", async (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
    const folder = new URL(".", document.baseURI).href;
    const path = link?.href.startsWith(folder) ? link.href.slice(folder.length) : "";
    const block = find(path);
    if (!block) return;
    event.preventDefault();
    save(await (await unpacked(block)).blob(), path.slice(path.lastIndexOf("/") + 1));
  });
}

function find(path: string): Element | null {
  return document.querySelector(`script[data-file="${CSS.escape(path)}"]`);
}

async function unpacked(block: Element): Promise<Response> {
  const packed = await fetch(`data:application/gzip;base64,${block.textContent}`);
  return new Response(packed.body?.pipeThrough(new DecompressionStream("gzip")));
}
