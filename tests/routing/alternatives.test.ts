import { describe, expect, test } from "vitest";
import { readDataset } from "../../src/cli/readData.ts";
import type { Leg, Network } from "../../src/model/network.ts";
import type { RouteQuery } from "../../src/model/route.ts";
import { criteria } from "../../src/model/vocabulary.ts";
import { alternativeRoutes } from "../../src/routing/analysis.ts";
import { buildGraph, route } from "../../src/routing/index.ts";
import {
  chooser,
  deposit,
  leg,
  network,
  networkYear,
  node,
  query,
  roundFactors,
  seededRandom,
} from "../fixtures/networks.ts";
import { randomNetwork, randomQuery } from "../fixtures/randomNetwork.ts";
import { legsOf } from "./ask.ts";
import { createRules } from "./oracle.ts";

function ask(world: Network, question: RouteQuery, limit?: number) {
  return alternativeRoutes(buildGraph(world, roundFactors, networkYear), question, limit).map(
    ({ route: found, by }) => ({ legs: legsOf(found), by }),
  );
}

const ports = (...ids: string[]) => ids.map((id) => node(id, "seaport"));

describe("on small networks", () => {
  // a --- p1 ~~~ q1 --- b, and the same by p2 ~~~ q2, farther
  const twoWays = network(
    [
      leg("a", "p1"),
      leg("p1", "q1", "sea"),
      leg("q1", "b"),
      leg("a", "p2", "rail", { lengthKm: 120 }),
      leg("p2", "q2", "sea"),
      leg("q2", "b"),
    ],
    ports("p1", "q1", "p2", "q2"),
  );

  test("another port is another route, and a name tells them apart by as little as it can", () => {
    expect(ask(twoWays, query("a", "b"))).toEqual([
      { legs: ["a-p1", "p1-q1", "q1-b"], by: ["p1"] },
      { legs: ["a-p2", "p2-q2", "q2-b"], by: ["p2"] },
    ]);
  });

  test("where each port is shared with some other route, the name takes two", () => {
    // p1 and p2 both sail to q1 and q2
    const crossing = { ...twoWays, legs: [...twoWays.legs, leg("p1", "q2", "sea"), leg("p2", "q1", "sea")] };
    expect(ask(crossing, query("a", "b")).map(({ by }) => by)).toEqual([["p1", "q1"], ["q2"], ["p2"]]);
  });

  test("a parallel track is no alternative", () => {
    const doubled = { ...twoWays, legs: [...twoWays.legs, leg("a", "p1", "rail", { id: "other-track" })] };
    expect(ask(doubled, query("a", "b"))).toHaveLength(2);
    expect(ask(network([leg("a", "b"), leg("a", "b", "rail", { id: "second" })]), query("a", "b"))).toEqual([
      { legs: ["a-b"], by: [] },
    ]);
  });

  test("what the query closes, avoids or leads through holds for every alternative", () => {
    expect(ask(twoWays, query("a", "b", { close: ["p1"] })).map(({ by }) => by)).toEqual([["p2"]]);
    expect(ask(twoWays, query("a", "b", { via: ["q2"] })).map(({ legs }) => legs)).toEqual([
      ["a-p2", "p2-q2", "q2-b"],
    ]);
    expect(ask(twoWays, query("a", "b", { modes: ["rail"] }))).toEqual([]);
  });

  test("a strait sets a route apart, and so does the cape", () => {
    // a ~~ suez ~~ b, a ~~~~ wp-cape ~~~~ b
    const world = network(
      [
        leg("a", "b", "sea", { id: "canal", lengthKm: 1000, passes: ["suez"] }),
        leg("a", "wp-cape", "sea", { lengthKm: 700 }),
        leg("wp-cape", "b", "sea", { lengthKm: 700 }),
      ],
      [...ports("a", "b"), node("wp-cape", "waypoint")],
    );
    expect(ask(world, query("a", "b")).map(({ by }) => by)).toEqual([["suez"], ["wp-cape"]]);
  });

  // a (AA) --- m (AA) --- b (AA), with a way by x and y (BB) from a to b
  const abroad = (lengthKm: number, km = 200) =>
    network(
      [
        leg("a", "m"),
        leg("m", "b"),
        leg("a", "x", "rail", { lengthKm, countries: [{ code: "AA", km: lengthKm }] }),
        leg("x", "y", "rail", { lengthKm: km, countries: [{ code: "BB", km }] }),
        leg("y", "b", "rail", { lengthKm, countries: [{ code: "AA", km: lengthKm }] }),
      ],
      [node("x", "border", { country: "BB" }), node("y", "border", { country: "BB" })],
    );

  test("a state crossed by land sets a route apart; the states of the stops do not", () => {
    expect(ask(abroad(50), query("a", "b")).map(({ by }) => by)).toEqual([[], ["country:BB"]]);
  });

  test("the corner of a state is told by its border station", () => {
    expect(ask(abroad(50, 60), query("a", "b")).map(({ by }) => by)).toEqual([[], ["x"]]);
  });

  test("a way around that takes more than two and a half times as long is none", () => {
    expect(ask(abroad(95), query("a", "b"))).toHaveLength(2);
    expect(ask(abroad(110), query("a", "b"))).toHaveLength(1);
  });

  test("a detour counts where it leaves the best route, however long the rest is", () => {
    const near = abroad(110);
    const world = network([...near.legs, leg("b", "c", "rail", { lengthKm: 2000 })], near.nodes);
    expect(ask(world, query("a", "c"))).toHaveLength(1);
  });

  test("there and back by the same line is no way through a state", () => {
    const world = network(
      [
        leg("a", "m"),
        leg("m", "b"),
        leg("m", "x", "rail", { lengthKm: 20 }),
        leg("x", "z", "rail", {
          countries: [{ code: "BB", km: 100 }],
        }),
      ],
      [node("x", "border", { country: "BB" }), node("z", "station", { country: "BB" })],
    );
    expect(ask(world, query("a", "b"))).toHaveLength(1);
  });

  test("a mine is no thoroughfare", () => {
    const world = network(
      [
        leg("a", "b", "rail", { lengthKm: 200 }),
        leg("a", "pit", "road", { access: true, countries: [{ code: "BB", km: 100 }] }),
        leg("pit", "b", "road", { access: true, countries: [{ code: "BB", km: 100 }] }),
      ],
      [],
      [deposit("pit", { country: "BB" })],
    );
    expect(ask(world, query("a", "b"))).toHaveLength(1);
    expect(ask(world, query("a", "b", { via: ["pit"] }))).toHaveLength(1);
  });

  test("no more than asked for, the best ones", () => {
    expect(ask(twoWays, query("a", "b"), 1).map(({ legs }) => legs)).toEqual([["a-p1", "p1-q1", "q1-b"]]);
  });

  test("a refused question has none", () => {
    expect(ask(twoWays, query("a", "a"))).toEqual([]);
    expect(ask(twoWays, query("a", "nowhere"))).toEqual([]);
  });
});

describe("on random networks (the failing seed is in the message)", () => {
  const seeds = Array.from({ length: 300 }, (_, i) => i + 1);

  /** A random network where most of what is drawn can be used. */
  function openNetwork(seed: number): Network {
    const world = randomNetwork(seed);
    return { ...world, legs: world.legs.map((drawn): Leg => ({ ...drawn, status: "operating" })) };
  }

  function openQuery(world: Network, seed: number): RouteQuery {
    return { ...randomQuery(world, seed), close: [], avoid: seed % 2 === 0 ? ["RU"] : [] };
  }

  test("the first is the best route; the others follow by the criterion, and all are different", () => {
    let several = 0;
    for (const seed of seeds) {
      const world = openNetwork(seed);
      const graph = buildGraph(world, roundFactors, networkYear);
      for (let i = 0; i < 4; i++) {
        const question = openQuery(world, seed * 1000 + i);
        const found = alternativeRoutes(graph, question, 5);
        const best = route(graph, question);
        const message = `seed ${seed}: ${JSON.stringify(question)}`;
        expect(found[0]?.route, message).toEqual(best.status === "found" ? best.route : undefined);
        expect(found.length, message).toBeLessThanOrEqual(5);
        expect(new Set(found.map((one) => legsOf(one.route).join())).size, message).toBe(found.length);
        const names = found.map(({ by }) => by.join());
        expect(new Set(names).size, `${message} ${names}`).toBe(found.length);
        if (question.criterion !== "transfers") {
          const figures = found.map(({ route: { totals } }) =>
            Math.round(
              {
                time: totals.durationH.typical,
                cost: totals.costUsdPerFeu.typical,
                distance: totals.distanceKm,
                emissions: totals.emissionsKgCo2ePerFeu.typical,
              }[question.criterion as "time"],
            ),
          );
          expect(figures, message).toEqual([...figures].sort((a, b) => a - b));
        }
        if (found.length > 1) several++;
      }
    }
    expect(several).toBeGreaterThan(60);
  });

  test("every alternative is allowed: open legs that join, changes that are possible, stops in order", () => {
    for (const seed of seeds) {
      const world = openNetwork(seed);
      const question = openQuery(world, seed * 2000);
      const rules = createRules(world, roundFactors, networkYear);
      const legById = new Map(world.legs.map((drawn) => [drawn.id, drawn]));
      for (const { route: found } of alternativeRoutes(
        buildGraph(world, roundFactors, networkYear),
        question,
      )) {
        const message = `seed ${seed}: ${JSON.stringify(question)} ${legsOf(found)}`;
        const stops = [question.from, ...question.via, question.to];
        let place = question.from as string;
        let vehicle = "";
        let passed = 0;
        const advance = () => {
          while (stops[passed] === place) passed++;
        };
        advance();
        for (const id of legsOf(found)) {
          const next = legById.get(id) as Leg;
          expect(rules.isOpen(next, question), message).toBe(true);
          expect(rules.handling(place, vehicle, rules.vehicle(next)), message).not.toBe("impossible");
          expect([next.from, next.to], message).toContain(place);
          place = next.from === place ? next.to : next.from;
          vehicle = rules.vehicle(next);
          advance();
          if (rules.deposits.has(place)) expect(stops, message).toContain(place);
        }
        expect(passed, message).toBe(stops.length);
      }
    }
  });

  test("neither the order of the input nor an earlier question changes an answer", () => {
    for (const seed of seeds.slice(0, 100)) {
      const world = openNetwork(seed);
      const { shuffled } = chooser(seededRandom(seed));
      const other: Network = {
        nodes: shuffled(world.nodes),
        legs: shuffled(world.legs),
        deposits: shuffled(world.deposits),
      };
      const question = openQuery(world, seed * 3000);
      const graph = buildGraph(world, roundFactors, networkYear);
      const once = alternativeRoutes(graph, question);
      expect(alternativeRoutes(graph, question), `seed ${seed}`).toEqual(once);
      expect(
        alternativeRoutes(buildGraph(other, roundFactors, networkYear), question),
        `seed ${seed}`,
      ).toEqual(once);
    }
  });
});

describe("on the real network", () => {
  const { network: world, factors, manifest } = readDataset();
  const graph = buildGraph(world, factors, manifest.networkYear);
  const real = (from: string, to: string, fields: Partial<RouteQuery> = {}): RouteQuery =>
    query(from, to, { year: manifest.networkYear, avoid: ["RU"], ...fields });
  const namesOf = (question: RouteQuery, limit?: number) =>
    alternativeRoutes(graph, question, limit).map(({ by }) => by.join("+"));

  test("from Pavlodar to Constanța one may go by Kuryk, Baku, Batumi, Türkiye or Turkmenbashi", () => {
    const [best, ...others] = namesOf(real("pavlodar-alumina", "constanta"));
    expect(best).toBe("aktau+alat+poti");
    expect(others.sort()).toEqual(["baku", "batumi", "country:TR", "kuryk", "turkmenbashi"]);
  });

  test("from Aktau to Constanța one may go by Poti, Batumi, Samsun or Turkmenbashi", () => {
    const names = namesOf(real("aktau", "constanta", { criterion: "cost" }));
    expect(names[0]).toBe("alat+poti");
    expect(names).toEqual(expect.arrayContaining(["batumi", "turkmenbashi"]));
    expect(namesOf(real("aktau", "constanta"))).toContain("samsun");
  });

  test("from Almaty to Xi'an one may go by Khorgos or by Alashankou", () => {
    expect(namesOf(real("almaty", "xian")).sort()).toEqual(["alashankou", "khorgos_cn"]);
  });

  test("from Rotterdam to Yokohama ships go by Suez or by the Cape", () => {
    const names = namesOf(real("rotterdam", "yokohama", { modes: ["sea"] }));
    expect(names[0]).toContain("suez");
    expect(names).toContain("wp-cape");
  });

  test("an alternative by a port is the best route with that port on its way", () => {
    const question = real("pavlodar-alumina", "constanta");
    const found = alternativeRoutes(graph, question);
    for (const port of ["kuryk", "batumi"]) {
      const led = route(graph, { ...question, via: [port] });
      const alternative = found.find(({ by }) => by.includes(port));
      expect(alternative && legsOf(alternative.route), port).toEqual(
        led.status === "found" ? legsOf(led.route) : undefined,
      );
    }
  });

  test("every criterion has alternatives of its own", () => {
    for (const criterion of criteria) {
      const found = alternativeRoutes(graph, real("tashkent", "istanbul", { criterion }));
      expect(found.length, criterion).toBeGreaterThan(2);
    }
  });
});
