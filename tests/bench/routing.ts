import { parseArgs } from "node:util";
import { aStar, nba } from "ngraph.path";
import { readDataset } from "../../src/cli/readData.ts";
import type { Network } from "../../src/model/network.ts";
import type { RouteQuery } from "../../src/model/route.ts";
import { closedLegs, hasBit } from "../../src/routing/constraints.ts";
import { buildGraph, type Graph, route } from "../../src/routing/index.ts";
import { findJourney } from "../../src/routing/search.ts";
import { chooser, query, seededRandom } from "../fixtures/networks.ts";
import { buildPeer, geojsonPathFinder, ngraph, type OpenArc, versionOf } from "./peers.ts";

/**
 * Our routing beside geojson-path-finder and ngraph.path: the same expanded graph of the real network, the same
 * questions, answers compared. The peers get the graph with the avoided states already cut out, since they would
 * have to be built again for every change; ours gets the whole network and avoids them as it searches.
 * Ours is timed as the page calls it, from the question to the finished itinerary; the peers only find their path.
 */

const seed = 20261121;
const questionCount = 400;
const rounds = 7;
const avoided = ["RU"];

interface Measure {
  readonly medianUs: number;
  readonly p99Us: number;
}

const { values: options } = parseArgs({ options: { json: { type: "boolean", default: false } } });
const { network, factors, manifest } = readDataset();
const year = manifest.networkYear;
const buildStart = performance.now();
const graph = buildGraph(network, factors, year);
const buildMs = performance.now() - buildStart;
const questions = chooseQuestions(network);

const arcs = openArcs(graph);
const ngraphName = `ngraph.path ${versionOf("ngraph.path")}`;
const peers = [
  buildPeer(`geojson-path-finder ${versionOf("geojson-path-finder")}`, geojsonPathFinder, graph, arcs),
  buildPeer(`${ngraphName} NBA*`, ngraph(nba, false), graph, arcs),
  buildPeer(`${ngraphName} NBA*, guided`, ngraph(nba, true), graph, arcs),
  buildPeer(`${ngraphName} A*, guided`, ngraph(aStar, true), graph, arcs),
];

const result = race();
if (options.json) console.log(JSON.stringify(result));
else print(result);

function race() {
  const runs = questions.map((question) => ({
    question,
    from: graph.placeById.get(question.from as string) as number,
    to: graph.placeById.get(question.to as string) as number,
  }));
  const answers = runs.map(({ question, from, to }) => keyOf(question, from, to));
  const weights = peers.map((peer) => runs.map(({ from, to }) => peer.weigh(peer.find(from, to))));
  const wrong = weights.map((found) => found.filter((weight, i) => weight !== answers[i]).length);
  const beaten = answers.findIndex((key, i) => weights.some((found) => (found[i] ?? key) < key));
  if (beaten !== -1) throw new Error(`a peer found a better way: ${JSON.stringify(questions[beaten])}`);
  const [ours, free, ...others] = measure([
    ...[avoided, []].map((avoid) => {
      const asked = questions.map((question) => ({ ...question, avoid }));
      return (i: number) => route(graph, asked[i] as RouteQuery);
    }),
    ...peers.map(({ find }) => (i: number) => {
      const run = runs[i] as (typeof runs)[number];
      return find(run.from, run.to);
    }),
  ]) as [Measure, Measure, ...Measure[]];
  return {
    seed,
    benchmarks: [
      {
        name: `route, avoiding ${avoided.join(",")}`,
        graph: {
          places: graph.places.length,
          legs: graph.legs.length,
          vertices: graph.vehicles.length,
          arcs: graph.arcLeg.length,
          buildMs: round(buildMs),
        },
        questions: questions.length,
        ours: { medianUs: round(ours.medianUs), p99Us: round(ours.p99Us) },
        peers: peers.map(({ name, buildMs }, i) => ({
          name,
          buildMs: round(buildMs),
          medianUs: round((others[i] as Measure).medianUs),
          wrongAnswers: wrong[i] as number,
          timesSlower: round((others[i] as Measure).medianUs / ours.medianUs),
        })),
      },
      {
        name: "the same questions with and without avoidance",
        graph: { places: graph.places.length, legs: graph.legs.length },
        questions: questions.length,
        ours: { medianUs: round(ours.medianUs), p99Us: round(ours.p99Us) },
        withoutAvoidance: { medianUs: round(free.medianUs), p99Us: round(free.p99Us) },
        ratio: round(ours.medianUs / free.medianUs),
      },
    ] as const,
  };
}

type Result = ReturnType<typeof race>;

function print({ benchmarks: [race, avoidance] }: Result): void {
  const { graph, ours, peers, questions } = race;
  console.log(
    `${race.name}: ${questions} questions on ${graph.legs} legs (${graph.vertices} vertices, ${graph.arcs} arcs)`,
  );
  console.log(
    `  ours: median ${ours.medianUs} µs, 99th percentile ${ours.p99Us} µs, graph built in ${graph.buildMs} ms`,
  );
  for (const { name, medianUs, timesSlower, wrongAnswers, buildMs } of peers) {
    console.log(
      `  ${name}: median ${medianUs} µs, ${timesSlower} times as long, ${wrongAnswers} wrong answers, built in ${buildMs} ms`,
    );
  }
  console.log(
    `${avoidance.name}: ${avoidance.ours.medianUs} and ${avoidance.withoutAvoidance.medianUs} µs, ratio ${avoidance.ratio}`,
  );
}

/** Pairs of real places, drawn by a seeded generator, that have a route without the avoided states. */
function chooseQuestions({ nodes }: Network): RouteQuery[] {
  const { one } = chooser(seededRandom(seed));
  const places = nodes.filter(({ type }) => type !== "waypoint").map(({ id }) => id);
  const chosen: RouteQuery[] = [];
  while (chosen.length < questionCount) {
    const question = query(one(places), one(places), { year, avoid: avoided });
    if (route(graph, question).status === "found") chosen.push(question);
  }
  return chosen;
}

function keyOf(question: RouteQuery, from: number, to: number): number {
  const closed = closedLegs(graph.legSets, graph.legs, year, question);
  return findJourney(graph, question, closed, [from, to])?.key ?? Number.NaN;
}

/** The arcs a search may use when the avoided states are cut out. */
function openArcs({ arcLeg, arcTail, arcHead, arcKeys, legs, legSets }: Graph): OpenArc[] {
  const closed = closedLegs(legSets, legs, year, query("", "", { year, avoid: avoided }));
  const best = new Map<string, OpenArc>();
  arcLeg.forEach((leg, arc) => {
    if (hasBit(closed, leg)) return;
    const [tail, head, key] = [arcTail[arc], arcHead[arc], arcKeys.time[arc]] as [number, number, number];
    // Of parallel arcs the peers keep the one they met last: they get the best one only.
    const known = best.get(`${tail} ${head}`);
    if (!known || key < known.key) best.set(`${tail} ${head}`, { tail, head, key });
  });
  return [...best.values()];
}

/**
 * Times every contestant on every question, turn by turn, so that a busy moment of the machine hits all alike.
 * The first round warms up and is not counted; of the others each question's best time stands,
 * since everything else that a machine does can only add to it.
 */
function measure(contestants: readonly ((question: number) => unknown)[]): Measure[] {
  const best = contestants.map(() => new Float64Array(questionCount).fill(Number.POSITIVE_INFINITY));
  for (let round = 0; round <= rounds; round++) {
    contestants.forEach((ask, contestant) => {
      const times = best[contestant] as Float64Array;
      for (let question = 0; question < questionCount; question++) {
        const start = performance.now();
        ask(question);
        const us = (performance.now() - start) * 1000;
        if (round > 0 && us < (times[question] as number)) times[question] = us;
      }
    });
  }
  return best.map((times) => {
    const sorted = times.toSorted();
    const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] as number;
    return { medianUs: at(0.5), p99Us: at(0.99) };
  });
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
