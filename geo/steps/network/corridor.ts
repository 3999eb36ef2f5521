import type { Line } from "./schemas.ts";

/**
 * The ids of all lines between neighbours of the chains.
 * @throws Error where no line joins two neighbours
 */
export function corridorLines(lines: readonly Line[], chains: readonly (readonly string[])[]): Set<string> {
  const joining = new Map<string, string[]>();
  for (const { id, from, to } of lines) {
    const key = [from, to].sort().join(" ");
    joining.set(key, [...(joining.get(key) ?? []), id]);
  }
  const found = new Set<string>();
  for (const chain of chains) {
    for (const [i, to] of chain.slice(1).entries()) {
      const ids = joining.get([chain[i] as string, to].sort().join(" "));
      if (!ids) {
        throw new Error(
          `corridor.json: no line joins "${chain[i]}" and "${to}"; name every node of the trunk in order`,
        );
      }
      for (const id of ids) found.add(id);
    }
  }
  return found;
}
