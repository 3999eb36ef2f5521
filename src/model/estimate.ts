import type { Factors, Range } from "./factors.ts";
import type { Leg } from "./network.ts";
import type { Effort } from "./route.ts";
import type { FactorId } from "./vocabulary.ts";

/** Cargo of a forty-foot container, in tonnes: the weight all prices and emissions speak of. */
const tonnesPerFeu = 20;

/** An effort and the factors it was computed with. */
export interface Estimate extends Effort {
  readonly factors: readonly FactorId[];
}

/** The berths of a port: by the water container ships sail, and those of the ferries. */
export const berths = ["caspian", "short", "deep", "ferry"] as const;
export type Berth = (typeof berths)[number];

/** The ways over a quay: from the land onto the ship, from the ship onto a train or a lorry. */
export const quayWays = ["load", "train", "lorry"] as const;
type QuayWay = (typeof quayWays)[number];

/**
 * What is done to the cargo between two legs. `port.*` is the way over a quay;
 * `port.transshipment` is from one kind of ship to another, `road-rail` from lorry to train, `rail-road` back.
 */
export type Handling =
  | `port.${Berth}.${QuayWay}`
  | "port.transshipment"
  | "gauge"
  | "border"
  | "border.union"
  | "road-rail"
  | "rail-road";

/** Where freight trains go at a speed of their own; elsewhere they go as in Central Asia. */
const railSpeeds: ReadonlyMap<string, FactorId> = new Map([
  ["CN", "speed.rail.china"],
  // Mostly mountain lines on a single track.
  ...["AM", "AZ", "GE", "TR"].map((code) => [code, "speed.rail.caucasus"] as const),
  ..."AT BE BG CH CZ DE DK ES FR GR HR HU IT MK NL PL RO RS SI SK"
    .split(" ")
    .map((code) => [code, "speed.rail.europe"] as const),
]);

const zero: Readonly<Range> = { min: 0, typical: 0, max: 0 };

/**
 * Time, price and emissions of one container on one leg, without what happens at its ends.
 * Railways go at the speed and price of the states they run through, kilometre by kilometre.
 * @throws Error where a sea leg does not say in which sea it lies
 */
export function estimateLeg(leg: Leg, factors: Factors): Estimate {
  const stretches = stretchesOf(leg);
  const durationH = sum(
    stretches.map(({ km, speed }) => {
      const { min, typical, max } = factors[speed];
      return { min: km / max, typical: km / typical, max: km / min };
    }),
  );
  const costUsdPerFeu = sum(stretches.map(({ km, price }) => scale(factors[price], km)));
  const co2 = emissionFactors(leg);
  const emissionsKgCo2ePerFeu = scale(
    span(co2.map((id) => factors[id])),
    (leg.lengthKm * tonnesPerFeu) / 1000,
  );
  return {
    durationH,
    costUsdPerFeu,
    emissionsKgCo2ePerFeu,
    factors: [...new Set([...stretches.flatMap(({ speed, price }) => [speed, price]), ...co2])],
  };
}

/** Time, price and emissions of one container at one transfer. */
export function estimateHandling(handling: Handling, factors: Factors): Estimate {
  const times = handlingTimes(handling);
  const price = handlingPrice(handling);
  const co2: FactorId | undefined =
    handling === "border" || handling === "border.union" ? undefined : "co2.handling";
  return {
    durationH: sum(times.map((id) => factors[id])),
    costUsdPerFeu: price ? factors[price] : zero,
    emissionsKgCo2ePerFeu: co2 ? factors[co2] : zero,
    factors: [...times, price, co2].filter((id) => id !== undefined),
  };
}

/** What a handling waits for, one after the other. */
function handlingTimes(handling: Handling): readonly FactorId[] {
  switch (handling) {
    case "port.transshipment":
    case "gauge":
    case "border":
    case "border.union":
      return [`time.${handling}`];
    case "road-rail":
      return ["time.road-rail", "time.train.formation"];
    case "rail-road":
      return ["time.road-rail"];
    default: {
      const [, berth, way] = handling.split(".") as ["port", Berth, QuayWay];
      const inPort: FactorId = `time.port.${berth}`;
      if (way === "train") return [inPort, "time.train.formation"];
      if (way === "lorry") return [inPort];
      const wait: readonly FactorId[] = [inPort, `time.vessel.${berth}`];
      return berth === "caspian" ? [...wait, "time.weather.caspian"] : wait;
    }
  }
}

function handlingPrice(handling: Handling): FactorId | undefined {
  switch (handling) {
    case "gauge":
    case "border":
    case "road-rail":
      return `price.${handling}`;
    case "rail-road":
      return "price.road-rail";
    case "border.union":
      return undefined;
    default:
      return handling.startsWith("port.ferry") ? "price.port.ferry" : "price.port";
  }
}

interface Stretch {
  readonly km: number;
  readonly speed: FactorId;
  readonly price: FactorId;
}

function stretchesOf(leg: Leg): readonly Stretch[] {
  switch (leg.mode) {
    case "rail":
      return leg.countries.map(({ code, km }) => ({
        km,
        speed: railSpeeds.get(code) ?? "speed.rail",
        price: code === "CN" ? "price.rail.china" : "price.rail",
      }));
    case "sea": {
      if (!leg.sea) throw new Error(`Leg "${leg.id}": sea is missing; give caspian, short or deep`);
      return [{ km: leg.lengthKm, speed: `speed.sea.${leg.sea}`, price: `price.sea.${leg.sea}` }];
    }
    case "ferry":
    case "road":
      return [{ km: leg.lengthKm, speed: `speed.${leg.mode}`, price: `price.${leg.mode}` }];
  }
}

function emissionFactors(leg: Leg): readonly FactorId[] {
  switch (leg.mode) {
    case "rail":
      // Where the traction is not known, the range holds both kinds.
      return leg.traction ? [`co2.rail.${leg.traction}`] : ["co2.rail.electric", "co2.rail.diesel"];
    case "sea":
      return [leg.sea === "deep" ? "co2.sea.deep" : "co2.sea.short"];
    case "ferry":
    case "road":
      return [`co2.${leg.mode}`];
  }
}

/** Bound by bound: the bounds are reached when everything goes well, or badly, at once. */
function sum(ranges: readonly Range[]): Range {
  return ranges.reduce(
    (total, { min, typical, max }) => ({
      min: total.min + min,
      typical: total.typical + typical,
      max: total.max + max,
    }),
    zero,
  );
}

function scale({ min, typical, max }: Range, by: number): Range {
  return { min: min * by, typical: typical * by, max: max * by };
}

/** The range that holds all of `ranges`; its typical value is their mean. */
function span(ranges: readonly Range[]): Range {
  return {
    min: Math.min(...ranges.map((range) => range.min)),
    typical: ranges.reduce((total, range) => total + range.typical, 0) / ranges.length,
    max: Math.max(...ranges.map((range) => range.max)),
  };
}
