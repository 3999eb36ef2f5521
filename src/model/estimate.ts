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

/**
 * What is done to the cargo between two legs. `port.*` is the way between a ship and the land,
 * by the water the ship sails; `port.transshipment` is from one kind of ship to another.
 * The words after `time.` in the factors are the same.
 */
export type Handling =
  | "port.caspian"
  | "port.short"
  | "port.deep"
  | "port.ferry"
  | "port.transshipment"
  | "gauge"
  | "border"
  | "border.union"
  | "road-rail";

/** States whose railways are mostly mountain lines on a single track. */
const mountainStates: ReadonlySet<string> = new Set(["AM", "AZ", "GE", "TR"]);

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
  const time: FactorId = `time.${handling}`;
  const price = handlingPrice(handling);
  const co2: FactorId | undefined =
    handling === "border" || handling === "border.union" ? undefined : "co2.handling";
  return {
    durationH: factors[time],
    costUsdPerFeu: price ? factors[price] : zero,
    emissionsKgCo2ePerFeu: co2 ? factors[co2] : zero,
    factors: [time, price, co2].filter((id) => id !== undefined),
  };
}

function handlingPrice(handling: Handling): FactorId | undefined {
  switch (handling) {
    case "port.ferry":
      return "price.port.ferry";
    case "gauge":
    case "border":
    case "road-rail":
      return `price.${handling}`;
    case "border.union":
      return undefined;
    default:
      return "price.port";
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
        speed:
          code === "CN"
            ? "speed.rail.china"
            : mountainStates.has(code)
              ? "speed.rail.caucasus"
              : "speed.rail",
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
