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
  /** True while it stands in the work list. */
  isWaiting: boolean;
  /** Every best way here: the leg and the state before it. */
  ways: { readonly leg: Leg; readonly before: State }[];
}

/** What is allowed and what it weighs, written from the rules and sharing no code with src/ beyond the figures. */
export function createRules(network: Network, factors: Factors, networkYear: number) {
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

  const vehicle = remember((leg: Leg): string => (leg.mode === "rail" ? `rail ${leg.gauge}` : leg.mode));

  function handling(place: string, before: string, after: string): Handling | "none" | "impossible" {
    if (before === "" || before === after) return "none";
    const node = nodeById.get(place);
    if (!node || node.type === "waypoint") return "impossible";
    const pair = [before, after];
    const isPort = node.type === "seaport" || node.type === "terminal";
    if (pair.includes("sea") && pair.includes("ferry")) return isPort ? "port.transshipment" : "impossible";
    const isShip = (kind: string) => kind === "sea" || kind === "ferry";
    if (pair.some(isShip)) {
      if (!isPort) return "impossible";
      const waters = seas.get(place);
      const water = waters?.has("caspian") ? "caspian" : waters?.has("deep") ? "deep" : "short";
      const berth = pair.includes("ferry") ? "ferry" : water;
      if (isShip(after)) return `port.${berth}.load`;
      return after === "road" ? `port.${berth}.lorry` : `port.${berth}.train`;
    }
    if (after === "road") return "rail-road";
    if (before === "road") return "road-rail";
    const gauges = (node.gauges ?? []).map((gauge) => `rail ${gauge}`);
    return gauges.includes(before) && gauges.includes(after) ? "gauge" : "impossible";
  }

  function border(leg: Leg): Handling | "none" {
    const [a, b] = [countryOf.get(leg.from), countryOf.get(leg.to)];
    if (leg.mode === "sea" || leg.mode === "ferry" || !a || !b || a === b) return "none";
    return inCustomsUnion(a, b) ? "border.union" : "border";
  }

  const statesOf = remember((leg: Leg) => [
    ...leg.countries.flatMap(({ code, controlledBy }) => [code, controlledBy]),
    countryOf.get(leg.from),
    countryOf.get(leg.to),
  ]);
  const idsOf = remember((leg: Leg): string[] => [leg.id, leg.line, leg.from, leg.to, ...(leg.passes ?? [])]);

  function isOpen(leg: Leg, query: RouteQuery): boolean {
    return (
      isUsable(leg, query.year, query.status, networkYear) &&
      (leg.access === true || query.modes.includes(leg.mode)) &&
      !query.avoid.some((code) => statesOf(leg).includes(code)) &&
      !query.close.some((id) => idsOf(leg).includes(id))
    );
  }

  const figures = (effort: ReturnType<typeof estimateHandling>) => ({
    time: Math.round(effort.durationH.typical * 3600),
    cost: Math.round(effort.costUsdPerFeu.typical * 100),
    emissions: Math.round(effort.emissionsKgCo2ePerFeu.typical * 1000),
  });
  const legFigures = remember((leg: Leg) => figures(estimateLeg(leg, factors)));
  const handlingFigures = remember((handling: Handling) => figures(estimateHandling(handling, factors)));

  function weigh(query: RouteQuery, leg: Leg, transfer: Handling | "none"): readonly number[] {
    const own = legFigures(leg);
    const total = {
      time: Math.max(1, own.time),
      cost: Math.max(1, own.cost),
      emissions: Math.max(1, own.emissions),
      distance: Math.max(1, Math.round(leg.lengthKm * 1000)),
      transfers: 0,
    };
    for (const event of [transfer, border(leg)]) {
      if (event === "none") continue;
      const more = handlingFigures(event);
      total.time += more.time;
      total.cost += more.cost;
      total.emissions += more.emissions;
      if (/^port|road/.test(event)) total.transfers++;
    }
    const handled = transfer === "none" ? 0 : 1;
    return query.criterion === "transfers"
      ? [total.transfers, total.time, handled]
      : [total[query.criterion], handled];
  }

  /** The stops of a query, or undefined where one of them is forbidden. */
  function stopsOf(query: RouteQuery): string[] | undefined {
    const stops = [query.from, ...query.via, query.to] as string[];
    const isForbidden = (stop: string) =>
      query.close.includes(stop) || query.avoid.includes(countryOf.get(stop) ?? "");
    return stops.some(isForbidden) ? undefined : stops;
  }

  return { deposits, vehicle, handling, isOpen, weigh, stopsOf };
}

/**
 * A second, slow router. Its states are places with the vehicle the cargo came in (the other one's are places with
 * the vehicle it leaves in), its costs are lists compared one by one, its search is Bellman and Ford's
 * with a work list.
 */
export function createOracle(network: Network, factors: Factors, networkYear: number) {
  const { deposits, vehicle, handling, isOpen, weigh, stopsOf } = createRules(network, factors, networkYear);
  return function answer(query: RouteQuery): OracleAnswer | undefined {
    const stops = stopsOf(query);
    if (!stops) return undefined;
    const legsAt = new Map<string, Leg[]>();
    for (const leg of network.legs) {
      if (!isOpen(leg, query)) continue;
      for (const end of [leg.from, leg.to]) {
        const known = legsAt.get(end);
        if (known) known.push(leg);
        else legsAt.set(end, [leg]);
      }
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
      cost: query.criterion === "transfers" ? [0, 0, 0] : [0, 0],
      isWaiting: true,
      ways: [],
    };
    const work = [start];
    let cheapest: readonly number[] | undefined;
    const last = stops.length - 1;
    for (let before = work.shift(); before; before = work.shift()) {
      before.isWaiting = false;
      if (before.stage === last) continue;
      if (deposits.has(before.place) && !before.atStop) continue;
      for (const leg of legsAt.get(before.place) ?? []) {
        const change = handling(before.place, before.vehicle, vehicle(leg));
        if (change === "impossible") continue;
        const cost = weigh(query, leg, change).map((figure, i) => figure + (before.cost[i] as number));
        // Costs only grow on the way, so nothing that is dearer than a whole journey leads to a better one.
        if (cheapest && compare(cost, cheapest) > 0) continue;
        const place = leg.from === before.place ? leg.to : leg.from;
        const stage = advance(place, before.stage);
        if (stage === last) cheapest = cost;
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
            isWaiting: false,
            ways: [],
          };
          state.cost = cost;
          state.ways = [{ leg, before }];
          states.set(name, state);
          if (!state.isWaiting) work.push(state);
          state.isWaiting = true;
        } else if (!known?.ways.some((way) => way.leg === leg && way.before === before)) {
          known?.ways.push({ leg, before });
        }
      }
    }
    return bestOf([...states.values()].filter((state) => state.stage === last));
  };
}

/** A function that computes each answer once. */
function remember<K, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    if (!known.has(key)) known.set(key, compute(key));
    return known.get(key) as V;
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
  const i = a.findIndex((figure, index) => figure !== b[index]);
  return i === -1 ? 0 : (a[i] as number) - (b[i] as number);
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
