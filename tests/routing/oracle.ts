import { estimateHandling, estimateLeg, type Handling } from "../../src/model/estimate.ts";
import type { Factors } from "../../src/model/factors.ts";
import type { Leg, Network } from "../../src/model/network.ts";
import type { RouteQuery } from "../../src/model/route.ts";
import { inCustomsUnion, isUsable } from "../../src/model/rules.ts";

/** The answer of the slow search: legs in travel order and what they weigh, most important figure first. */
export interface OracleAnswer {
  readonly legs: readonly string[];
  readonly cost: readonly number[];
}

interface State {
  readonly place: string;
  /** What the cargo arrived with; empty at the start, where loading is free. */
  readonly vehicle: string;
  /** Stops passed so far. */
  readonly stage: number;
  /** True where the cargo has just been delivered at a stop or not yet left. */
  readonly atStop: boolean;
  cost: readonly number[];
  /** Every best way here: the leg and the state before it. */
  ways: { readonly leg: Leg; readonly before: State }[];
}

/**
 * A second, slow router, written from the rules and sharing no code with the first beyond the figures.
 * Its states are places with the vehicle the cargo came in (the other one's are places with the vehicle
 * it leaves in), its costs are lists compared one by one, its search is Bellman and Ford's with a work list.
 */
export function createOracle(network: Network, factors: Factors, networkYear: number) {
  const countryOf = new Map<string, string | undefined>([
    ...network.nodes.map((node) => [node.id, node.country] as const),
    ...network.deposits.map((deposit) => [deposit.id, deposit.country] as const),
  ]);
  const nodeById = new Map(network.nodes.map((node) => [node.id, node]));
  const deposits = new Set(network.deposits.map((deposit) => deposit.id));
  const seas = new Map<string, Set<string | undefined>>();
  for (const leg of network.legs) {
    if (leg.mode !== "sea") continue;
    for (const end of [leg.from, leg.to]) seas.set(end, (seas.get(end) ?? new Set()).add(leg.sea));
  }

  const vehicle = (leg: Leg) => (leg.mode === "rail" ? `rail ${leg.gauge}` : leg.mode);

  function handling(place: string, before: string, after: string): Handling | "none" | "impossible" {
    if (before === "" || before === after) return "none";
    const node = nodeById.get(place);
    if (!node || node.type === "waypoint") return "impossible";
    const pair = [before, after];
    const isPort = node.type === "seaport" || node.type === "terminal";
    if (pair.includes("sea") && pair.includes("ferry")) return isPort ? "port.transshipment" : "impossible";
    if (pair.includes("ferry")) return isPort ? "port.ferry" : "impossible";
    if (pair.includes("sea")) {
      if (!isPort) return "impossible";
      const waters = seas.get(place);
      return waters?.has("caspian") ? "port.caspian" : waters?.has("deep") ? "port.deep" : "port.short";
    }
    if (pair.includes("road")) return "road-rail";
    const gauges = (node.gauges ?? []).map((gauge) => `rail ${gauge}`);
    return gauges.includes(before) && gauges.includes(after) ? "gauge" : "impossible";
  }

  function border(leg: Leg): Handling | "none" {
    const [a, b] = [countryOf.get(leg.from), countryOf.get(leg.to)];
    if (leg.mode === "sea" || leg.mode === "ferry" || !a || !b || a === b) return "none";
    return inCustomsUnion(a, b) ? "border.union" : "border";
  }

  function isOpen(leg: Leg, query: RouteQuery): boolean {
    const states = [
      ...leg.countries.flatMap(({ code, controlledBy }) => [code, controlledBy]),
      countryOf.get(leg.from),
      countryOf.get(leg.to),
    ];
    const names: string[] = [leg.id, leg.line, leg.from, leg.to, ...(leg.passes ?? [])];
    return (
      isUsable(leg, query.year, query.status, networkYear) &&
      (leg.access === true || query.modes.includes(leg.mode)) &&
      !query.avoid.some((code) => states.includes(code)) &&
      !query.close.some((id) => names.includes(id))
    );
  }

  const figures = (effort: ReturnType<typeof estimateHandling>) => ({
    time: Math.round(effort.durationH.typical * 3600),
    cost: Math.round(effort.costUsdPerFeu.typical * 100),
    emissions: Math.round(effort.emissionsKgCo2ePerFeu.typical * 1000),
  });

  function weigh(query: RouteQuery, leg: Leg, transfer: Handling | "none"): readonly number[] {
    const own = figures(estimateLeg(leg, factors));
    const total = {
      time: Math.max(1, own.time),
      cost: Math.max(1, own.cost),
      emissions: Math.max(1, own.emissions),
      distance: Math.max(1, Math.round(leg.lengthKm * 1000)),
      transfers: 0,
    };
    for (const event of [transfer, border(leg)]) {
      if (event === "none") continue;
      const more = figures(estimateHandling(event, factors));
      total.time += more.time;
      total.cost += more.cost;
      total.emissions += more.emissions;
      if (event.startsWith("port") || event === "road-rail") total.transfers++;
    }
    const handled = transfer === "none" ? 0 : 1;
    return query.criterion === "transfers"
      ? [total.transfers, total.time, handled]
      : [total[query.criterion], handled];
  }

  return function answer(query: RouteQuery): OracleAnswer | undefined {
    const stops = [query.from, ...query.via, query.to] as string[];
    if (stops.some((stop) => query.close.includes(stop) || query.avoid.includes(countryOf.get(stop) ?? ""))) {
      return undefined;
    }
    const legsAt = new Map<string, Leg[]>();
    for (const leg of network.legs) {
      if (!isOpen(leg, query)) continue;
      for (const end of [leg.from, leg.to]) legsAt.set(end, [...(legsAt.get(end) ?? []), leg]);
    }
    const advance = (place: string, stage: number): number => {
      let next = stage;
      while (next + 1 < stops.length && stops[next + 1] === place) next++;
      return next;
    };
    const states = new Map<string, State>();
    const start: State = {
      place: stops[0] as string,
      vehicle: "",
      stage: advance(stops[0] as string, 0),
      atStop: true,
      cost: [0, 0, 0],
      ways: [],
    };
    const work = [start];
    const last = stops.length - 1;
    for (let before = work.shift(); before; before = work.shift()) {
      if (before.stage === last) continue;
      if (deposits.has(before.place) && !before.atStop) continue;
      for (const leg of legsAt.get(before.place) ?? []) {
        const change = handling(before.place, before.vehicle, vehicle(leg));
        if (change === "impossible") continue;
        const cost = weigh(query, leg, change).map((figure, i) => figure + (before.cost[i] as number));
        const place = leg.from === before.place ? leg.to : leg.from;
        const stage = advance(place, before.stage);
        const name = `${place}|${vehicle(leg)}|${stage}`;
        const known = states.get(name);
        const order = known ? compare(cost, known.cost) : -1;
        if (order > 0) continue;
        if (order < 0) {
          const state = known ?? {
            place,
            vehicle: vehicle(leg),
            stage,
            atStop: stage > before.stage,
            cost,
            ways: [],
          };
          state.cost = cost;
          state.ways = [{ leg, before }];
          states.set(name, state);
          work.push(state);
        } else if (!known?.ways.some((way) => way.leg === leg && way.before === before)) {
          known?.ways.push({ leg, before });
        }
      }
    }
    return bestOf([...states.values()].filter((state) => state.stage === last));
  };
}

/** Of all best journeys the one that, read backwards, has the lower leg id where they first differ. */
function bestOf(ends: readonly State[]): OracleAnswer | undefined {
  const [first] = [...ends].sort((a, b) => compare(a.cost, b.cost));
  if (!first) return undefined;
  let candidates = ends.filter((end) => compare(end.cost, first.cost) === 0);
  const legs: string[] = [];
  for (;;) {
    const ways = candidates.flatMap((state) => state.ways);
    const lowest = ways.map(({ leg }) => leg.id).sort(compareText)[0];
    if (lowest === undefined) break;
    legs.unshift(lowest);
    candidates = [...new Set(ways.filter(({ leg }) => leg.id === lowest).map(({ before }) => before))];
  }
  return { legs, cost: first.cost };
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [i, figure] of a.entries()) {
    const difference = figure - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
