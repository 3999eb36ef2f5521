import { compileMessage } from "@lingui/message-utils/compileMessage";
import { indexBorders, measureApproach } from "../data/proof.ts";
import { routeFile } from "../export/routeFiles.ts";
import { loadTranslator } from "../i18n/translator.ts";
import { buildGraph } from "../routing/index.ts";
import { answerTo, routeLegs } from "../state/selectors.ts";
import { analyse } from "./analyse.ts";
import { asJson, asText } from "./formats.ts";
import { readAnalysis, readFormat, readLanguage, readOptions, readView, UsageError } from "./question.ts";
import { readBorders, readCapacities, readDataset } from "./readData.ts";

/** Exit codes: a route was found, the command line was wrong, no route holds to the conditions. */
const exit = { found: 0, badInput: 2, none: 3 } as const;

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${message.replaceAll(/\s+/g, " ")}\n`);
  return error instanceof UsageError ? exit.badInput : 1;
});

async function main(words: readonly string[]): Promise<number> {
  const { language, tag } = readLanguage(words);
  const say = await loadTranslator(language, tag, compileMessage);
  const options = readOptions(words, say);
  const format = readFormat(options.format, say);
  const dataset = readDataset();
  const view = readView(options, dataset, say);
  const graph = buildGraph(dataset.network, dataset.factors, dataset.manifest.networkYear);
  const analysis = readAnalysis(options, say);
  if (analysis) {
    const found = analyse(analysis, { view, dataset, graph, local: { translator: say } }, readCapacities());
    process.stdout.write(`${format === "json" ? JSON.stringify(found.data, null, 1) : found.text}\n`);
    return found.isFound ? exit.found : exit.none;
  }
  const { state: answer } = answerTo(view, { dataset, graph });
  if (answer.status === "failed") throw new Error(answer.message);
  if (answer.status === "idle") throw new UsageError(say.t("cli.usage"));

  const courses = routeLegs(answer).map((leg) => dataset.courseById.get(leg.id) ?? []);
  const approaches = view.avoid
    .filter((code) => courses.length > 0 && dataset.manifest.borders.includes(code))
    .map((code) => measureApproach(indexBorders(code, readBorders(code)), courses));
  const context = { dataset, say, approaches };
  const text =
    format === "text"
      ? asText(answer, context)
      : format === "json"
        ? JSON.stringify(asJson(answer, context), null, 1)
        : routeFile(format, answer.status === "found" ? answer.route : undefined, context);
  process.stdout.write(`${text}\n`);
  return exit[answer.status];
}
