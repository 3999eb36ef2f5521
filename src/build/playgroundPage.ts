import type { Plugin } from "vite";

/** Puts the playground beside the page itself, with its addresses. */
export function playgroundPage(): Plugin {
  const made = "src/playground/playground.html";
  return {
    name: "playground-page",
    apply: "build",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const page = bundle[made];
        if (page?.type !== "asset") throw new Error(`${made}: not built; is it an input of the build?`);
        this.emitFile({
          type: "asset",
          fileName: "playground.html",
          source: `${page.source}`.replaceAll("../../", "./"),
        });
        delete bundle[made];
      },
    },
  };
}
