import type { Dataset } from "../data/dataset.ts";
import type { Translator } from "../i18n/translator.ts";
import type { Leg, Names, Position } from "../model/network.ts";
import type { Place } from "../model/route.ts";
import { closableWaterways } from "../model/vocabulary.ts";

/** Names of a node or deposit; of a point, its coordinates. */
export function namesOf(dataset: Dataset, place: Place): Names {
  if (typeof place !== "string") return { en: place.join(", ") };
  return dataset.nodeById.get(place)?.names ?? dataset.depositById.get(place)?.names ?? { en: place };
}

export function positionOf(dataset: Dataset, place: Place): Position | undefined {
  if (typeof place !== "string") return place;
  return dataset.nodeById.get(place)?.position ?? dataset.depositById.get(place)?.position;
}

/** A name without what stands in brackets: the map does not turn brackets round in Arabic. */
export function shortName(name: string): string {
  return name.replace(/\s*[(（][^)）]*[)）]\s*/gu, " ").trim();
}

/** The name of anything a link can close: a place, a leg, a line or a waterway. */
export function closableName(dataset: Dataset, translator: Translator, id: string): string {
  const waterway = closableWaterways.find((candidate) => candidate === id);
  if (waterway) return translator.t(`waterway.${waterway}`);
  const leg = dataset.legById.get(id) ?? lineEnds(dataset, id);
  return leg ? legName(dataset, translator, leg) : translator.name(namesOf(dataset, id));
}

/** The two ends of a line: the places where only one of its legs ends. */
function lineEnds({ network }: Dataset, line: string): Pick<Leg, "from" | "to"> | undefined {
  const legs = network.legs.filter((leg) => leg.line === line);
  const places = legs.flatMap((leg) => [leg.from, leg.to]);
  const [from, to] = places.filter((id) => places.indexOf(id) === places.lastIndexOf(id));
  return from !== undefined && to !== undefined ? { from, to } : legs[0];
}

/** The ends of a leg, in the direction travelled. */
export function legName(dataset: Dataset, { t, name }: Translator, leg: Pick<Leg, "from" | "to">): string {
  return t("step.leg", { from: name(namesOf(dataset, leg.from)), to: name(namesOf(dataset, leg.to)) });
}
