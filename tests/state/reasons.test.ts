import { compileMessage } from "@lingui/message-utils/compileMessage";
import { describe, expect, test } from "vitest";
import { readDataset } from "../../src/cli/readData.ts";
import { languages } from "../../src/i18n/languages.ts";
import { loadTranslator } from "../../src/i18n/translator.ts";
import { relaxationsOf } from "../../src/model/relaxations.ts";
import { defaultView, type View } from "../../src/model/view.ts";
import { buildGraph } from "../../src/routing/index.ts";
import { openingsTitle, openingText, reasonText } from "../../src/state/reasons.ts";
import { answerTo, selectAnswer } from "../../src/state/selectors.ts";
import { createAppStore } from "../../src/state/store.ts";

const dataset = readDataset();
const graph = buildGraph(dataset.network, dataset.factors, dataset.manifest.networkYear);
const translators = Object.fromEntries(
  await Promise.all(
    languages.map(
      async (language) =>
        [language.tag, await loadTranslator(language, language.tag, compileMessage)] as const,
    ),
  ),
);
const english = translators.en as NonNullable<(typeof translators)[string]>;

function refuse(fields: Partial<View>) {
  const view: View = { ...defaultView, year: 2026, ...fields };
  const { state } = answerTo(view, { dataset, graph });
  if (state.status !== "none") throw new Error(`expected no route, got ${state.status}`);
  return { view, ...state };
}

const closedPort = { from: "aktau", to: "novorossiysk", avoid: ["RU", "IR"], close: ["novorossiysk"] };
/** Georgia and Iran avoided, a wagon needs the line through Zangezur, promised for 2030. */
const promised = {
  from: "pavlodar-alumina",
  to: "constanta",
  avoid: ["RU", "IR", "CN", "GE"],
  close: ["constanta"],
};

describe("why there is no route, in words", () => {
  test.each([
    ["en", "Allow Russia and reopen Novorossiysk port"],
    ["ar", "السماح بدخول روسيا وإعادة فتح ميناء نوفوروسيسك"],
    ["ja", "ロシアの通過を認める、ノヴォロシースク港の閉鎖を解除"],
  ])("in %s a set of changes is one sentence", (tag, text) => {
    const { reason } = refuse(closedPort);
    const translator = translators[tag] as typeof english;
    expect(reason.opens.map((opening) => openingText(opening, dataset, translator))).toEqual([text]);
  });

  test("the lines to wait for are named", () => {
    const { reason } = refuse(promised);
    const texts = reason.opens.map((opening) => openingText(opening, dataset, english));
    expect(texts).toContainEqual(
      expect.stringMatching(/^Reopen Constan.*, use planned lines, and wait until 20\d\d \(.* → .*\)$/),
    );
    expect(openingsTitle(reason, english)).toBe(
      "The fewest changes that open a way together, the best first:",
    );
  });

  test.each(languages.map(({ tag }) => tag))("in %s a contradiction names the place and the rule", (tag) => {
    const translator = translators[tag] as typeof english;
    const textOf = (fields: Partial<View>) => {
      const { reason, query } = refuse(fields);
      return reasonText(reason, query, dataset, translator);
    };
    const nameOf = (id: string) => translator.name(dataset.nodeById.get(id)?.names ?? { en: id });
    const throughBaku = { from: "aktau", to: "poti", via: ["baku"] };
    expect(textOf({ ...throughBaku, close: ["baku"] })).toContain(nameOf("baku"));
    const avoided = textOf({ ...throughBaku, avoid: ["AZ"] });
    expect(avoided).toContain(nameOf("baku"));
    expect(avoided).toContain(translator.country("AZ"));
    const early = textOf({ from: "kartsakhi", to: "akhalkalaki", year: 2010 });
    expect(early).toContain(nameOf("kartsakhi"));
    expect(early).toContain(translator.year(2010));
  });

  test("a place that no line serves yet is named with the year", () => {
    const { reason, query } = refuse({ from: "kartsakhi", to: "akhalkalaki", year: 2010 });
    expect(reasonText(reason, query, dataset, english)).toMatch(/^In 2010 none .* serves .*Kartsakhi.*\.$/);
  });
});

test("a set of changes is made in one step, and the route is the one that was told", () => {
  const { view, reason } = refuse(promised);
  for (const opening of reason.opens) {
    const local = { translator: english, notices: [], panel: "open" } as const;
    const store = createAppStore({ dataset, graph, view, local });
    let steps = 0;
    store.subscribe(() => steps++);
    store.actions.relax(relaxationsOf(opening));
    expect(steps).toBe(1);
    const { state } = selectAnswer(store.getState());
    if (state.status !== "found") throw new Error(openingText(opening, dataset, english));
    const { durationH, costUsdPerFeu, distanceKm, transfers } = state.route.totals;
    expect(durationH.typical).toBe(opening.durationH);
    expect(costUsdPerFeu.typical).toBe(opening.costUsdPerFeu);
    expect(distanceKm).toBe(opening.distanceKm);
    expect(transfers).toBe(opening.transfers);
  }
});
