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

/**
 * A flow and what could still be added to it. Entry 2e is edge e, entry 2e + 1 its reverse: what is left on that is what
 * could be taken back.
 */
export interface Residual {
  /** On each edge. */
  readonly flows: Float64Array;
  /** What is left on each entry. */
  readonly left: Float64Array;
  /** The vertex each entry leads to. */
  readonly target: Int32Array;
  /** The entries that leave each vertex are a list: its first, and the one after each; -1 ends it. */
  readonly first: Int32Array;
  readonly next: Int32Array;
}

/** The residual network of no flow at all. */
export function layResidual({ size, tails, heads, capacities }: FlowEdges): Residual {
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
  return { flows: new Float64Array(count), left, target, first, next };
}

/** Sends an amount along an entry: on its edge, or back where it is the reverse. */
export function sendAlong({ flows, left }: Residual, entry: number, amount: number): void {
  left[entry] = (left[entry] as number) - amount;
  left[entry ^ 1] = (left[entry ^ 1] as number) + amount;
  const edge = entry >>> 1;
  flows[edge] = (flows[edge] as number) + ((entry & 1) === 0 ? amount : -amount);
}
