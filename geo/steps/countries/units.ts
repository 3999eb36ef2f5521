import { bboxClip, booleanPointInPolygon, polygon as turfPolygon } from "@turf/turf";
import type { Feature, MultiPolygon, Polygon, Position as Vertex } from "geojson";
import isoCountries from "i18n-iso-countries";
import { feature, mergeArcs } from "topojson-client";
import type { GeometryCollection, Objects, Topology, Polygon as TopoPolygon } from "topojson-specification";
import type { Position } from "../../../src/model/network.ts";
import { readPackageJson } from "../../io.ts";
import { once } from "../../once.ts";

/** One polygon of the world's land; `unit` names a part that some maps draw apart from its state. */
export interface LandUnit {
  readonly code: string;
  readonly unit?: string;
  readonly shape: TopoPolygon;
}

type CountryObjects = Objects<{ name: string }> & { countries: GeometryCollection<{ name: string }> };

/**
 * Areas that Natural Earth draws without an ISO code, and the state they count for:
 * the General Assembly's view where there is one. `null` leaves out reefs several states claim.
 * Siachen is divided by no agreed line; India holds the glacier. Its borders are drawn as disputed.
 */
const unitsWithoutCode: Readonly<Record<string, { code: string; unit?: string } | null>> = {
  Baikonur: { code: "KZ" },
  Kosovo: { code: "RS", unit: "kosovo" },
  Somaliland: { code: "SO", unit: "somaliland" },
  "N. Cyprus": { code: "CY", unit: "northern-cyprus" },
  "Cyprus U.N. Buffer Zone": { code: "CY", unit: "cyprus-buffer-zone" },
  Dhekelia: { code: "GB" },
  Akrotiri: { code: "GB" },
  "Siachen Glacier": { code: "IN", unit: "siachen" },
  "USNB Guantanamo Bay": { code: "CU" },
  "Indian Ocean Ter.": { code: "AU" },
  "Coral Sea Is.": { code: "AU" },
  "Clipperton I.": { code: "FR" },
  "Bajo Nuevo Bank": { code: "CO" },
  "Serranilla Bank": { code: "CO" },
  "Spratly Is.": null,
  "Scarborough Reef": null,
};

/** Antarctica belongs to no state. */
const noState = "AQ";

/** Parts of a state that have an ISO code of their own; avoiding the state avoids them. */
const partsOfStates: Readonly<Record<string, string>> = { HK: "CN", MO: "CN", AX: "FI" };

/** A point inside Crimea, which Natural Earth draws as a polygon of Russia. */
const simferopol: Position = [34.1, 44.95];

/**
 * The 1:10m topology of the world and its polygons with the owner of each,
 * Crimea as Ukraine. Neighbours share arcs, so merging and simplifying leave no slivers.
 */
export const landUnits = once((): { topology: Topology<CountryObjects>; units: readonly LandUnit[] } => {
  const topology = readPackageJson<Topology<CountryObjects>>("world-atlas/countries-10m.json");
  const units: LandUnit[] = [];
  for (const geometry of topology.objects.countries.geometries) {
    if (geometry.type !== "Polygon" && geometry.type !== "MultiPolygon") continue;
    const owner = ownerOf(geometry.id, geometry.properties?.name ?? "");
    if (!owner) continue;
    const polygons = geometry.type === "Polygon" ? [geometry.arcs] : geometry.arcs;
    for (const arcs of polygons) {
      const shape: TopoPolygon = { type: "Polygon", arcs };
      const isCrimea = owner.code === "RU" && contains(topology, shape, simferopol);
      units.push(isCrimea ? { code: "UA", unit: "crimea", shape } : { ...owner, shape });
    }
  }
  return { topology, units };
});

function ownerOf(id: string | number | undefined, name: string): { code: string; unit?: string } | null {
  if (id === undefined) {
    const owner = unitsWithoutCode[name];
    if (owner === undefined) throw new Error(`"${name}" has no ISO code; add it to unitsWithoutCode`);
    return owner;
  }
  const code = isoCountries.numericToAlpha2(id);
  if (!code) throw new Error(`"${name}": ${id} is not an ISO 3166-1 number; correct the input`);
  return code === noState ? null : { code: partsOfStates[code] ?? code };
}

function contains(topology: Topology, shape: TopoPolygon, position: Position): boolean {
  return booleanPointInPolygon(position, feature(topology, shape) as Feature<Polygon>);
}

/** The land of some units as one area: borders between them vanish. */
export function dissolve(topology: Topology, units: readonly LandUnit[]): MultiPolygon {
  const merged = mergeArcs(
    topology,
    units.map((unit) => unit.shape),
  );
  return cutAtAntimeridian((feature(topology, merged) as Feature<MultiPolygon>).geometry);
}

/**
 * Natural Earth's topology lets polygons run on from 180 to -180 degrees (Chukotka, Fiji). In plane geometry that is
 * an edge across the whole world, so such polygons are cut in two there.
 */
export function cutAtAntimeridian({ coordinates }: MultiPolygon): MultiPolygon {
  return { type: "MultiPolygon", coordinates: coordinates.flatMap(cutPolygon) };
}

function cutPolygon(rings: Vertex[][]): Vertex[][][] {
  const unrolled = rings.map(unroll);
  if (unrolled.flat().every(([lng]) => Math.abs(lng as number) <= 180)) return [unrolled];
  return [-360, 0, 360]
    .map((turn) => {
      const part = bboxClip(turfPolygon(unrolled), [turn - 180, -90, turn + 180, 90]) as Feature<Polygon>;
      return part.geometry.coordinates.map((ring) => turnBack(ring, turn));
    })
    .filter(([outer]) => outer?.some(([lng]) => lng !== outer[0]?.[0]));
}

function turnBack(ring: readonly Vertex[], turn: number): Vertex[] {
  return ring.map(([lng, lat]) => [(lng as number) - turn, lat as number]);
}

/** The ring with longitudes that go on beyond 180 degrees instead of jumping. */
function unroll(ring: Vertex[]): Vertex[] {
  let turn = 0;
  return ring.map(([lng, lat], i) => {
    const step = (lng as number) - (ring[i - 1]?.[0] ?? (lng as number));
    if (step > 180) turn -= 360;
    if (step < -180) turn += 360;
    return [(lng as number) + turn, lat as number];
  });
}
