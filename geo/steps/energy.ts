import type { Feature, FeatureCollection, LineString, Point } from "geojson";
import { type Energy, type EnergyInput, energySchema } from "../../src/model/energy.ts";
import type { CountryKm, Position } from "../../src/model/network.ts";
import { highSeas } from "../../src/model/vocabulary.ts";
import { checkSchema } from "../checks.ts";
import { between, type Course, courseKm, sides } from "../course.ts";
import { round, roundFeature, sortById } from "../io.ts";
import type { Problem } from "../problem.ts";
import { countryAt, crossings } from "./countries.ts";
import { mergePieces, withoutSlivers } from "./countryKm/merge.ts";
import { landPieces, type Piece, waterPieces } from "./countryKm/pieces.ts";
import { sumUp } from "./countryKm/sumUp.ts";

export type EnergyCollection = FeatureCollection<LineString | Point, EnergyInput>;
export type ServedEnergy = FeatureCollection<LineString | Point, Energy>;

const decimals = 4;

/**
 * Gives every pipeline and cable its kilometres by state, as legs have them, and every terminal its state.
 * Land is cut at the borders, water counts within 12 nautical miles of a coast. Warns where the states found are
 * not those its sources name.
 */
export function countEnergy(input: EnergyCollection): { energy: ServedEnergy; warnings: Problem[] } {
  const warnings: Problem[] = [];
  const features = input.features.map(({ geometry, properties }): Feature<LineString | Point, Energy> => {
    const counted =
      geometry.type === "Point"
        ? { countries: countriesOfPoint(geometry.coordinates as Position) }
        : countLine(geometry.coordinates as Position[]);
    const start = geometry.type === "Point" ? geometry.coordinates : geometry.coordinates[0];
    warnings.push(...differences(properties, counted.countries, start as Position));
    return roundFeature(
      { type: "Feature", geometry, properties: { ...properties, ...counted } } as const,
      decimals,
    );
  });
  const byId = sortById(features.map((feature) => ({ id: feature.properties.id, feature })));
  return {
    energy: { type: "FeatureCollection", features: byId.map(({ feature }) => feature) },
    warnings,
  };
}

function countLine(course: Course): Pick<Energy, "drawnKm" | "countries"> {
  const drawnKm = round(courseKm(course), 1);
  const ends = [course[0], course.at(-1)].map((end) => stateAt(end as Position));
  const pieces = withoutSlivers(mergePieces(landAndWater(course)), [ends[0], ends[1]]);
  return { drawnKm, countries: sumUp(pieces, drawnKm) };
}

/** A pipeline leaves the land and comes back: each stretch between two shores or borders is one or the other. */
function landAndWater(course: Course): Piece[] {
  return sides(course).flatMap(([a, b]) => {
    const cuts = [0, ...crossings(a, b), 1];
    return cuts.slice(1).flatMap((cut, i) => {
      const start = cuts[i] as number;
      const stretch = [between(a, b, start), between(a, b, cut)];
      return countryAt(between(a, b, (start + cut) / 2)) ? landPieces(stretch) : waterPieces(stretch);
    });
  });
}

/** The state of a place on land or within the territorial sea. */
function stateAt(position: Position): string | undefined {
  const { code } = countriesOfPoint(position)[0] as CountryKm;
  return code === highSeas ? undefined : code;
}

function countriesOfPoint(position: Position): CountryKm[] {
  // A stretch of about a hundred metres has the owner of its place.
  const [piece] = landAndWater([position, [position[0] + 0.001, position[1]]]) as [Piece];
  return [{ ...piece.owner, km: 0 }];
}

function differences(
  { id, countries }: EnergyInput,
  counted: readonly CountryKm[],
  position: Position,
): Problem[] {
  const found = new Set(counted.map(({ code }) => code));
  found.delete(highSeas);
  const named = [...new Set(countries)].sort();
  if (named.join() === [...found].sort().join()) return [];
  return [
    {
      id: "energy-countries",
      place: id,
      problem: `is said to touch ${named.join(", ")} and drawn through ${[...found].sort().join(", ")}`,
      remedy: "correct its countries or its course in geo/inputs/energy.geojson",
      position,
    },
  ];
}

/** What the overlay may refer to, and the ids it may not use again. */
export interface EnergyContext {
  readonly sources: ReadonlySet<string>;
  readonly taken: ReadonlySet<string>;
}

/** Everything in the overlay that contradicts itself or points nowhere. */
export function energyProblems({ features }: ServedEnergy, { sources, taken }: EnergyContext): Problem[] {
  const seen = new Set(taken);
  return [
    ...checkSchema(
      "energy.geojson",
      energySchema,
      features.map(({ properties }) => properties),
    ),
    ...features.flatMap(({ properties, geometry }) => {
      const { id, kind, sources: named, capacity, status, opened, expected } = properties;
      const problems: [check: string, problem: string, remedy: string][] = [];
      if (seen.size === seen.add(id).size) {
        problems.push(["energy-ids", "its id is used twice", "give it another id"]);
      }
      for (const source of [...named, ...(capacity ? [capacity.source] : [])]) {
        if (!sources.has(source)) {
          problems.push([
            "energy-sources",
            `names the source "${source}"`,
            "add it to geo/inputs/sources.json",
          ]);
        }
      }
      if ((geometry.type === "Point") !== kind.endsWith("terminal")) {
        problems.push([
          "energy-geometry",
          `is a ${kind} and a ${geometry.type}`,
          "draw terminals as points only",
        ]);
      }
      const isPromised = ["construction", "planned", "proposed"].includes(status);
      if (isPromised ? opened !== undefined : expected !== undefined) {
        problems.push([
          "energy-years",
          `is ${status} with the wrong year`,
          "promised: `expected`; else `opened`",
        ]);
      }
      return problems.map(([check, problem, remedy]) => ({ id: check, place: id, problem, remedy }));
    }),
  ];
}
