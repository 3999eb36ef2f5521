import type { Leg, Network } from "../../src/model/network.ts";
import { chooser, seededRandom } from "../fixtures/networks.ts";

/** Voyages between each two neighbouring copies. */
const gates = 6;

/**
 * A network of a given number of copies of another, laid out as a grid and joined with their neighbours by
 * voyages between ports drawn by a seeded generator. The ids of a copy begin with its number.
 */
export function growNetwork(network: Network, copies: number, seed: number): Network {
  const { below, one } = chooser(seededRandom(seed));
  const width = Math.ceil(Math.sqrt(copies));
  const idOf = (copy: number, id: string) => `${copy}.${id}`;
  const ports = network.nodes.filter(({ type }) => type === "seaport").map(({ id }) => id);
  const all = Array.from({ length: copies }, (_, copy) => copy);
  const voyage = (a: number, b: number, gate: number): Leg => {
    const km = 300 + below(1500);
    const id = `${a}-${b}-${gate}`;
    return {
      id,
      line: id,
      from: idOf(a, one(ports)),
      to: idOf(b, one(ports)),
      mode: "sea",
      sea: "deep",
      status: "operating",
      quality: "schematic",
      lengthKm: km,
      countries: [{ code: "XZ", km }],
      sources: [],
    };
  };
  const joins = all.flatMap((copy) => {
    const right = (copy + 1) % width === 0 ? copies : copy + 1;
    return [right, copy + width]
      .filter((neighbour) => neighbour < copies)
      .flatMap((neighbour) => Array.from({ length: gates }, (_, gate) => voyage(copy, neighbour, gate)));
  });
  return {
    nodes: all.flatMap((copy) => network.nodes.map((node) => ({ ...node, id: idOf(copy, node.id) }))),
    deposits: all.flatMap((copy) =>
      network.deposits.map((deposit) => ({ ...deposit, id: idOf(copy, deposit.id) })),
    ),
    legs: [
      ...joins,
      ...all.flatMap((copy) =>
        network.legs.map((leg) => ({
          ...leg,
          id: idOf(copy, leg.id),
          line: idOf(copy, leg.line),
          from: idOf(copy, leg.from),
          to: idOf(copy, leg.to),
        })),
      ),
    ],
  };
}
