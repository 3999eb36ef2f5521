import type { Position } from "../../model/network.ts";
import { namesOf, positionOf, shortName } from "../../state/names.ts";
import type { State } from "../../state/store.ts";
import type { StyleInput } from "../overlays/overlay.ts";

/** A place that a sketch marks and names. */
export interface MarkedPlace {
  readonly position: Position;
  readonly text: string;
  /** Whether it is a place of the question. */
  readonly isStop: boolean;
}

/** The places of the question, then those where the route changes its vehicle, or else the corridor's gates. */
export function markedPlaces(
  { dataset, local }: State,
  { stops, keyNodes }: StyleInput,
): readonly MarkedPlace[] {
  const asked = stops.features.map(({ geometry, properties }) => ({
    position: geometry.coordinates as unknown as Position,
    text: String(properties?.["label"]),
    isStop: true,
  }));
  const passed = keyNodes.flatMap((id) => {
    const position = positionOf(dataset, id);
    const text = shortName(local.translator.name(namesOf(dataset, id)));
    return position ? [{ position, text, isStop: false }] : [];
  });
  return [...asked, ...passed];
}
