import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { completePage } from "../../src/build/singleFile.ts";
import { withStory } from "../../src/export/singleFile.ts";

const script = 'document.body.innerHTML = "<style>p{}</style>"; const a = "$&";';
const style = "p { color: red }";
const html = `<!doctype html>
<html>
  <head>
    <meta charset="utf-8" />
    <link rel="icon" href="./icon.svg" type="image/svg+xml" />
    <script type="module" crossorigin>${script}</script>
    <style rel="stylesheet">${style}</style>
  </head>
  <body>
    <div id="root"></div>
    <noscript><p>It needs JavaScript. The data can be read at <a href="./data/legs.geojson">data/legs.geojson</a>.</p></noscript>
  </body>
</html>`;
const page = completePage(
  html,
  { "data/a.json": "QUJD", "stories/b.json": "REVG" },
  {
    "./icon.svg": "data:image/svg+xml,x",
  },
);

describe("the page as one file", () => {
  it("allows its own script and style by their hashes, and nothing else", () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? "";
    const rules = Object.fromEntries(policy.split("; ").map((rule) => rule.split(/ (.*)/)));
    expect(rules["default-src"]).toBe("'none'");
    expect(rules["script-src"]).toBe(hash(script));
    expect(rules["style-src"]).toBe(hash(style));
    expect(policy).not.toMatch(/unsafe|https?:|'self'/);
    expect(page.indexOf(policy)).toBeLessThan(page.indexOf("<script"));
  });

  it("carries script, style and files as they are", () => {
    expect(page).toContain(`>${script}</script>`);
    expect(page).toContain(`>${style}</style>`);
    expect(page).toContain('<script type="application/gzip" data-file="data/a.json">QUJD</script>');
    expect(page).toContain('<script type="application/gzip" data-file="stories/b.json">REVG</script>');
  });

  it("points to nothing outside itself", () => {
    expect([...page.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address)).toEqual([
      "data:image/svg+xml,x",
    ]);
  });

  it("has a place for a reader's own story", () => {
    expect(withStory(page, '{"id":"talk"}')).toContain('id="own-story">{"id":"talk"}</script>');
  });
});

function hash(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
