import type { PlaceGroup } from "../../model/capacity.ts";
import { defaultScenario, type Scenario } from "../../model/view.ts";

/** A comparison that many people ask for: the corridor against another way, or today against a later year. */
export interface ReadyComparison {
  readonly id: "north" | "suez" | "cape" | "iran" | "later";
  readonly first: Partial<Scenario>;
  readonly second: Partial<Scenario>;
}

/** The year of the promised network most sources speak of, as the first full year after 2030. */
const laterYear = 2031;

/**
 * The corridor is what is left without Russia and Iran. The northern route is what anyone takes who avoids nobody
 * and cannot cross the Caspian; the way by Iran likewise; closing the Caspian sends the cargo by the ocean.
 * @param groups named sets of places; the Caspian's eastern ports are among them
 */
export function readyComparisons(
  groups: readonly PlaceGroup[],
  networkYear: number,
): readonly ReadyComparison[] {
  const caspian = groups.find(({ id }) => id === "caspian-east-ports")?.members ?? [];
  const corridor = { avoid: ["RU", "IR"], close: [] };
  return [
    { id: "north", first: corridor, second: { avoid: [], close: caspian } },
    { id: "suez", first: corridor, second: { ...corridor, close: caspian } },
    { id: "cape", first: corridor, second: { ...corridor, close: [...caspian, "suez"] } },
    { id: "iran", first: corridor, second: { avoid: ["RU"], close: caspian } },
    {
      id: "later",
      first: { avoid: defaultScenario.avoid, year: networkYear, status: "operating" },
      second: { year: laterYear, status: "planned" },
    },
  ];
}
