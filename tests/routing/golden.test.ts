import { describe, expect, test } from "vitest";
import { readDataset } from "../../src/cli/readData.ts";
import { estimateHandling } from "../../src/model/estimate.ts";
import type { NoRoute, Route, RouteQuery } from "../../src/model/route.ts";
import { closableWaterways, criteria } from "../../src/model/vocabulary.ts";
import { geometryOf } from "../../src/routing/geometry.ts";
import { buildGraph, route } from "../../src/routing/index.ts";
import { handlingBetween, transferKindOf } from "../../src/routing/transfers.ts";
import { chooser, query, seededRandom } from "../fixtures/networks.ts";
import { legsOf } from "./ask.ts";
import { createOracle } from "./oracle.ts";

/** Known journeys on the real data. What they expect is why the network was drawn, or what a source says. */

const { network, factors, manifest, courseById } = readDataset();
const year = manifest.networkYear;
const graph = buildGraph(network, factors, year);

const corridorOnly = ["RU", "IR", "CN"];
const plant = "pavlodar-alumina";
/** Every Caspian port outside Russia and Iran with a lane to the western shore. */
const easternPorts = ["aktau", "kuryk", "turkmenbashi", "garabogaz-port"];

function find(from: string, to: string, fields: Partial<RouteQuery> = {}): Route {
  const answer = route(graph, query(from, to, { year, ...fields }));
  if (answer.status === "found") return answer.route;
  throw new Error(`${from} to ${to}: ${JSON.stringify(answer)}`);
}

function refuse(from: string, to: string, fields: Partial<RouteQuery> = {}): NoRoute {
  const answer = route(graph, query(from, to, { year, ...fields }));
  if (answer.status === "none") return answer.reason;
  throw new Error(`${from} to ${to}: ${answer.status}, expected no route`);
}

const placesOf = (found: Route): string[] =>
  found.steps.flatMap((step) => (step.kind === "leg" ? [step.from, step.to] : []));
const callsOf = (found: Route): string[] =>
  found.steps.flatMap((step) => (step.kind === "transfer" && step.transfer === "port" ? [step.at] : []));
const countriesOf = (found: Route): string[] => found.countries.map(({ code }) => code);
const straitsOf = (found: Route): string[] =>
  network.legs.filter(({ id }) => legsOf(found).includes(id)).flatMap(({ passes }) => passes ?? []);
const days = (hours: number): number => hours / 24;

describe("from the alumina plant at Pavlodar without Russia, Iran and China", () => {
  const toConstanta = find(plant, "constanta", { avoid: corridorOnly });
  const toYokohama = find(plant, "yokohama", { avoid: corridorOnly });

  test("to Constanta over the Caspian, Azerbaijan, Georgia and the Black Sea", () => {
    const [east, west, black] = callsOf(toConstanta);
    expect(["aktau", "kuryk"]).toContain(east);
    expect(["alat", "baku"]).toContain(west);
    expect(["poti", "batumi"]).toContain(black);
    expect(countriesOf(toConstanta)).toEqual(expect.arrayContaining(["KZ", "AZ", "GE", "RO"]));
  });

  test("to Yokohama through the Bosphorus and Suez", () => {
    expect(straitsOf(toYokohama)).toEqual(expect.arrayContaining(["bosphorus", "dardanelles", "suez"]));
  });

  test("to Yokohama by the Cape where Suez is closed", () => {
    const found = find(plant, "yokohama", { avoid: corridorOnly, close: ["suez"] });
    expect(straitsOf(found)).not.toContain("suez");
    expect(placesOf(found)).toContain("wp-agulhas");
    expect(found.totals.distanceKm).toBeGreaterThan(toYokohama.totals.distanceKm + 8000);
  });

  test("with Aktau closed by another port of the eastern shore", () => {
    const found = find(plant, "constanta", { avoid: corridorOnly, close: ["aktau"] });
    expect(["kuryk", "turkmenbashi"]).toContain(callsOf(found)[0]);
    expect(placesOf(found)).not.toContain("aktau");
  });

  test("with every crossing of the Caspian closed not at all, and what would open one", () => {
    const reason = refuse(plant, "constanta", { avoid: corridorOnly, close: easternPorts });
    expect(reason.code).toBe("closure");
    const opens = reason.opens.map(({ kind, value }) => `${kind} ${value}`);
    expect(opens).toEqual(expect.arrayContaining(["reopen aktau", "reopen kuryk", "allow-country RU"]));
  });

  test("nor to Constanta when Georgia is avoided too: Armenia's line is a promise", () => {
    const reason = refuse(plant, "constanta", { avoid: [...corridorOnly, "GE"] });
    expect(reason.code).toBe("avoidance");
    const opens = reason.opens.map(({ kind, value }) => `${kind} ${value}`);
    expect(opens).toEqual(expect.arrayContaining(["allow-country GE", "status planned"]));
  });
});

test.each(["moscow", "novorossiysk", "vladivostok"])(
  "%s is no destination while Russia is avoided",
  (city) => {
    const reason = refuse("aktau", city, { avoid: ["RU"] });
    expect(reason).toMatchObject({ code: "endpoint-avoided", place: city, country: "RU" });
  },
);

describe("times and lengths that sources give", () => {
  test("Altynkol to Aktau: 3,128 km, three days for the fastest train, five as the goal for all", () => {
    const { totals } = find("altynkol", "aktau", { avoid: ["RU"], modes: ["rail"] });
    expect(totals.distanceKm / 3128).toBeGreaterThan(0.95);
    expect(totals.distanceKm / 3128).toBeLessThan(1.07);
    expect(days(totals.durationH.min)).toBeLessThan(3.3);
    expect(days(totals.durationH.max)).toBeGreaterThan(5);
  });

  // Ministry of Transport of Kazakhstan, October 2024. The days to Constanta are with unloading there.
  test.each([
    ["poti", 12, 12],
    ["constanta", 20, 22],
  ])("Altynkol to %s: %i to %i days", (port, low, high) => {
    const { durationH } = find("altynkol", port, { avoid: ["RU"] }).totals;
    const unloading = port === "constanta" ? factors["time.port.short"].typical : 0;
    expect(days(durationH.typical + unloading)).toBeGreaterThan(low - 1.5);
    expect(days(durationH.typical + unloading)).toBeLessThan(high + 1.5);
  });

  test("from the Chinese to the Polish border through Russia: six to eight days", () => {
    const { durationH } = find("dostyk", "brest").totals;
    expect(days(durationH.typical)).toBeGreaterThan(6);
    expect(days(durationH.typical)).toBeLessThan(8);
  });

  test("Shanghai to Rotterdam: 27 to 32 days by Suez, 35 to 48 by the Cape", () => {
    const bySuez = find("shanghai", "rotterdam", { modes: ["sea"] }).totals.durationH;
    const byCape = find("shanghai", "rotterdam", { modes: ["sea"], close: ["suez"] }).totals.durationH;
    expect(days(bySuez.min)).toBeLessThan(28);
    expect(days(bySuez.typical)).toBeLessThan(33);
    expect(days(byCape.min)).toBeGreaterThan(34);
    expect(days(byCape.typical)).toBeLessThan(48);
  });

  test("a container from China to Europe along the corridor: 2,500 to 3,250 dollars", () => {
    const corridor = { avoid: ["RU"], via: ["aktau"], criterion: "cost" } as const;
    const { costUsdPerFeu } = find("xian", "constanta", corridor).totals;
    expect(costUsdPerFeu.typical).toBeGreaterThan(2500);
    expect(costUsdPerFeu.typical).toBeLessThan(3250);
  });
});

describe("all of the network", () => {
  test("1,000 random questions are answered as the oracle answers them, without a kilometre in an avoided state", () => {
    const seed = 20261121;
    const { below, chance, one, some } = chooser(seededRandom(seed));
    const oracle = createOracle(network, factors, year);
    const states = [...new Set(network.nodes.flatMap(({ country }) => country ?? []))].sort();
    const places = [
      ...network.nodes.filter(({ type }) => type !== "waypoint"),
      ...network.deposits.filter(({ routable }) => routable),
    ].map(({ id }) => id);
    let found = 0;
    for (let i = 0; i < 1000; i++) {
      const question = query(one(places), one(places), {
        via: chance(0.1) ? [one(places)] : [],
        avoid: [...new Set([...(chance(0.7) ? ["RU"] : []), ...some(states, below(4))])],
        close: chance(0.3) ? [one([...closableWaterways, ...easternPorts, "alat", "poti"])] : [],
        criterion: one(criteria),
        year: year + below(8),
        status: one(["operating", "operating", "construction", "planned"]),
      });
      if (question.from === question.to) continue;
      const answer = route(graph, question);
      const legs = answer.status === "found" ? legsOf(answer.route) : answer.status;
      expect(legs, `seed ${seed}, question ${i}: ${JSON.stringify(question)}`).toEqual(
        oracle(question)?.legs ?? "none",
      );
      if (answer.status !== "found") continue;
      found++;
      for (const { code, controlledBy } of answer.route.countries) {
        expect(question.avoid).not.toContain(code);
        expect(question.avoid).not.toContain(controlledBy);
      }
      const sum = answer.route.countries.reduce((total, { km }) => total + km, 0);
      expect(sum).toBeCloseTo(answer.route.totals.distanceKm, 3);
      if (question.via.length === 0) {
        const passed = answer.route.steps.flatMap((step) => (step.kind === "leg" ? [step.to] : []));
        expect(new Set(passed).size, `question ${i} passes a place twice`).toBe(passed.length);
      }
    }
    expect(found).toBeGreaterThan(300);
  }, 60_000);

  test("what a place does to the cargo is never dearer, nor less possible, than to do it in two parts", () => {
    // The search leans on this where it leads a journey on without looking back.
    const figures = (handling: NonNullable<ReturnType<typeof handlingBetween>>) => {
      const { durationH, costUsdPerFeu, emissionsKgCo2ePerFeu } = estimateHandling(handling, factors);
      const transfers = transferKindOf(handling) === "gauge" ? 0 : 1;
      return [durationH.typical, costUsdPerFeu.typical, emissionsKgCo2ePerFeu.typical, transfers];
    };
    const worse: string[] = [];
    graph.places.forEach((place, index) => {
      const vehicles = graph.vehicles.slice(graph.firstVertex[index], graph.firstVertex[index + 1]);
      for (const a of vehicles) {
        for (const b of vehicles) {
          for (const c of vehicles) {
            const parts = [handlingBetween(place, a, b), handlingBetween(place, b, c)];
            const [first, second] = parts.map((part) => part && figures(part));
            if (!first || !second || a === c) continue;
            const direct = handlingBetween(place, a, c);
            const isWorse =
              !direct || figures(direct).some((figure, i) => figure > (first[i] ?? 0) + (second[i] ?? 0));
            if (isWorse) worse.push(`${place.id}: ${a} to ${c} by ${b}`);
          }
        }
      }
    });
    expect(worse).toEqual([]);
  });

  test("every leg of a found route has a course that joins the next", () => {
    const geometry = geometryOf(find(plant, "yokohama", { avoid: corridorOnly }), courseById);
    expect(geometry.type).toBe("LineString");
    expect(geometry.coordinates.length).toBeGreaterThan(300);
  });
});
