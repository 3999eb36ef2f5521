import { expect, test } from "vitest";
import type { Position } from "../../src/model/network.ts";
import { distanceBetween, snapToNode } from "../../src/routing/index.ts";
import { deposit, leg, network, node, query } from "../fixtures/networks.ts";
import { askRoute } from "./ask.ts";

const place = (id: string, position: Position, fields: Parameters<typeof node>[2] = {}) =>
  node(id, fields.type ?? "station", { position, ...fields });

// On the equator, a degree apart: near(1) far(2) foreign(3, BB)
const world = network(
  [leg("near", "far"), leg("far", "foreign")],
  [place("near", [1, 0]), place("far", [2, 0]), place("foreign", [3, 0], { country: "BB" })],
);

test("distances are great-circle distances", () => {
  expect(distanceBetween([0, 0], [0, 0])).toBe(0);
  expect(distanceBetween([0, 0], [180, 0])).toBeCloseTo(Math.PI * 6371.0088, 6);
  expect(distanceBetween([77, 0], [12, 90])).toBeCloseTo((Math.PI / 2) * 6371.0088, 6);
  expect(distanceBetween([179.5, 0], [-179.5, 0])).toBeCloseTo(111.195, 2);
});

test("the nearest place is taken, with its distance", () => {
  const snap = snapToNode(world, [0, 0]);
  expect(snap?.id).toBe("near");
  expect(snap?.distanceKm).toBeCloseTo(111.195, 2);
});

test("closed places and avoided states are passed over", () => {
  expect(snapToNode(world, [0, 0], { close: ["near"] })?.id).toBe("far");
  expect(snapToNode(world, [3, 0], { avoid: ["BB"] })?.id).toBe("far");
});

test("a point stays in its own state where that is known", () => {
  expect(snapToNode(world, [2.1, 0], { countryOf: () => "BB" })?.id).toBe("foreign");
});

test("only real places that work are taken", () => {
  const unreal = network(
    [
      leg("waypoint", "far", "sea"),
      leg("bare-point", "far"),
      leg("promise", "far"),
      leg("closed-line", "far", "rail", { status: "closed" }),
      leg("mine", "far", "road", { access: true }),
    ],
    [
      place("waypoint", [0, 0], { type: "waypoint" }),
      place("bare-point", [0, 0], { type: "access" }),
      place("promise", [0, 0], { status: "planned" }),
      place("closed-line", [0, 0]),
      place("alone", [0, 0]),
      place("far", [2, 0], { type: "seaport" }),
    ],
    [deposit("mine")],
  );
  expect(snapToNode(unreal, [0, 0])?.id).toBe("far");
});

test("nothing within reach is nothing", () => {
  expect(snapToNode(world, [0, 5])).toBeUndefined();
});

test("equally near places are told apart by id, not by order", () => {
  const twins = [place("b", [1, 0]), place("a", [1, 0])];
  expect(snapToNode(network([leg("a", "b")], twins), [0, 0])?.id).toBe("a");
  expect(snapToNode(network([leg("a", "b")], twins.toReversed()), [0, 0])?.id).toBe("a");
});

test("a route may begin at a point on the map", () => {
  const found = askRoute(world, query([0.9, 0], "foreign"));
  expect(found.steps[0]).toMatchObject({ from: "near" });
});
