import type { Leg, Network, Node, Position } from "../model/network.ts";

/** Farther than this from every place, a point has no road to the network that the figures could speak of. */
const snapLimitKm = 250;

interface SnapOptions {
  /** States whose places are not taken. */
  readonly avoid?: readonly string[];
  /** Ids of places and legs that are not taken. */
  readonly close?: readonly string[];
  /** The state a position lies in: where it is known, only places of that state are taken. */
  readonly countryOf?: (position: Position) => string | undefined;
}

interface Snap {
  readonly id: string;
  /** As the crow flies, in kilometres. */
  readonly distanceKm: number;
}

/**
 * The real place nearest to a point: no waypoint, no bare point on a line, nothing planned,
 * and joined to the network by at least one operating leg that the options leave open.
 * Undefined where none lies within `snapLimitKm`. The way to it is not part of any route.
 */
export function snapToNode(
  network: Network,
  position: Position,
  options: SnapOptions = {},
): Snap | undefined {
  const avoided = new Set(options.avoid);
  const closed = new Set(options.close);
  const country = options.countryOf?.(position);
  const served = new Set(
    network.legs.filter((leg) => isOpen(leg, avoided, closed)).flatMap((leg) => [leg.from, leg.to]),
  );
  let best: Snap | undefined;
  for (const node of network.nodes) {
    if (!isRealPlace(node) || !served.has(node.id) || closed.has(node.id)) continue;
    if (node.country !== undefined && avoided.has(node.country)) continue;
    if (country !== undefined && node.country !== country) continue;
    const distanceKm = distanceBetween(position, node.position);
    if (distanceKm > (best?.distanceKm ?? snapLimitKm)) continue;
    if (best && distanceKm === best.distanceKm && node.id > best.id) continue;
    best = { id: node.id, distanceKm };
  }
  return best;
}

function isRealPlace(node: Node): boolean {
  return (
    node.type !== "waypoint" &&
    node.type !== "access" &&
    (node.status === undefined || node.status === "operating")
  );
}

function isOpen(leg: Leg, avoided: ReadonlySet<string>, closed: ReadonlySet<string>): boolean {
  return (
    leg.status === "operating" &&
    leg.freight !== false &&
    !leg.access &&
    !closed.has(leg.id) &&
    !closed.has(leg.line) &&
    !leg.countries.some(({ code, controlledBy }) => avoided.has(code) || avoided.has(controlledBy ?? ""))
  );
}

/** Great-circle distance in kilometres on a sphere of the Earth's mean radius; good to 0.3 %. */
export function distanceBetween([lngA, latA]: Position, [lngB, latB]: Position): number {
  const radians = Math.PI / 180;
  const sine = (degrees: number) => Math.sin((degrees * radians) / 2);
  const haversine =
    sine(latB - latA) ** 2 + Math.cos(latA * radians) * Math.cos(latB * radians) * sine(lngB - lngA) ** 2;
  return 2 * 6371.0088 * Math.asin(Math.sqrt(Math.min(1, haversine)));
}
