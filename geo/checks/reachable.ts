import type { Problem } from "../problem.ts";
import type { Checked } from "./checked.ts";

/** Every node can be reached by freight, and every node of the working network by working legs. */
export function reachable({ nodes, legs }: Checked): Problem[] {
  const freight = legs.filter((leg) => leg.freight !== false);
  const working = freight.filter((leg) => leg.status === "operating");
  const served = new Set(working.flatMap(({ from, to }) => [from, to]));
  const passengerOnly = new Set(
    legs.filter((leg) => leg.freight === false).flatMap((leg) => [leg.from, leg.to]),
  );
  const unreached = (ids: readonly string[], by: Checked["legs"], what: string) => {
    const main = component(by);
    return ids.filter((id) => !main.has(id)).map((id) => ({ id, what }));
  };
  const places = nodes.filter((node) => !passengerOnly.has(node.id)).map(({ id }) => id);
  const positions = new Map(nodes.map((node) => [node.id, node.position]));
  return [
    ...unreached(places, freight, "freight of any status"),
    ...unreached([...served], working, "working freight"),
  ].map(({ id, what }) => ({
    id: "reachable",
    place: id,
    problem: `cannot be reached by ${what}`,
    remedy: "draw a line to it, or take the node out",
    position: positions.get(id),
  }));
}

/** The nodes that hang together with the most others. */
function component(legs: Checked["legs"]): ReadonlySet<string> {
  const neighbours = new Map<string, string[]>();
  for (const { from, to } of legs) {
    neighbours.set(from, [...(neighbours.get(from) ?? []), to]);
    neighbours.set(to, [...(neighbours.get(to) ?? []), from]);
  }
  const left = new Set(neighbours.keys());
  let largest: ReadonlySet<string> = new Set();
  for (const start of left) {
    const found = new Set([start]);
    for (const id of found) {
      left.delete(id);
      for (const next of neighbours.get(id) ?? []) found.add(next);
    }
    if (found.size > largest.size) largest = found;
  }
  return largest;
}
