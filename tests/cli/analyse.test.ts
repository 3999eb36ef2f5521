import { beforeAll, expect, test } from "vitest";
import { analyse } from "../../src/cli/analyse.ts";
import { analyses, readAnalysis, readOptions, readView, UsageError } from "../../src/cli/question.ts";
import { readCapacities, readDataset } from "../../src/cli/readData.ts";
import { chooseLanguage } from "../../src/i18n/languages.ts";
import { loadTranslator, type Translator } from "../../src/i18n/translator.ts";
import { buildGraph } from "../../src/routing/index.ts";
import { answerTo } from "../../src/state/selectors.ts";

const dataset = readDataset();
const graph = buildGraph(dataset.network, dataset.factors, dataset.manifest.networkYear);
const file = readCapacities();
let say: Translator;
beforeAll(async () => {
  const { language, tag } = chooseLanguage(["en"]);
  say = await loadTranslator(language, tag);
  await say.loadLater();
});

function run(line: string) {
  const options = readOptions(line.split(" "), say);
  const analysis = readAnalysis(options, say);
  if (!analysis) throw new Error(`${line}: no analysis`);
  const view = readView(options, dataset, say);
  const asked = { view, dataset, graph, local: { translator: say } };
  return { asked, ...analyse(analysis, asked, file) };
}
// biome-ignore lint/suspicious/noExplicitAny: plain data of six shapes, looked into key by key.
const data = (line: string) => JSON.parse(JSON.stringify(run(line).data)) as Record<string, any>;

const question = "--from pavlodar-alumina --to constanta --year 2026";

test.each(analyses)("--%s answers in words and as data", (analysis) => {
  const value = analysis === "reach" ? " 5" : analysis === "compare" ? " avoid=none" : "";
  const found = run(`${question} --${analysis}${value}`);
  expect(found.isFound).toBe(true);
  expect(found.text.split("\n").length).toBeGreaterThan(1);
  expect(found.text).not.toMatch(/undefined|NaN|tool\./);
});

test("the first alternative and one of the trade-offs is the best route itself", () => {
  const { asked } = run(`${question} --alternatives`);
  const { state } = answerTo(asked.view, asked);
  if (state.status !== "found") throw new Error("no route");
  const { totals } = state.route;
  expect(data(`${question} --alternatives`)["alternatives"][0]).toMatchObject({ totals });
  expect(data(`${question} --pareto`)["pareto"]).toContainEqual(expect.objectContaining({ totals }));
});

test("a comparison's differences are those of its two answers", () => {
  const { first, second, differences } = data(`${question} --compare avoid=none&criterion=cost`);
  const typicalH = ({ totals }: { totals: { durationH: { typical: number } } }) => totals.durationH.typical;
  expect(differences.durationH).toBeCloseTo(typicalH(second) - typicalH(first));
});

test.each([
  "--from aktau --to poti --pareto --capacity",
  "--from aktau --reach soon",
  "--to poti --reach 5",
  "--from aktau --to poti --compare criterion=beauty",
  "--from aktau --to poti --pareto --slow aktau",
])("%s is told to be wrong", (line) => {
  expect(() => run(line)).toThrow(UsageError);
});

test("groups of places stand for the ends of a flow, and the corridor's own pairs for those of a ranking", () => {
  expect(
    data("--capacity --flowFrom kazakh-origins --flowTo black-sea-ports --avoid RU,IR,CN"),
  ).toMatchObject({
    status: "found",
    unit: "t",
  });
  expect(data("--criticality --ranking corridor")["pairs"]).toHaveLength(file.pairs.length);
});
