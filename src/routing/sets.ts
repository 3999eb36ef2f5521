/** The set without members, in every table. */
export const emptySet = 0;

/** Sets of whole numbers, each known by one number: equal sets have the same one. */
export interface SetTable {
  readonly union: (a: number, b: number) => number;
  /** True where every member of the first is in the second. */
  readonly isSubset: (a: number, b: number) => boolean;
  readonly withMember: (set: number, member: number) => number;
  /** In ascending order. */
  readonly membersOf: (set: number) => readonly number[];
  readonly sizeOf: (set: number) => number;
}

/** Room for the second of two sets in the key of their union; no search makes nearly as many. */
const setRoom = 2 ** 26;

/** A table that makes each set, and each union of two, only once. */
export function createSets(): SetTable {
  const sets: (readonly number[])[] = [];
  const setByKey = new Map<string, number>();
  const unions = new Map<number, number>();
  const membersOf = (set: number) => sets[set] as readonly number[];
  const setOf = (members: readonly number[]): number => {
    const sorted = [...new Set(members)].sort((a, b) => a - b);
    const key = sorted.join(" ");
    const known = setByKey.get(key);
    if (known !== undefined) return known;
    setByKey.set(key, sets.length);
    return sets.push(sorted) - 1;
  };
  setOf([]);
  return {
    union: (a, b) => {
      if (a === b || b === emptySet) return a;
      if (a === emptySet) return b;
      const key = a * setRoom + b;
      let union = unions.get(key);
      if (union === undefined) {
        union = setOf([...membersOf(a), ...membersOf(b)]);
        unions.set(key, union);
      }
      return union;
    },
    isSubset: (a, b) => {
      const others = membersOf(b);
      let next = 0;
      for (const member of membersOf(a)) {
        while (next < others.length && (others[next] as number) < member) next++;
        if (others[next] !== member) return false;
      }
      return true;
    },
    withMember: (set, member) => setOf([...membersOf(set), member]),
    membersOf,
    sizeOf: (set) => membersOf(set).length,
  };
}
