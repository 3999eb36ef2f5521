/** Directed edges between vertices 0 to `size`, with the two a flow goes between. */
export interface FlowEdges {
  readonly size: number;
  readonly source: number;
  readonly sink: number;
  readonly tails: readonly number[];
  readonly heads: readonly number[];
  /** Not negative; infinite where nothing limits the edge. */
  readonly capacities: readonly number[];
}

/** A largest flow and a smallest cut. */
export interface MaximumFlow {
  readonly value: number;
  /** On each edge. */
  readonly flows: Float64Array;
  /** 1 for the vertices on the source's side: the edges that leave it are the cut. */
  readonly isSourceSide: Uint8Array;
}

/**
 * The largest flow from `source` to `sink`: Dinic's method (E. A. Dinits, "Algorithm for solution of a problem of
 * maximum flow in networks with power estimation", 1970), which fills one layered network of shortest ways after
 * another until none is left. Whole capacities give whole flows, added exactly.
 * Precondition: there is no unlimited way.
 */
export function findMaximumFlow({ size, source, sink, tails, heads, capacities }: FlowEdges): MaximumFlow {
  // Entry 2e is edge e, entry 2e + 1 its reverse: what is left on it is what could be taken back.
  const count = tails.length;
  const left = new Float64Array(2 * count);
  const target = new Int32Array(2 * count);
  const next = new Int32Array(2 * count);
  const first = new Int32Array(size).fill(-1);
  for (let edge = 0; edge < count; edge++) {
    const [tail, head] = [tails[edge] as number, heads[edge] as number];
    left[2 * edge] = capacities[edge] as number;
    target[2 * edge] = head;
    target[2 * edge + 1] = tail;
    next[2 * edge] = first[tail] as number;
    first[tail] = 2 * edge;
    next[2 * edge + 1] = first[head] as number;
    first[head] = 2 * edge + 1;
  }
  const flows = new Float64Array(count);
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
      left[entry] = room - sent;
      left[entry ^ 1] = (left[entry ^ 1] as number) + sent;
      const edge = entry >>> 1;
      flows[edge] = (flows[edge] as number) + ((entry & 1) === 0 ? sent : -sent);
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
  return { value, flows, isSourceSide: Uint8Array.from(level, (depth) => (depth === -1 ? 0 : 1)) };
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
