import { type FlowEdges, layResidual, sendAlong } from "./residual.ts";

/** The largest flow and a smallest cut. */
export interface MaximumFlow {
  readonly value: number;
  /** 1 for the vertices on the source's side: the edges that leave it are the cut. */
  readonly isSourceSide: Uint8Array;
}

/**
 * The largest flow from `source` to `sink`: Dinic's method (E. A. Dinits, "Algorithm for solution of a problem of
 * maximum flow in networks with power estimation", 1970), which fills one layered network of shortest ways after
 * another until none is left. Whole capacities give whole flows, added exactly.
 * Precondition: there is no unlimited way.
 */
export function findMaximumFlow(edges: FlowEdges): MaximumFlow {
  const { size, source, sink } = edges;
  const residual = layResidual(edges);
  const { left, target, first, next } = residual;
  const level = new Int32Array(size);
  const current = new Int32Array(size);
  const queue = new Int32Array(size);

  /** Numbers the vertices that can still be reached by their distance from the source, -1 the others. */
  const layOut = (): boolean => {
    level.fill(-1);
    level[source] = 0;
    queue[0] = source;
    let filled = 1;
    for (let at = 0; at < filled; at++) {
      const vertex = queue[at] as number;
      for (let entry = first[vertex] as number; entry !== -1; entry = next[entry] as number) {
        const head = target[entry] as number;
        if (level[head] !== -1 || (left[entry] as number) <= 0) continue;
        level[head] = (level[vertex] as number) + 1;
        queue[filled++] = head;
      }
    }
    return level[sink] !== -1;
  };

  /** Sends up to `limit` on from a vertex through the layers; what was sent. */
  const send = (vertex: number, limit: number): number => {
    if (vertex === sink) return limit;
    for (; current[vertex] !== -1; current[vertex] = next[current[vertex] as number] as number) {
      const entry = current[vertex] as number;
      const head = target[entry] as number;
      const room = left[entry] as number;
      if (room <= 0 || level[head] !== (level[vertex] as number) + 1) continue;
      const sent = send(head, Math.min(limit, room));
      if (sent === 0) continue;
      sendAlong(residual, entry, sent);
      return sent;
    }
    return 0;
  };

  let value = 0;
  while (layOut()) {
    current.set(first);
    for (let sent = send(source, Number.POSITIVE_INFINITY); sent > 0; ) {
      value += sent;
      sent = send(source, Number.POSITIVE_INFINITY);
    }
  }
  return { value, isSourceSide: Uint8Array.from(level, (depth) => (depth === -1 ? 0 : 1)) };
}

/** The edges of a way from source to sink that nothing limits, or undefined where there is none. */
export function findUnlimitedWay(network: FlowEdges): readonly number[] | undefined {
  const { size, source, sink, tails, heads, capacities } = network;
  const leaving: number[][] = Array.from({ length: size }, () => []);
  capacities.forEach((capacity, edge) => {
    if (capacity === Number.POSITIVE_INFINITY) leaving[tails[edge] as number]?.push(edge);
  });
  const arrival = new Int32Array(size).fill(-1);
  const queue = [source];
  for (const vertex of queue) {
    for (const edge of leaving[vertex] as number[]) {
      const head = heads[edge] as number;
      if (head === source || arrival[head] !== -1) continue;
      arrival[head] = edge;
      queue.push(head);
    }
  }
  if (arrival[sink] === -1) return undefined;
  const way: number[] = [];
  for (let vertex = sink; vertex !== source; vertex = tails[way.at(-1) as number] as number) {
    way.push(arrival[vertex] as number);
  }
  return way;
}
