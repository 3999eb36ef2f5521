import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { readDataset } from "../../src/cli/readData.ts";
import { chooseLanguage } from "../../src/i18n/languages.ts";
import { loadTranslator } from "../../src/i18n/translator.ts";
import type { Story } from "../../src/model/story.ts";
import { defaultView, type View } from "../../src/model/view.ts";
import { buildGraph } from "../../src/routing/index.ts";
import { decodeView } from "../../src/state/decodeView.ts";
import { encodeView } from "../../src/state/encodeView.ts";
import { knownIds } from "../../src/state/selectors.ts";
import { createAppStore } from "../../src/state/store.ts";
import { linkOf } from "../../src/state/story.ts";
import { moved, newStep, queryOf, slugOf } from "../../src/story/editing.ts";
import { storyControl } from "../../src/story/index.ts";
import { commandOf } from "../../src/story/keys.ts";
import { loadStory } from "../../src/story/load.ts";
import { packStory, unpackStory } from "../../src/story/packed.ts";
import { parseStory, StoryProblem, wordsOf } from "../../src/story/story.ts";

const dataset = readDataset();
const graph = buildGraph(dataset.network, dataset.factors, dataset.manifest.networkYear);
const known = knownIds(dataset);
const translator = await loadTranslator(chooseLanguage(["en"]).language, "en");

const story: Story = {
  schema: 1,
  id: "two-ports",
  title: { en: "Two ports", ar: "ميناءان" },
  summary: { en: "" },
  steps: [
    { id: "one", title: { en: "One" }, text: { en: "From Aktau" }, view: "from=aktau&to=poti" },
    {
      id: "two",
      title: { en: "Two" },
      text: { en: "Closed" },
      view: "from=aktau&to=poti&close=kuryk&lang=ja",
    },
    { id: "three", title: { en: "Three" }, text: { en: "" }, view: "", camera: "jump" },
  ],
  date: "2026-11-21",
};

function open(link: string) {
  const { view } = decodeView(link, "", known);
  return createAppStore({ dataset, graph, view, local: { translator, notices: [], panel: "open" } });
}

describe("a file that should be a presentation", () => {
  const problemOf = (change: (content: Record<string, unknown>) => void) => {
    const content = structuredClone(story) as unknown as Record<string, unknown>;
    change(content);
    try {
      parseStory("x.json", JSON.stringify(content));
    } catch (error) {
      if (error instanceof StoryProblem) return error.notice;
    }
    throw new Error("it was read");
  };
  const second = (content: Record<string, unknown>) =>
    (content["steps"] as Record<string, unknown>[])[1] as Record<string, unknown>;

  test("is read as it was written", () => {
    expect(parseStory("x.json", JSON.stringify(story))).toEqual(story);
  });

  test("is refused with its name, the step and the field", () => {
    expect(() => parseStory("x.json", "{")).toThrow("story.bad.json: x.json");
    expect(problemOf((content) => delete content["title"])).toEqual({
      key: "story.bad.field",
      values: { file: "x.json", field: "title" },
    });
    expect(problemOf((content) => delete second(content)["view"])).toEqual({
      key: "story.bad.step",
      values: { file: "x.json", step: "2", field: "view" },
    });
    expect(problemOf((content) => Object.assign(second(content), { title: { ar: 3 } })).values).toMatchObject(
      {
        step: "2",
        field: "title.ar",
      },
    );
    expect(problemOf((content) => Object.assign(content, { schema: 2 })).values["field"]).toBe("schema");
    expect(problemOf((content) => Object.assign(content, { steps: [] })).values["field"]).toBe("steps");
    expect(problemOf((content) => Object.assign(second(content), { colour: "red" })).values["field"]).toBe(
      "colour",
    );
  });

  test("never breaks anything else, whatever it holds", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(() => parseStory("x.json", text)).toThrow(StoryProblem);
      }),
    );
  });

  test("with a place the data lacks is shown, with a notice that names it", async () => {
    const [first] = story.steps;
    if (!first) throw new Error("no step");
    const letters = await packStory({ ...story, steps: [{ ...first, view: "from=atlantis&to=poti" }] });
    const { story: shown, notices } = await loadStory(`data:${letters}`, known);
    expect(shown?.steps.length).toBe(1);
    expect(notices).toEqual([
      {
        key: "story.bad.view",
        values: { file: "storyData", step: "1", parameter: "from", value: "atlantis" },
      },
    ]);
  });
});

describe("a presentation in a link", () => {
  test("comes back from its letters, in every script", async () => {
    const letters = await packStory(story);
    expect(letters).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(await unpackStory("x", letters)).toEqual(story);
    const { view, notices } = decodeView(`?storyData=${letters}&step=1`, "", known);
    expect(notices).toEqual([]);
    expect(view.story).toBe(`data:${letters}`);
    expect(decodeView(encodeView(view), "", known).view).toEqual(view);
  });

  test("that is damaged, too long or a bomb is refused with a message", async () => {
    expect((await loadStory("data:AAAA", known)).notices[0]?.key).toBe("story.missing");
    expect(decodeView(`?storyData=${"a".repeat(8001)}`, "", known).notices[0]?.problem).toBe("too-long");
    expect(decodeView("?storyData=<b>", "", known).notices[0]?.parameter).toBe("storyData");
    const vast = await packStory({ ...story, summary: { en: "a".repeat(5_000_000) } });
    expect(vast.length).toBeLessThan(8000);
    expect((await loadStory(`data:${vast}`, known)).story).toBeUndefined();
  });
});

describe("a presentation that runs", () => {
  test("each step is one change of the view, and keeps what is the reader's own", () => {
    const store = open("?lang=ar&theme=dark&embed=1&api=1&origin=https://a.example&loop=1&legend=0");
    store.actions.startStory("two-ports", story);
    const changes: View[] = [];
    store.subscribe((state, previous) => state.view !== previous.view && changes.push(state.view));
    store.actions.nextStep();
    expect(changes.length).toBe(1);
    expect(changes[0]).toMatchObject({
      from: "aktau",
      close: ["kuryk"],
      step: 1,
      lang: "ar",
      theme: "dark",
      embed: true,
      api: true,
      origin: "https://a.example",
      parts: { legend: false },
      playback: { loop: true },
    });
  });

  test("the link names the step alone until the reader changes something", () => {
    const store = open("?lang=ar");
    store.actions.startStory("two-ports", story);
    store.actions.goToStep(1);
    expect(linkOf(store.getState())).toBe("?story=two-ports&step=1&lang=ar");
    store.actions.toggleClosed("aktau");
    expect(linkOf(store.getState())).toContain("close=kuryk,aktau&story=two-ports&step=1");
  });

  test("a link with the step alone shows the step; what else a link says stays", () => {
    const bare = open("?story=two-ports&step=1");
    bare.actions.provideStory("two-ports", story);
    expect(bare.getState().view).toMatchObject({ from: "aktau", close: ["kuryk"] });
    const changed = open("?story=two-ports&step=99&from=poti&to=aktau");
    changed.actions.provideStory("two-ports", story);
    expect(changed.getState().view).toMatchObject({ from: "poti", close: [], step: 2 });
  });

  test("control tells what it did, and nothing runs beyond the ends", () => {
    const store = open("?controls=1");
    const control = storyControl(store);
    expect([control.position(), control.next(), control.play(), control.leave()]).toEqual([
      undefined,
      false,
      false,
      false,
    ]);
    store.actions.startStory("two-ports", story);
    expect(control.position()).toEqual({ index: 0, count: 3, id: "one" });
    expect([control.previous(), control.next(), control.goTo(2), control.next(), control.goTo(7)]).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
    expect(control.position()?.id).toBe("three");
    expect([control.play(), store.getState().local.playing]).toEqual([true, true]);
    expect([control.pause(), store.getState().local.playing]).toEqual([true, false]);
    expect([control.leave(), store.getState().view.story, store.getState().local.panel]).toEqual([
      true,
      undefined,
      "open",
    ]);
  });

  test("a presentation that is not there leaves the picture as it is", async () => {
    vi.stubGlobal("document", { baseURI: "http://127.0.0.1:9/" });
    const { story: none, notices } = await loadStory("nowhere", known);
    vi.unstubAllGlobals();
    expect(none).toBeUndefined();
    expect(notices).toEqual([{ key: "story.missing", values: { file: "nowhere.json" } }]);
  });
});

describe("keys", () => {
  const key = (name: string, shiftKey = false) => ({ key: name, shiftKey });

  test("a clicker steps wherever the focus is, but not while a person writes", () => {
    for (const place of ["map", "button", "panel", "free"] as const) {
      expect(commandOf(key("PageDown"), place, "ltr")).toBe("next");
      expect(commandOf(key("PageUp"), place, "rtl")).toBe("previous");
    }
    expect(commandOf(key("PageDown"), "field", "ltr")).toBeUndefined();
  });

  test("arrows belong to the map while it has the focus, and follow the line of writing", () => {
    expect(commandOf(key("ArrowRight"), "map", "ltr")).toBeUndefined();
    expect(commandOf(key("ArrowRight"), "free", "ltr")).toBe("next");
    expect(commandOf(key("ArrowRight"), "free", "rtl")).toBe("previous");
    expect(commandOf(key("ArrowLeft"), "free", "rtl")).toBe("next");
  });

  test("the space bar presses a button that has the focus", () => {
    expect(commandOf(key(" "), "button", "ltr")).toBeUndefined();
    expect(commandOf(key(" "), "free", "ltr")).toBe("next");
    expect(commandOf(key(" ", true), "free", "ltr")).toBe("previous");
  });
});

describe("the editor's steps", () => {
  const view: View = {
    ...defaultView,
    from: "aktau",
    to: "poti",
    lang: "ar",
    embed: true,
    story: "x",
    step: 3,
  };

  test("keep of a view what is on the map", () => {
    expect(queryOf(view)).toBe("from=aktau&to=poti");
  });

  test("get ids of their own and change places", () => {
    const steps = [...story.steps, newStep(story.steps, view, { en: "New" })];
    const again = newStep(steps.slice(1), view, { en: "New" });
    expect(steps.map(({ id }) => id)).toEqual(["one", "two", "three", "step-4"]);
    expect(again.id).not.toBe("step-4");
    expect(moved({ ...story, steps }, 3, 0).steps.map(({ id }) => id)).toEqual([
      "step-4",
      "one",
      "two",
      "three",
    ]);
    expect(moved(story, 0, -1)).toBe(story);
  });

  test("name their file by the title", () => {
    expect(slugOf("What was promised in Tōkyō?")).toBe("what-was-promised-in-tokyo");
    expect(slugOf("الممر الأوسط")).toBe("presentation");
  });

  test("words fall back to English, then to whatever there is", () => {
    expect(wordsOf({ en: "a", ja: "b" }, "ja")).toBe("b");
    expect(wordsOf({ en: "a", ja: "" }, "ja")).toBe("a");
    expect(wordsOf({ ar: "ج" }, "ja")).toBe("ج");
  });
});
