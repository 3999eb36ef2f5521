import { describe, expect, test } from "vitest";
import { deposit, factorsWith, leg, network, node, query } from "../fixtures/networks.ts";
import { askReason, askRoute, legsOf, transfersOf } from "./ask.ts";

describe("ports", () => {
  // a ═══ p ~~~ q ═══ b
  const coast = (type: "seaport" | "station") =>
    network([leg("a", "p"), leg("p", "q", "sea"), leg("q", "b")], [node("p", type), node("q", type)]);

  test("cargo goes from train to ship and back at seaports", () => {
    const found = askRoute(coast("seaport"), query("a", "b"));
    expect(transfersOf(found)).toEqual(["port at p: rail to sea", "port at q: sea to rail"]);
    expect(found.totals.transfers).toBe(2);
    expect(found.totals.durationH.typical).toBe(3 * 10 + 2 * 5);
  });

  test("nowhere else is a ship worked", () => {
    expect(askReason(coast("station"), query("a", "b")).code).toBe("not-connected");
  });

  test("loading and unloading at the ends are no transfers", () => {
    const found = askRoute(coast("seaport"), query("p", "q"));
    expect(found.totals).toMatchObject({ transfers: 0, durationH: { typical: 10 } });
  });

  test("a ship sails by a port without a transfer", () => {
    // p ~~~ m ~~~ q
    const lanes = network(
      [leg("p", "m", "sea"), leg("m", "q", "sea")],
      [node("p", "seaport"), node("m", "seaport"), node("q", "seaport")],
    );
    expect(transfersOf(askRoute(lanes, query("p", "q")))).toEqual([]);
  });

  test("from ferry to ship is a transfer of its own kind", () => {
    // p ~ferry~ m ~~sea~~ q
    const lanes = network(
      [leg("p", "m", "ferry"), leg("m", "q", "sea")],
      [node("p", "seaport"), node("m", "seaport"), node("q", "seaport")],
    );
    const found = askRoute(lanes, query("p", "q"), factorsWith({ "time.port.transshipment": 77 }));
    expect(transfersOf(found)).toEqual(["port at m: ferry to sea"]);
    expect(found.totals.durationH.typical).toBe(10 + 77 + 10);
  });

  test("wagons roll onto a ferry at the ferry's own time and price", () => {
    const world = network(
      [leg("a", "p"), leg("p", "q", "ferry")],
      [node("p", "seaport"), node("q", "seaport")],
    );
    const found = askRoute(
      world,
      query("a", "q"),
      factorsWith({ "time.port.ferry": 3, "price.port.ferry": 8 }),
    );
    expect(found.totals.durationH.typical).toBe(10 + 3 + 10);
    expect(found.totals.costUsdPerFeu.typical).toBe(100 + 8 + 100);
  });

  test("a port waits as the water its ships sail", () => {
    const factors = factorsWith({ "time.port.caspian": 30, "time.port.deep": 40, "time.port.short": 20 });
    const waits = (["caspian", "deep", "short"] as const).map((sea) => {
      const world = network(
        [leg("a", "p"), leg("p", "q", "sea", { sea })],
        [node("p", "seaport"), node("q", "seaport")],
      );
      return askRoute(world, query("a", "q"), factors).totals.durationH.typical - 20;
    });
    expect(waits).toEqual([30, 40, 20]);
  });

  test("a container waits for the ship on one shore, for the train on the other", () => {
    const factors = factorsWith({ "time.vessel.short": 7, "time.train.formation": 2 });
    const found = askRoute(coast("seaport"), query("a", "b"), factors);
    const ports = found.steps.filter(({ kind }) => kind === "transfer");
    expect(ports.map(({ durationH }) => durationH.typical)).toEqual([5 + 7, 5 + 2]);
  });

  test("no ship is worked at a waypoint", () => {
    // p ~ferry~ w ~sea~ q
    const lanes = network(
      [leg("p", "w", "ferry"), leg("w", "q", "sea")],
      [node("p", "seaport"), node("w", "waypoint"), node("q", "seaport")],
    );
    expect(askReason(lanes, query("p", "q")).code).toBe("not-connected");
  });
});

describe("gauges", () => {
  // a ══1520══ g ══1435══ b
  const breakOfGauge = (gauges: number[], type: "station" | "seaport" = "station") =>
    [[leg("a", "g"), leg("g", "b", "rail", { gauge: 1435 })], [node("g", type, { gauges })]] as const;

  test("gauge is changed where a place lists both", () => {
    const found = askRoute(network(...breakOfGauge([1435, 1520])), query("a", "b"));
    expect(transfersOf(found)).toEqual(["gauge at g: 1520 to 1435"]);
    expect(found.totals).toMatchObject({ gaugeChanges: 1, transfers: 0 });
  });

  test("two gauges that only meet are not joined", () => {
    expect(askReason(network(...breakOfGauge([1520])), query("a", "b")).code).toBe("not-connected");
  });

  test("two changes in a row at one place do not stand in for changing gauge", () => {
    // a ══1520══ g ══1435══ b, and a quay at g where no ship calls any more: to the quay and back would do
    const [legs, nodes] = breakOfGauge([1520], "seaport");
    const world = network([...legs, leg("g", "x", "sea", { status: "closed" })], nodes);
    expect(askReason(world, query("a", "b")).code).toBe("not-connected");
  });
});

describe("mines", () => {
  // mine ┄┄ s ═══ b
  const world = network(
    [leg("mine", "s", "road", { access: true, lengthKm: 50 }), leg("s", "b")],
    [node("s", "access")],
    [deposit("mine")],
  );

  test("a truck brings ore to the railway, and that is a transfer", () => {
    const found = askRoute(world, query("mine", "b"));
    expect(transfersOf(found)).toEqual(["road-rail at s: road to rail"]);
    expect(found.totals).toMatchObject({ transfers: 1, distanceKm: 150 });
  });

  test("the mine's road is allowed whatever the modes are", () => {
    expect(legsOf(askRoute(world, query("mine", "b", { modes: ["rail"] })))).toEqual(["mine-s", "s-b"]);
  });

  test("a mine is no thoroughfare", () => {
    // a ═══ s ┄┄ mine ┄┄ t ═══ b
    const two = network(
      [
        leg("a", "s"),
        leg("mine", "s", "road", { access: true }),
        leg("mine", "t", "road", { access: true }),
        leg("t", "b"),
      ],
      [],
      [deposit("mine")],
    );
    expect(askReason(two, query("a", "b")).code).toBe("not-connected");
    expect(legsOf(askRoute(two, query("a", "b", { via: ["mine"] })))).toEqual([
      "a-s",
      "mine-s",
      "mine-t",
      "t-b",
    ]);
  });
});
