import { expect, test } from "vitest";
import { buildGraph } from "../../src/routing/index.ts";
import { deposit, factorsWith, leg, network, networkYear, node, roundFactors } from "../fixtures/networks.ts";

const build = (world: ReturnType<typeof network>, factors = roundFactors) =>
  buildGraph(world, factors, networkYear);

test("a network without legs is a graph without arcs", () => {
  expect(build(network([], [node("a")])).arcLeg).toHaveLength(0);
});

test("the input is left as it was", () => {
  const world = network([leg("c", "b"), leg("a", "b")], [node("c"), node("a")]);
  const before = structuredClone(world);
  build(world);
  expect(world).toEqual(before);
});

test.each([
  ["an end that is not there", network([leg("a", "x")]), '"x"'],
  ["an id used twice", network([leg("a", "b"), leg("a", "b")]), '"a-b" is used twice'],
  [
    "a mine with the id of a node",
    network([leg("a", "b")], [node("a")], [deposit("a")]),
    '"a" is used twice',
  ],
  ["a circle", network([leg("a", "a")]), 'both ends are "a"'],
  [
    "a length that is no number",
    network([leg("a", "b", "rail", { lengthKm: Number.NaN })]),
    'Leg "a-b": its',
  ],
])("%s is an error that names it", (_, world, message) => {
  const nodes = world.nodes.filter(({ id }) => id !== "x");
  expect(() => build({ ...world, nodes })).toThrow(message);
});

test("a railway without a gauge is an error that names it", () => {
  const { gauge: _, ...line } = leg("a", "b");
  expect(() => build(network([line]))).toThrow('Leg "a-b": gauge is missing');
});

test("a speed of zero is an error that names the leg", () => {
  expect(() => build(network([leg("a", "b")]), factorsWith({ "speed.rail": 0 }))).toThrow(
    'Leg "a-b": its time',
  );
});
