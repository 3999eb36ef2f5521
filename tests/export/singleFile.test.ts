import { afterEach, describe, expect, it, vi } from "vitest";
import { ownStory, singlePage, withStory } from "../../src/export/singleFile.ts";

afterEach(() => vi.unstubAllGlobals());

const place = (story: string) => `<script type="application/json" id="own-story">${story}</script>`;
const page = (story = "") =>
  `<script type="module">find('<script id="own-story">')</script><body><p>$&</p>${place(story)}\n</body>`;

describe("a reader's own story in the one-file page", () => {
  it("stands in its place and nowhere else", () => {
    expect(withStory(page(), '{ "id": "talk" }')).toBe(page('{"id":"talk"}'));
  });

  it("takes the place of an earlier one", () => {
    expect(withStory(withStory(page(), '{"id":"first"}'), '{"id":"second"}')).toBe(page('{"id":"second"}'));
  });

  it("cannot end its block or begin another, and reads back as it was", () => {
    const story = { title: "</script><script>alert(1)</script><!-- $& $1 عربي" };
    const text = withStory(page(), JSON.stringify(story));
    const inside =
      text.slice(page().indexOf("<body>")).split('id="own-story">')[1]?.split("</script>")[0] ?? "";
    expect(inside).not.toContain("<");
    vi.stubGlobal("document", { getElementById: () => ({ textContent: inside }) });
    expect(ownStory()).toEqual(story);
  });

  it("is refused where it is no JSON or the page has no place for it", () => {
    expect(() => withStory(page(), "{")).toThrow(SyntaxError);
    expect(() => withStory("<body></body>", "{}")).toThrow('The page has no place "own-story" for a story');
  });

  it.each([null, { textContent: "" }])("is none where the page carries none (%o)", (element) => {
    vi.stubGlobal("document", { getElementById: () => element });
    expect(ownStory()).toBeUndefined();
  });
});

describe("the text of the one-file page", () => {
  it("comes from beside the page", async () => {
    const fetched = vi.fn(async (_: URL) => new Response("<!doctype html>"));
    vi.stubGlobal("document", { baseURI: "https://example.org/any/path/?from=aktau" });
    vi.stubGlobal("fetch", fetched);
    expect(await singlePage()).toBe("<!doctype html>");
    expect(String(fetched.mock.calls[0]?.[0])).toBe("https://example.org/any/path/middle-corridor.html");
  });

  it("names the file where it cannot be had", async () => {
    vi.stubGlobal("document", { baseURI: "https://example.org/" });
    vi.stubGlobal("fetch", async () => new Response("", { status: 404, statusText: "Not Found" }));
    await expect(singlePage()).rejects.toThrow("middle-corridor.html: 404 Not Found");
  });
});
