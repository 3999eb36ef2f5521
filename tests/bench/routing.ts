import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parseArgs } from "node:util";
import type { FeatureCollection, LineString } from "geojson";
import type PathFinderClass from "geojson-path-finder";
import createGraph from "ngraph.graph";
import { aStar, nba } from "ngraph.path";
import { readDataset } from "../../src/cli/readData.ts";
import type { Network } from "../../src/model/network.ts";
import type { RouteQuery } from "../../src/model/route.ts";
import { closedLegs, hasBit } from "../../src/routing/constraints.ts";
import { buildGraph, distanceBetween, type Graph, route } from "../../src/routing/index.ts";
import { findJourney } from "../../src/routing/search.ts";
import { chooser, query, seededRandom } from "../fixtures/networks.ts";

/**
 * Our routing beside geojson-path-finder and ngraph.path: the same expanded graph of the real network, the same
 * questions, answers compared. The peers get the graph with the avoided states already cut out, since they would
 * have to be built again for every change; ours gets the whole network and avoids them as it searches.
 * Ours is timed as the page calls it, from the question to the finished itinerary; the peers only find their path.
 */

// Node finds its CommonJS build, whose default export `import` would wrap twice.
const { default: PathFinder } = createRequire(import.meta.url)("geojson-path-finder") as {
  default: typeof PathFinderClass;
};

const seed = 20261121;
const questionCount = 400;
const rounds = 7;
const avoided = ["RU"];
/** Key of the doors through which the peers enter and leave a place. */
const door = 1;

/** Finds the weight of the best way between two places, or undefined. */
type Find = (from: number, to: number) => number | undefined;

interface Peer {
  readonly name: string;
  readonly find: Find;
  readonly buildMs: number;
}

interface Arc {
  readonly tail: number;
  readonly head: number;
  readonly key: number;
}

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
const peers: readonly Peer[] = [
  timed(`geojson-path-finder ${versionOf("geojson-path-finder")}`, () => geojsonPathFinder(graph, arcs)),
  timed(`ngraph.path ${versionOf("ngraph.path")} NBA*`, () => ngraph(graph, arcs, nba)),
  timed(`ngraph.path ${versionOf("ngraph.path")} A*`, () => ngraph(graph, arcs, aStar)),
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
  const wrong = peers.map(
    ({ find }) => runs.filter(({ from, to }, i) => find(from, to) !== answers[i]).length,
  );
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

function keyOf(question: RouteQuery, from: number, to: number): number | undefined {
  const closed = closedLegs(graph.legSets, graph.legs, year, question);
  return findJourney(graph, question.criterion, closed, [from, to])?.key;
}

/** The arcs a search may use when the avoided states are cut out. */
function openArcs({ arcLeg, arcTail, arcHead, arcKeys, legs, legSets }: Graph): Arc[] {
  const closed = closedLegs(legSets, legs, year, query("", "", { year, avoid: avoided }));
  const best = new Map<string, Arc>();
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
 * A place is several vertices, and the peers search from one to one: each place gets a door out to its vertices
 * and a door in from them, which makes every way longer by exactly two doors.
 */
function doorsOf({ places, firstVertex, vehicles }: Graph): {
  out: Arc[];
  in: Arc[];
  outOf: (place: number) => number;
  into: (place: number) => number;
} {
  const outOf = (place: number) => vehicles.length + place;
  const into = (place: number) => vehicles.length + places.length + place;
  const doors = { out: [] as Arc[], in: [] as Arc[], outOf, into };
  places.forEach((_, place) => {
    for (let vertex = firstVertex[place] as number; vertex < (firstVertex[place + 1] as number); vertex++) {
      doors.out.push({ tail: outOf(place), head: vertex, key: door });
      doors.in.push({ tail: vertex, head: into(place), key: door });
    }
  });
  return doors;
}

function geojsonPathFinder(graph: Graph, arcs: readonly Arc[]): Find {
  const doors = doorsOf(graph);
  const pairs = new Map<string, { a: number; b: number; forward: number; backward: number }>();
  for (const { tail, head, key } of [...arcs, ...doors.out, ...doors.in]) {
    const [a, b] = tail < head ? [tail, head] : [head, tail];
    const pair = pairs.get(`${a} ${b}`) ?? { a, b, forward: 0, backward: 0 };
    pair[tail === a ? "forward" : "backward"] = key;
    pairs.set(`${a} ${b}`, pair);
  }
  // Points of a grid far from each other: the finder tells vertices apart by their coordinates.
  const position = (vertex: number) => [(vertex % 1000) * 0.1, Math.floor(vertex / 1000) * 0.1];
  const lines: FeatureCollection<LineString, { forward: number; backward: number }> = {
    type: "FeatureCollection",
    features: [...pairs.values()].map(({ a, b, ...properties }) => ({
      type: "Feature",
      properties,
      geometry: { type: "LineString", coordinates: [position(a), position(b)] },
    })),
  };
  const finder = new PathFinder(lines, {
    weight: (_a, _b, { forward, backward }) => ({ forward, backward }),
  });
  const point = (vertex: number) => ({
    type: "Feature" as const,
    properties: {},
    geometry: { type: "Point" as const, coordinates: position(vertex) },
  });
  return (from, to) => {
    const path = finder.findPath(point(doors.outOf(from)), point(doors.into(to)));
    return path && path.weight - 2 * door;
  };
}

function ngraph(graph: Graph, arcs: readonly Arc[], method: typeof nba): Find {
  const doors = doorsOf(graph);
  const links = createGraph<{ place: number }, number>();
  const positions = positionsOf(graph);
  graph.placeOfVertex.forEach((place, vertex) => {
    links.addNode(vertex, { place });
  });
  graph.places.forEach((_, place) => {
    links.addNode(doors.outOf(place), { place });
    links.addNode(doors.into(place), { place });
  });
  for (const { tail, head, key } of [...arcs, ...doors.out, ...doors.in]) links.addLink(tail, head, key);
  const distance = (a: number, b: number) => distanceBetween(positions[a] ?? [0, 0], positions[b] ?? [0, 0]);
  // The fastest arc as the crow flies: no way can be quicker than this for each kilometre.
  const perKm = arcs.reduce((least, { tail, head, key }) => {
    const km = distance(graph.placeOfVertex[tail] as number, graph.placeOfVertex[head] as number);
    return km > 0 ? Math.min(least, key / km) : least;
  }, Number.POSITIVE_INFINITY);
  const finder = method(links, {
    oriented: true,
    distance: (_from, _to, link) => link.data,
    heuristic: (from, to) => perKm * distance(from.data.place, to.data.place),
  });
  const keys = new Map(
    [...arcs, ...doors.out, ...doors.in].map(({ tail, head, key }) => [`${tail} ${head}`, key]),
  );
  return (from, to) => {
    // The finder gives the path from its end to its beginning.
    const path = finder.find(doors.outOf(from), doors.into(to)).toReversed();
    const sum = path.reduce(
      (total, node, i) => total + (i === 0 ? 0 : (keys.get(`${path[i - 1]?.id} ${node.id}`) as number)),
      0,
    );
    return path.length > 0 ? sum - 2 * door : undefined;
  };
}

function positionsOf({ network, places }: Graph): ([number, number] | undefined)[] {
  const byId = new Map([...network.nodes, ...network.deposits].map(({ id, position }) => [id, position]));
  return places.map(({ id }) => byId.get(id));
}

function timed(name: string, build: () => Find): Peer {
  const start = performance.now();
  const find = build();
  return { name, find, buildMs: performance.now() - start };
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

function versionOf(name: string): string {
  const file = new URL(`../../node_modules/${name}/package.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
