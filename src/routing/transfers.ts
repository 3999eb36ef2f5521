import { berths, type Handling, quayWays } from "../model/estimate.ts";
import type { Leg } from "../model/network.ts";
import type { TransferKind } from "../model/route.ts";
import { inCustomsUnion } from "../model/rules.ts";
import type { NodeType } from "../model/vocabulary.ts";

/** What carries the cargo. Two gauges of rail are two vehicles: wagons of one do not run on the other. */
export type Vehicle = "sea" | "ferry" | "road" | `rail-${number}`;

/** What a place tells about the transfers it offers. */
export interface TransferPlace {
  readonly type: NodeType | "deposit";
  /** Gauges, in millimetres, between which wagons or containers are changed here. */
  readonly gauges: readonly number[];
  /** The water its ships sail, for waiting times; absent where no ship calls. */
  readonly sea?: "caspian" | "short" | "deep";
}

/** Every handling there is. */
export const handlings: readonly Handling[] = [
  ...berths.flatMap((berth) => quayWays.map((way) => `port.${berth}.${way}` as const)),
  "port.transshipment",
  "gauge",
  "road-rail",
  "rail-road",
  "border",
  "border.union",
];

/**
 * The vehicle a leg is travelled with.
 * @throws Error for a railway without a gauge: nobody could tell which wagons run on it
 */
export function vehicleOf(leg: Leg): Vehicle {
  if (leg.mode !== "rail") return leg.mode;
  if (leg.gauge === undefined) throw new Error(`Leg "${leg.id}": gauge is missing; rail legs need one`);
  return `rail-${leg.gauge}`;
}

/**
 * What is done to the cargo when it changes from one vehicle, `a`, to another, `b`, at a place.
 * Undefined where it cannot, and where the vehicles are one: ships are worked at seaports and at the piers of lakes (`terminal`) only,
 * a gauge is changed only where the place lists both, a truck meets a train at any place on land.
 */
export function handlingBetween(place: TransferPlace, a: Vehicle, b: Vehicle): Handling | undefined {
  if (a === b || place.type === "waypoint" || place.type === "deposit") return undefined;
  if (isShip(a) || isShip(b)) {
    if (place.type !== "seaport" && place.type !== "terminal") return undefined;
    if (isShip(a) && isShip(b)) return "port.transshipment";
    const berth = a === "ferry" || b === "ferry" ? "ferry" : (place.sea ?? "short");
    const way = isShip(b) ? "load" : b === "road" ? "lorry" : "train";
    return `port.${berth}.${way}`;
  }
  if (a !== "road" && b !== "road") {
    const changes = (vehicle: Vehicle) => place.gauges.some((gauge) => vehicle === `rail-${gauge}`);
    return changes(a) && changes(b) ? "gauge" : undefined;
  }
  return b === "road" ? "rail-road" : "road-rail";
}

function isShip(vehicle: Vehicle): boolean {
  return vehicle === "sea" || vehicle === "ferry";
}

/** The control on a leg over land between two states; none at sea, inside one state or where a state is unknown. */
export function borderBetween(leg: Leg, a: string | undefined, b: string | undefined): Handling | undefined {
  const isOverLand = leg.mode === "rail" || leg.mode === "road";
  if (!isOverLand || a === undefined || b === undefined || a === b) return undefined;
  return inCustomsUnion(a, b) ? "border.union" : "border";
}

/** The word under which a person reads a handling. */
export function transferKindOf(handling: Handling): TransferKind {
  switch (handling) {
    case "gauge":
      return handling;
    case "road-rail":
    case "rail-road":
      return "road-rail";
    case "border":
    case "border.union":
      return "border";
    default:
      return "port";
  }
}
