import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import FlatQueue from "flatqueue";
import type { FeatureCollection, LineString } from "geojson";
import type PathFinderClass from "geojson-path-finder";
import createGraph, { type Node } from "ngraph.graph";
import type { nba } from "ngraph.path";
import { distanceBetween, type Graph } from "../../src/routing/index.ts";

/** Another routing library on our expanded graph. */
export interface Peer {
  readonly name: string;
  readonly buildMs: number;
  /** Searches the best way between two places. */
  find(from: number, to: number): unknown;
  /** What an answer of `find` weighs; undefined where it found no way. */
  weigh(answer: unknown): number | undefined;
}

/** An arc that may be used, by its vertices in our graph. */
export interface OpenArc {
  readonly tail: number;
  readonly head: number;
  readonly key: number;
}

/** Builds a peer from the arcs it may use. */
export type Build = (graph: Graph, arcs: readonly OpenArc[]) => Pick<Peer, "find" | "weigh">;

/** Builds a peer and takes the time. */
export function buildPeer(name: string, build: Build, graph: Graph, arcs: readonly OpenArc[]): Peer {
  const start = performance.now();
  const peer = build(graph, arcs);
  return { name, buildMs: performance.now() - start, ...peer };
}

/** The installed version of a package. */
export function versionOf(name: string): string {
  const file = new URL(`../../node_modules/${name}/package.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}

// Node finds its CommonJS build, whose default export `import` would wrap twice.
const { default: PathFinder } = createRequire(import.meta.url)("geojson-path-finder") as {
  default: typeof PathFinderClass;
};

/** geojson-path-finder: every vertex a point of its own, every pair of vertices a line. */
export const geojsonPathFinder: Build = (graph, arcs) => {
  const doors = doorsOf(graph);
  const pairs = new Map<string, { a: number; b: number; forward: number; backward: number }>();
  for (const { tail, head, key } of [...arcs, ...doors.arcs]) {
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
  return {
    find: (from, to) => finder.findPath(point(doors.outOf(from)), point(doors.into(to))),
    weigh: (path) => path && (path as { weight: number }).weight - 2 * door,
  } as Pick<Peer, "find" | "weigh">;
};

/** Dijkstra's method as one writes it first: typed arrays, a heap, no bounds and no other help. */
export const plainDijkstra: Build = ({ firstVertex, placeOfVertex, vehicles }, openArcs) => {
  const arcs = openArcs.toSorted((a, b) => a.tail - b.tail);
  const first = new Int32Array(vehicles.length + 1);
  for (const { tail } of arcs) first[tail + 1] = (first[tail + 1] as number) + 1;
  for (let vertex = 0; vertex < vehicles.length; vertex++) {
    first[vertex + 1] = (first[vertex + 1] as number) + (first[vertex] as number);
  }
  const heads = Int32Array.from(arcs, ({ head }) => head);
  const keys = Float64Array.from(arcs, ({ key }) => key);
  const before = new Int32Array(vehicles.length);
  const distances = new Float64Array(vehicles.length);
  const queue = new FlatQueue();
  const find = (from: number, to: number) => {
    distances.fill(Number.POSITIVE_INFINITY);
    queue.clear();
    for (let vertex = firstVertex[from] as number; vertex < (firstVertex[from + 1] as number); vertex++) {
      distances[vertex] = 0;
      before[vertex] = -1;
      queue.push(vertex, 0);
    }
    while (queue.length > 0) {
      const travelled = queue.peekValue() as number;
      const vertex = queue.pop() as number;
      if (travelled > (distances[vertex] as number)) continue;
      if (placeOfVertex[vertex] === to) {
        const path: number[] = [];
        for (let at = vertex; at !== -1; at = before[at] as number) path.push(at);
        return { path: path.reverse(), weight: travelled };
      }
      const end = first[vertex + 1] as number;
      for (let arc = first[vertex] as number; arc < end; arc++) {
        const head = heads[arc] as number;
        const distance = travelled + (keys[arc] as number);
        if (distance >= (distances[head] as number)) continue;
        distances[head] = distance;
        before[head] = vertex;
        queue.push(head, distance);
      }
    }
    return undefined;
  };
  return { find, weigh: (answer) => (answer as ReturnType<typeof find>)?.weight };
};

/** ngraph.path by one of its methods, with or without the distance as the crow flies to guide it. */
export function ngraph(method: typeof nba, isGuided: boolean): Build {
  return (graph, arcs) => {
    const doors = doorsOf(graph);
    const all = [...arcs, ...doors.arcs];
    const links = createGraph<{ place: number }, number>();
    graph.placeOfVertex.forEach((place, vertex) => {
      links.addNode(vertex, { place });
    });
    graph.places.forEach((_, place) => {
      links.addNode(doors.outOf(place), { place });
      links.addNode(doors.into(place), { place });
    });
    for (const { tail, head, key } of all) links.addLink(tail, head, key);
    const distance = crowFlies(graph);
    // The fastest arc as the crow flies: no way can be quicker than this for each kilometre.
    const perKm = arcs.reduce((least, { tail, head, key }) => {
      const km = distance(graph.placeOfVertex[tail] as number, graph.placeOfVertex[head] as number);
      return km > 0 ? Math.min(least, key / km) : least;
    }, Number.POSITIVE_INFINITY);
    const finder = method(links, {
      oriented: true,
      distance: (_from, _to, link) => link.data,
      ...(isGuided && {
        heuristic: (from: Node<{ place: number }>, to: Node<{ place: number }>) =>
          perKm * distance(from.data.place, to.data.place),
      }),
    });
    const keys = new Map(all.map(({ tail, head, key }) => [`${tail} ${head}`, key]));
    return {
      find: (from, to) => finder.find(doors.outOf(from), doors.into(to)),
      weigh: (answer) => {
        // The finder gives the path from its end to its beginning.
        const path = (answer as Node[]).toReversed().map(({ id }) => id);
        if (path.length === 0) return undefined;
        const steps = path.slice(1).map((id, i) => keys.get(`${path[i]} ${id}`) as number);
        return steps.reduce((sum, key) => sum + key, 0) - 2 * door;
      },
    };
  };
}

/** Key of the doors through which the peers enter and leave a place. */
const door = 1;

/**
 * A place is several vertices, and the peers search from one to one: each place gets a door out to its vertices
 * and a door in from them, which makes every way longer by exactly two doors.
 */
function doorsOf({ places, firstVertex, vehicles }: Graph) {
  const outOf = (place: number) => vehicles.length + place;
  const into = (place: number) => vehicles.length + places.length + place;
  const arcs: OpenArc[] = places.flatMap((_, place) => {
    const first = firstVertex[place] as number;
    const count = (firstVertex[place + 1] as number) - first;
    return Array.from({ length: count }, (_, i) => [
      { tail: outOf(place), head: first + i, key: door },
      { tail: first + i, head: into(place), key: door },
    ]).flat();
  });
  return { arcs, outOf, into };
}

function crowFlies({ network, places }: Graph): (a: number, b: number) => number {
  const byId = new Map([...network.nodes, ...network.deposits].map(({ id, position }) => [id, position]));
  const positions = places.map(({ id }) => byId.get(id) ?? ([0, 0] as const));
  return (a, b) => distanceBetween([...(positions[a] ?? [0, 0])], [...(positions[b] ?? [0, 0])]);
}
