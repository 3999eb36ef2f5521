import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readDataset } from "../../src/cli/readData.ts";
import { languages } from "../../src/i18n/languages.ts";
import type { Source } from "../../src/model/network.ts";
import type { Story } from "../../src/model/story.ts";
import { buildGraph } from "../../src/routing/index.ts";
import { decodeView } from "../../src/state/decodeView.ts";
import { answerTo, knownIds } from "../../src/state/selectors.ts";
import { draftId } from "../../src/story/draft.ts";
import { parseStory } from "../../src/story/story.ts";

/** The presentations that come with the page. */
const folder = new URL("../../public/stories/", import.meta.url);
const read = (file: string) => readFileSync(new URL(file, folder), "utf8");
const files = readdirSync(folder).filter((file) => file !== "index.json");
const stories = files.map((file): [string, Story] => [file, parseStory(file, read(file))]);

const dataset = readDataset();
const graph = buildGraph(dataset.network, dataset.factors, dataset.manifest.networkYear);
const known = knownIds(dataset);
const sources = new Set(
  (
    JSON.parse(
      readFileSync(new URL("../../public/data/sources.json", import.meta.url), "utf8"),
    ) as readonly Source[]
  ).map(({ id }) => id),
);

/** Steps that are about a way that is closed. */
const withoutRoute = new Set(["when-aktau-closes/none"]);

test("the index tells of every presentation what its file says", () => {
  const entries = stories.map(([, { id, title, summary, steps }]) => ({
    id,
    title,
    summary,
    steps: steps.length,
  }));
  const index = JSON.parse(read("index.json")) as { id: string }[];
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  expect(entries.length).toBeGreaterThanOrEqual(4);
  expect([...index].sort(byId)).toEqual(entries.sort(byId));
});

describe.each(stories)("%s", (file, story) => {
  test("is called as its file, which is not the reader's own draft", () => {
    expect(`${story.id}.json`).toBe(file);
    expect(story.id).not.toBe(draftId);
  });

  test("has as many steps as an audience bears, each with an id of its own", () => {
    expect(story.steps.length).toBeGreaterThanOrEqual(6);
    expect(story.steps.length).toBeLessThanOrEqual(9);
    expect(new Set(story.steps.map(({ id }) => id)).size).toBe(story.steps.length);
  });

  test.each(languages.map(({ tag }) => tag))("says everything in %s, with as many paragraphs", (tag) => {
    const texts = [story.title, story.summary, ...story.steps.flatMap((s) => [s.title, s.text, s.notes])];
    for (const text of texts) {
      expect(text?.[tag], text?.["en"]).toMatch(/\S/);
      expect(text?.[tag]?.split("\n\n").length).toBe(text?.["en"]?.split("\n\n").length);
    }
  });

  test("names sources of the collection only", () => {
    expect(story.steps.flatMap((step) => step.sources ?? []).filter((id) => !sources.has(id))).toEqual([]);
  });

  test("carries a source wherever it gives a figure that is no question of the map", () => {
    const unsourced = story.steps.filter(
      ({ text, sources: own }) =>
        /\b(?:million|billion|trillion|tonnes|20[012]\d)\b/.test(text["en"] ?? "") && !own,
    );
    expect(unsourced.map(({ id }) => id)).toEqual([]);
  });

  test.each(story.steps.map((step) => [step.id, step] as const))(
    "step %s shows what the data knows, and a route where it asks for one",
    (id, step) => {
      const { view, notices } = decodeView(step.view, "", known);
      expect(notices).toEqual([]);
      expect(view.story).toBeUndefined();
      expect(view.year, "a step shows the same in later years").toBeDefined();
      for (const scenario of [view, ...(view.compare ? [view.compare] : [])]) {
        const { status } = answerTo(scenario, { dataset, graph }).state;
        const expected = !view.from ? "idle" : withoutRoute.has(`${story.id}/${id}`) ? "none" : "found";
        expect(status).toBe(expected);
      }
    },
  );
});

test("what the words say of the ways holds on the map", () => {
  const routeOf = (storyId: string, id: string) => {
    const step = stories.find(([, { id: own }]) => own === storyId)?.[1].steps.find((s) => s.id === id);
    const { state } = answerTo(decodeView(step?.view ?? "", "", known).view, { dataset, graph });
    if (state.status !== "found") throw new Error(`${storyId}/${id}: no route`);
    const legs = state.route.steps.flatMap((part) => (part.kind === "leg" ? part.id : []));
    return {
      totals: state.route.totals,
      ids: ` ${legs.join(" ").replaceAll("-", " ")} `,
      route: state.route,
    };
  };
  const line = routeOf("what-is-the-middle-corridor", "line");
  expect(line.totals.gaugeChanges).toBe(0);
  expect(line.ids).toContain(" aktau ");
  expect(line.ids).toContain(" alat ");
  const usual = routeOf("when-aktau-closes", "usual");
  const storm = routeOf("when-aktau-closes", "storm");
  expect(storm.ids).toContain(" turkmenbashi ");
  const delayH = storm.totals.durationH.typical - usual.totals.durationH.typical;
  expect(delayH).toBeGreaterThan(0);
  expect(delayH).toBeLessThan(5 * 24);
  expect(routeOf("when-aktau-closes", "closed").ids).toContain(" kuryk ");
  const beside = routeOf("when-aktau-closes", "beside");
  expect(beside.ids).toContain(" turkmenbashi ");
  expect(beside.totals.borders).toBe(usual.totals.borders + 1);
  const direct = routeOf("pavlodar-gallium-to-japan", "direct");
  expect(direct.route.countries.map(({ code }) => code)).toContain("CN");
  expect(direct.totals.gaugeChanges).toBe(1);
  expect(routeOf("pavlodar-gallium-to-japan", "suez").totals.durationH.typical).toBeGreaterThan(
    routeOf("pavlodar-gallium-to-japan", "long").totals.durationH.typical,
  );
});
