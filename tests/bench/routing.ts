import { parseArgs } from "node:util";
import { nba } from "ngraph.path";
import { readDataset } from "../../src/cli/readData.ts";
import type { RouteQuery } from "../../src/model/route.ts";
import { closedLegs, hasBit } from "../../src/routing/constraints.ts";
import { buildGraph, type Graph, route } from "../../src/routing/index.ts";
import { findJourney } from "../../src/routing/search.ts";
import { chooser, query, seededRandom } from "../fixtures/networks.ts";
import { analyses } from "./analyses.ts";
import { growNetwork } from "./grownNetwork.ts";
import { type Measure, measure, round } from "./measure.ts";
import {
  type Build,
  buildPeer,
  geojsonPathFinder,
  ngraph,
  type OpenArc,
  plainDijkstra,
  versionOf,
} from "./peers.ts";

/**
 * Our routing beside other engines: the same expanded graph, the same questions, answers compared, on the real
 * network and on grown ones. The peers get the graph with the avoided states already cut out, since they would
 * have to be built again for every change; ours gets the whole network and avoids them as it searches.
 *
 * Two rows are ours. The search is like for like: from the question, its closures joined, to the path, which is all
 * a peer gives. The whole answer is what the page calls: places checked, path found, itinerary and totals written.
 */

/** A network as it is, or so many copies of it joined. */
interface Size {
  readonly copies: number;
  readonly questions: number;
  readonly rounds: number;
  readonly peers: readonly string[];
}

const seed = 20261121;
const avoided = ["RU"];
const pathFinder = `geojson-path-finder ${versionOf("geojson-path-finder")}`;
const ngraphName = `ngraph.path ${versionOf("ngraph.path")}`;
const dijkstra = `plain typed-array Dijkstra, flatqueue ${versionOf("flatqueue")}`;
const engines: Readonly<Record<string, Build>> = {
  [pathFinder]: geojsonPathFinder,
  [`${ngraphName} NBA*`]: ngraph(nba, false),
  [`${ngraphName} NBA*, guided`]: ngraph(nba, true),
  [dijkstra]: plainDijkstra,
};
const sizes: readonly Size[] = [
  { copies: 1, questions: 400, rounds: 7, peers: Object.keys(engines) },
  { copies: 10, questions: 100, rounds: 3, peers: [pathFinder, `${ngraphName} NBA*`, dijkstra] },
  // Here geojson-path-finder would take longer to build than all the rest together.
  { copies: 100, questions: 30, rounds: 2, peers: [`${ngraphName} NBA*`, dijkstra] },
];

const { values: options } = parseArgs({ options: { json: { type: "boolean", default: false } } });
const { network, factors, manifest } = readDataset();
const year = manifest.networkYear;
const races = sizes.map(race);
const result = {
  seed,
  benchmarks: races.flatMap(({ rows }) => rows),
  avoidance: (races[0] as Race).avoidance,
  growth: growthOf(races),
  analyses: measureAnalyses((races[0] as Race).graph),
};
if (options.json) console.log(JSON.stringify(result));
else print();

type Race = ReturnType<typeof race>;

function race({ copies, questions: count, rounds, peers: names }: Size) {
  const start = performance.now();
  const graph = buildGraph(copies === 1 ? network : growNetwork(network, copies, seed), factors, year);
  const size = {
    copies,
    places: graph.places.length,
    legs: graph.legs.length,
    vertices: graph.vehicles.length,
    arcs: graph.arcLeg.length,
    buildMs: round(performance.now() - start),
  };
  const arcs = openArcs(graph);
  const peers = names.map((name) => buildPeer(name, engines[name] as Build, graph, arcs));
  const questions = chooseQuestions(graph, count);
  const free = questions.map((question) => ({ ...question, avoid: [] }));
  const stops = questions.map(({ from, to }) =>
    [from, to].map((id) => graph.placeById.get(id as string) as number),
  ) as [number, number][];

  const keys = questions.map((question) => search(graph, question)?.key);
  const weights = peers.map((peer) => stops.map(([from, to]) => peer.weigh(peer.find(from, to))));
  const beaten = keys.findIndex((key, i) => weights.some((found) => (found[i] ?? key ?? 0) < (key ?? 0)));
  if (beaten !== -1) throw new Error(`a peer found a better way: ${JSON.stringify(questions[beaten])}`);

  const [searched, answered, searchedFree, answeredFree, ...others] = measure(
    [
      (i) => search(graph, questions[i] as RouteQuery),
      (i) => route(graph, questions[i] as RouteQuery),
      (i) => search(graph, free[i] as RouteQuery),
      (i) => route(graph, free[i] as RouteQuery),
      ...peers.map((peer) => (i: number) => peer.find(...(stops[i] as [number, number]))),
    ],
    { questions: count, rounds },
  ) as [Measure, Measure, Measure, Measure, ...Measure[]];
  const row = (name: string, ours: Measure) => ({
    name: `${name}, avoiding ${avoided.join(",")}, ×${copies}`,
    graph: size,
    questions: count,
    ours,
    peers: peers.map(({ name, buildMs }, i) => ({
      name,
      buildMs: round(buildMs),
      medianUs: others[i]?.medianUs as number,
      wrongAnswers: weights[i]?.filter((weight, question) => weight !== keys[question]).length as number,
      timesSlower: round((others[i]?.medianUs as number) / ours.medianUs),
    })),
    leftOut: Object.keys(engines).filter((name) => !names.includes(name)),
  });
  const ratio = (avoiding: Measure, without: Measure) => ({
    avoiding,
    without,
    ratio: round(avoiding.medianUs / without.medianUs),
  });
  return {
    graph,
    rows: [row("search", searched), row("whole answer", answered)] as const,
    avoidance: { search: ratio(searched, searchedFree), wholeAnswer: ratio(answered, answeredFree) },
  };
}

/** The exponents by which medians grow with the number of arcs: from each size to the next, and over all. */
function growthOf(races: readonly Race[]) {
  const pairs = [...races.slice(1).map((larger, i) => [races[i], larger]), [races[0], races.at(-1)]];
  return (pairs as [Race, Race][]).map(([{ rows: smaller }, { rows: larger }]) => {
    const [fromArcs, toArcs] = [smaller[0].graph.arcs, larger[0].graph.arcs];
    const exponent = (before: number, after: number) =>
      round(Math.log(after / before) / Math.log(toArcs / fromArcs));
    const peers = larger[0].peers.flatMap(({ name, medianUs }) => {
      const before = smaller[0].peers.find((peer) => peer.name === name);
      return before ? [{ name, exponent: exponent(before.medianUs, medianUs) }] : [];
    });
    return {
      fromArcs,
      toArcs,
      search: exponent(smaller[0].ours.medianUs, larger[0].ours.medianUs),
      wholeAnswer: exponent(smaller[1].ours.medianUs, larger[1].ours.medianUs),
      peers,
    };
  });
}

function measureAnalyses(graph: Graph) {
  const questions = chooseQuestions(graph, 20);
  const contestants = analyses.map(
    ({ run }) =>
      (i: number) =>
        run(graph, questions[i] as RouteQuery),
  );
  const measures = measure(contestants, { questions: questions.length, rounds: 3 });
  return analyses.map(({ name }, i) => ({ name, ...(measures[i] as Measure) }));
}

function print(): void {
  for (const { name, graph, questions, ours, peers, leftOut } of result.benchmarks) {
    console.log(
      `\n${name}: ${questions} questions on ${graph.legs} legs (${graph.vertices} vertices, ${graph.arcs} arcs)`,
    );
    console.log(
      `  ours: median ${ours.medianUs} µs, 99th percentile ${ours.p99Us} µs, graph built in ${graph.buildMs} ms`,
    );
    for (const { name, medianUs, timesSlower, wrongAnswers, buildMs } of peers) {
      console.log(
        `  ${name}: median ${medianUs} µs, ${timesSlower} times as long, ${wrongAnswers} wrong answers, built in ${buildMs} ms`,
      );
    }
    for (const name of leftOut) console.log(`  ${name}: left out`);
  }
  console.log("\navoidance without building anything again");
  for (const [name, { avoiding, without, ratio }] of Object.entries(result.avoidance)) {
    console.log(`  ${name}: ${avoiding.medianUs} against ${without.medianUs} µs, ratio ${ratio}`);
  }
  console.log("\ngrowth of the medians with the number of arcs, as an exponent");
  for (const { fromArcs, toArcs, search, wholeAnswer, peers } of result.growth) {
    console.log(`  ${fromArcs} to ${toArcs} arcs: our search ${search}, whole answer ${wholeAnswer}`);
    for (const { name, exponent } of peers) console.log(`    ${name}: ${exponent}`);
  }
  console.log("\nanalyses on the real network");
  for (const { name, medianUs, p99Us } of result.analyses) {
    console.log(`  ${name}: median ${medianUs} µs, 99th percentile ${p99Us} µs`);
  }
}

/** Pairs of places, drawn by a seeded generator, that have a route without the avoided states. */
function chooseQuestions(graph: Graph, count: number): RouteQuery[] {
  const { one } = chooser(seededRandom(seed));
  const places = graph.network.nodes.filter(({ type }) => type !== "waypoint").map(({ id }) => id);
  const chosen: RouteQuery[] = [];
  while (chosen.length < count) {
    const question = query(one(places), one(places), { year, avoid: avoided });
    if (question.from !== question.to && search(graph, question)) chosen.push(question);
  }
  return chosen;
}

function search(graph: Graph, question: RouteQuery) {
  const closed = closedLegs(graph.legSets, graph.legs, year, question);
  const stops = [question.from, question.to].map((id) => graph.placeById.get(id as string) as number);
  return findJourney(graph, question, closed, stops);
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
