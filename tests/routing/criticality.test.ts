import { describe, expect, test } from "vitest";
import type { Network } from "../../src/model/network.ts";
import type { Route, RouteQuery } from "../../src/model/route.ts";
import { corridorCriticality, criticality } from "../../src/routing/analysis.ts";
import { buildGraph, type Graph, route } from "../../src/routing/index.ts";
import { leg, network, networkYear, node, query, roundFactors } from "../fixtures/networks.ts";
import { randomNetwork, randomQuery } from "../fixtures/randomNetwork.ts";

const build = (world: Network) => buildGraph(world, roundFactors, networkYear);

function ask(graph: Graph, question: RouteQuery): Route | undefined {
  const answer = route(graph, question);
  return answer.status === "found" ? answer.route : undefined;
}

/** Closes each thing on the best route and asks again: the totals by which each route grows, or "lost". */
function lossesByAsking(world: Network, graph: Graph, question: RouteQuery) {
  const losses = new Map<string, "lost" | number[]>();
  const best = ask(graph, question);
  if (!best) return losses;
  const typeOf = new Map(world.nodes.map(({ id, type }) => [id, type]));
  const legById = new Map(world.legs.map((item) => [item.id, item]));
  const stops = [question.from, ...question.via, question.to];
  const ids = best.steps.flatMap((step) => {
    if (step.kind !== "leg") return [];
    const things = [step.from, step.to].filter(
      (id) => !stops.includes(id) && !["waypoint", "access"].includes(typeOf.get(id) ?? "deposit"),
    );
    const { access, passes = [] } = legById.get(step.id) ?? {};
    return [...things, ...passes, ...(access ? [] : [step.id])];
  });
  for (const id of ids) {
    const other = ask(graph, { ...question, close: [...question.close, id] });
    const figures = ({ totals }: Route) => [
      totals.durationH.typical,
      totals.costUsdPerFeu.typical,
      totals.emissionsKgCo2ePerFeu.typical,
    ];
    losses.set(id, other ? figures(other).map((figure, i) => figure - (figures(best)[i] as number)) : "lost");
  }
  return losses;
}

test("on random networks a loss is what closing the thing costs, and what is left out costs nothing", () => {
  let [lost, dearer, free] = [0, 0, 0];
  for (let seed = 1; seed <= 200; seed++) {
    const world = randomNetwork(seed);
    const graph = build(world);
    for (let i = 0; i < 4; i++) {
      const question = { ...randomQuery(world, seed * 100 + i), status: "planned" as const };
      const expected = lossesByAsking(world, graph, question);
      const listed = criticality(graph, question);
      const message = `seed ${seed}, query ${i}: ${JSON.stringify(question)}`;
      for (const loss of listed) {
        const other = expected.get(loss.id);
        expected.delete(loss.id);
        if (loss.lost) expect(other, `${message} ${loss.id}`).toBe("lost");
        else {
          const extras = [loss.extraH, loss.extraUsd, loss.extraKg];
          expect(other, `${message} ${loss.id}`).not.toBe("lost");
          extras.forEach((extra, figure) => {
            expect(extra, `${message} ${loss.id}`).toBeCloseTo((other as number[])[figure] as number, 6);
          });
        }
        if (loss.lost) lost++;
        else dearer++;
      }
      for (const [id, other] of expected) {
        const figure = { time: 0, cost: 1, emissions: 2 }[question.criterion as string];
        expect(other, `${message} ${id}`).not.toBe("lost");
        if (figure !== undefined) expect((other as number[])[figure], `${message} ${id}`).toBeCloseTo(0, 1);
        free++;
      }
    }
  }
  expect(Math.min(lost, dearer)).toBeGreaterThan(100);
  expect(free).toBeGreaterThan(10);
});

/*
 *          p ---- 300 km
 *         /  \
 *   a -- b -- c -- d      100 km each, a waypoint w and a strait between d and e
 *                  d ~~ w ~~ e
 */
const world = network(
  [
    leg("a", "b"),
    leg("b", "c"),
    leg("c", "d"),
    leg("b", "p", "rail", { lengthKm: 300 }),
    leg("p", "c"),
    leg("d", "w", "sea"),
    leg("w", "e", "sea", { passes: ["suez"] }),
  ],
  [node("d", "seaport"), node("e", "seaport"), node("w", "waypoint")],
);

describe("on a small network", () => {
  test("what leaves no route comes first, then what costs most; waypoints and ends are not listed", () => {
    expect(criticality(build(world), query("a", "e")).map(({ id, kind, lost }) => [id, kind, lost])).toEqual([
      ["a-b", "leg", true],
      ["b", "node", true],
      ["c", "node", true],
      ["c-d", "leg", true],
      ["d", "node", true],
      ["d-w", "leg", true],
      ["suez", "waterway", true],
      ["w-e", "leg", true],
      ["b-c", "leg", false],
    ]);
  });

  test("the figures are those of the way round: 300 km more at 10 km/h and a dollar a kilometre", () => {
    expect(criticality(build(world), query("a", "d")).at(-1)).toMatchObject({ extraH: 30, extraUsd: 300 });
  });

  test("a question without a route has no losses", () => {
    expect(criticality(build(world), query("a", "d", { close: ["b"] }))).toEqual([]);
    expect(criticality(build(world), query("a", "nowhere"))).toEqual([]);
  });

  test("over several questions losses are counted and averaged over those that stay connected", () => {
    const questions = [query("a", "d"), query("b", "d"), query("a", "p"), query("c", "d"), query("a", "x")];
    const losses = corridorCriticality(build(world), questions);
    const byId = new Map(losses.map((loss) => [loss.id, loss]));
    // Only c-d leaves three questions without a route.
    expect(losses[0]).toMatchObject({ id: "c-d", lostPairs: 3, pairs: 3 });
    // a-b: two lost (a to d, a to p). b: the same, and b to d begins there.
    expect(byId.get("a-b")).toMatchObject({ lostPairs: 2, pairs: 2, meanExtraH: 0 });
    expect(byId.get("b")).toMatchObject({ lostPairs: 2, pairs: 2 });
    // b-c: used by all but c to d (a to p goes by it: 200 km against 300), 30, 30 and 10 h more.
    expect(byId.get("b-c")).toMatchObject({
      lostPairs: 0,
      pairs: 3,
      meanExtraH: 70 / 4,
      meanExtraUsd: 700 / 4,
    });
  });
});
