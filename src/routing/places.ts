import type { Deposit, Network, Node } from "../model/network.ts";
import type { TransferPlace } from "./transfers.ts";

/** A node or deposit as the search knows it. */
export interface GraphPlace extends TransferPlace {
  readonly id: string;
  readonly country?: string;
  /** False where no cargo can begin or end its journey. */
  readonly routable: boolean;
}

/** The nodes and deposits of a network in the order of their ids. */
export function placesOf(network: Network): readonly GraphPlace[] {
  const seas = seasOf(network);
  const ofNode = ({ id, type, country, gauges = [] }: Node): GraphPlace => {
    const sea = seas.get(id);
    return {
      id,
      type,
      gauges,
      routable: type !== "waypoint",
      ...(country !== undefined && { country }),
      ...(sea && { sea }),
    };
  };
  const ofDeposit = ({ id, country, routable }: Deposit): GraphPlace => ({
    id,
    type: "deposit",
    gauges: [],
    routable,
    country,
  });
  return sortById([...network.nodes.map(ofNode), ...network.deposits.map(ofDeposit)]);
}

/** The water of each port. A port of several waits as the longest voyages do; the Caspian meets no other sea. */
function seasOf(network: Network): ReadonlyMap<string, "caspian" | "short" | "deep"> {
  const seas = new Map<string, "caspian" | "short" | "deep">();
  const rank = { short: 0, deep: 1, caspian: 2 };
  for (const leg of network.legs) {
    if (leg.mode !== "sea" || !leg.sea) continue;
    for (const id of [leg.from, leg.to]) {
      const known = seas.get(id);
      if (!known || rank[leg.sea] > rank[known]) seas.set(id, leg.sea);
    }
  }
  return seas;
}

/** Orders ids by code units: the same on every machine and in every language. */
export function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A copy in the order of ids. */
export function sortById<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  return [...items].sort((a, b) => compareIds(a.id, b.id));
}

/**
 * The position of each id.
 * @throws Error naming an id that is used twice
 */
export function indexById(items: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  const index = new Map<string, number>();
  items.forEach(({ id }, position) => {
    if (index.has(id)) {
      throw new Error(`Id "${id}" is used twice; ids of nodes and deposits, and of legs, are unique`);
    }
    index.set(id, position);
  });
  return index;
}
