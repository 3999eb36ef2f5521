import { existsSync } from "node:fs";
import type { FeatureCollection, LineString, Point } from "geojson";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { geodesicKm } from "../../geo/course.ts";
import { readJson } from "../../geo/io.ts";
import { type Factor, factorSchema } from "../../src/model/factors.ts";
import { type Manifest, manifestSchema } from "../../src/model/manifest.ts";
import {
  type DepositRecord,
  depositSchema,
  type Figures,
  figuresSchema,
  type LegRecord,
  legSchema,
  type NodeRecord,
  nodeSchema,
  type Position,
} from "../../src/model/network.ts";
import { type ServedSource, servedSourceSchema } from "../../src/model/quality.ts";
import { highSeas } from "../../src/model/vocabulary.ts";

const data = new URL("../../public/data/", import.meta.url);

function served<T>(file: string): T {
  return readJson<T>(new URL(file, data));
}

type Collection<G extends Point | LineString | null, P> = FeatureCollection<G, P>;

const files = {
  nodes: served<Collection<Point, Omit<NodeRecord, "position">>>("nodes.geojson"),
  legs: served<Collection<LineString, LegRecord>>("legs.geojson"),
  deposits: served<Collection<Point | null, Omit<DepositRecord, "position">>>("deposits.geojson"),
  factors: served<Factor[]>("factors.json"),
};
const sources = served<ServedSource[]>("sources.json");
const manifest = served<Manifest>("manifest.json");
const figures = served<Figures>("figures.json");

const nodes = files.nodes.features.map(
  ({ properties, geometry }): NodeRecord => ({ ...properties, position: geometry.coordinates as Position }),
);
const legs = files.legs.features.map(({ properties }) => properties);
const nodeById = new Map(nodes.map((node) => [node.id, node]));
const legById = new Map(legs.map((leg) => [leg.id, leg]));

/** The places of the first research: their ids stand in links and never change. */
const foundingNodes = `
aktau kuryk turkmenbashi alat baku anzali amirabad bandar_torkaman makhachkala olya astrakhan poti
batumi anaklia constanta burgas varna chornomorsk odesa samsun istanbul haydarpasa ambarli derince
mersin novorossiysk piraeus trieste rotterdam hamburg yokohama kobe nagoya hakata lianyungang
shanghai qingdao bandar_abbas khorgos_cn altynkol dostyk alashankou aktogay mointy balkhash
zhezkazgan kyzylzhar saksaulskaya shalkar kandyagash beyneu mangystau uzen bolashak serhetyaka
bereket akyayla incheboron gorgan sarakhs_ir sarahs_tm tejen mary ashgabat turkmenabat farap bukhara
navoi samarkand tashkent andijan termez karakalpakstan oazis kungrad saryagash arys shymkent shu
almaty zhetygen ayagoz bakhty jalalabad makmal torugart kashgar urumqi lanzhou xian chengdu yiwu
chongqing boyuk_kesik gardabani ganja tbilisi khashuri samtredia senaki marabda akhalkalaki kars
erzurum sivas kayseri ankara gebze kosekoy halkali kapikule svilengrad sofia astara_az astara_ir
rasht qazvin tehran mashhad bafq kapikoy_razi horadiz aghband meghri ordubad julfa nakhchivan dilucu
igdir kharlachi brest iletsk angren pap arkalyk shubarkol dashoguz novosibirsk semey lugovaya
orenburg izmir sirkeci beskol kokshetau duisburg islamabad absheron ersai mumbai port_said
`;

/** What a schema says about each item, with the item's id: empty where all is well. */
function faults(schema: v.GenericSchema, items: readonly { readonly id: string }[]): string[] {
  return items.flatMap((item) => {
    const result = v.safeParse(schema, item);
    return result.success ? [] : result.issues.map((issue) => `${item.id}: ${issue.message}`);
  });
}

/** The parts of a drawn line; there is always one. */
function partsOf(line: string): LegRecord[] {
  const parts = legs.filter((leg) => leg.line === line);
  expect(parts, line).not.toEqual([]);
  return parts;
}

/** Kilometres in a state, and in what that state controls elsewhere. */
function kmIn(parts: readonly LegRecord[], state: string): number {
  return parts
    .flatMap((leg) => leg.countries)
    .filter(({ code, controlledBy }) => code === state || controlledBy === state)
    .reduce((sum, { km }) => sum + km, 0);
}

function reach(from: string, usable: readonly LegRecord[]): Set<string> {
  const neighbours = new Map<string, string[]>();
  for (const leg of usable) {
    neighbours.set(leg.from, [...(neighbours.get(leg.from) ?? []), leg.to]);
    neighbours.set(leg.to, [...(neighbours.get(leg.to) ?? []), leg.from]);
  }
  const found = new Set([from]);
  for (const id of found) for (const next of neighbours.get(id) ?? []) found.add(next);
  return found;
}

describe("served network", () => {
  it("fits its schemas", () => {
    expect(faults(nodeSchema, nodes)).toEqual([]);
    expect(faults(legSchema, legs)).toEqual([]);
    expect(faults(servedSourceSchema, sources)).toEqual([]);
    expect(faults(factorSchema, files.factors)).toEqual([]);
    expect(v.safeParse(manifestSchema, manifest).success).toBe(true);
    expect(v.safeParse(figuresSchema, figures).success).toBe(true);
    const deposits = files.deposits.features.map(({ properties, geometry }) =>
      geometry ? { ...properties, position: geometry.coordinates } : properties,
    );
    expect(faults(depositSchema, deposits)).toEqual([]);
  });

  it("counts what the manifest says, and serves the borders it lists", () => {
    expect(manifest.counts).toMatchObject({
      nodes: nodes.length,
      legs: legs.length,
      sources: sources.length,
    });
    const states = new Set(legs.flatMap((leg) => leg.countries.map(({ code }) => code)));
    states.delete(highSeas);
    expect(manifest.borders).toEqual([...states].sort());
    const missing = manifest.borders.filter((code) => !existsSync(new URL(`borders/${code}.geojson`, data)));
    expect(missing).toEqual([]);
  });

  it("keeps every place of the first research under its id", () => {
    const ids = foundingNodes.trim().split(/\s+/);
    expect(ids).toHaveLength(151);
    expect(ids.filter((id) => !nodeById.has(id))).toEqual([]);
  });

  it("uses no id twice among nodes, deposits and legs", () => {
    const ids = [...nodes, ...files.deposits.features.map(({ properties }) => properties), ...legs].map(
      ({ id }) => id,
    );
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  it("starts and ends every leg at its nodes", () => {
    const positions = new Map<string, Position>(
      [...files.nodes.features, ...files.deposits.features].flatMap(({ properties, geometry }) =>
        geometry ? [[properties.id, geometry.coordinates as Position]] : [],
      ),
    );
    const gaps = files.legs.features.flatMap(
      ({ properties: { id, from, to }, geometry: { coordinates } }) => {
        const ends = [
          [from, coordinates[0]],
          [to, coordinates.at(-1)],
        ] as [string, Position][];
        return ends.flatMap(([end, position]) => {
          const place = positions.get(end);
          return place && geodesicKm(place, position) < 0.02 ? [] : [`${id} at ${end}`];
        });
      },
    );
    expect(gaps).toEqual([]);
  });

  it("reaches every place by freight that runs today or is promised, and every working one today", () => {
    const freight = legs.filter((leg) => leg.freight !== false);
    const reached = reach("aktau", freight);
    // The high-speed line of Ankara and Sivas carries passengers only.
    const unreached = nodes.filter(({ id }) => !reached.has(id)).map(({ id }) => id);
    expect(unreached).toEqual(["yozgat-yht"]);
    const working = freight.filter((leg) => leg.status === "operating");
    const reachedToday = reach("aktau", working);
    expect(working.filter(({ from }) => !reachedToday.has(from)).map(({ id }) => id)).toEqual([]);
  });

  it("joins every routable deposit by one road of its own state", () => {
    for (const { properties: deposit } of files.deposits.features) {
      const roads = legs.filter((leg) => leg.from === deposit.id || leg.to === deposit.id);
      expect(roads.length, deposit.id).toBe(deposit.routable ? 1 : 0);
      for (const road of roads) {
        expect(road).toMatchObject({ mode: "road", access: true, quality: "schematic" });
        expect(road.countries).toEqual([{ code: deposit.country, km: road.lengthKm }]);
        expect(nodeById.get(road.to)?.country, road.id).toBe(deposit.country);
      }
    }
  });

  it("sums the kilometres of the states to the length of the leg", () => {
    const wrong = legs.filter(
      (leg) => Math.abs(leg.countries.reduce((sum, { km }) => sum + km, 0) - leg.lengthKm) > 0.051,
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it("names only sources it serves", () => {
    const known = new Set(sources.map(({ id }) => id));
    const facts = [
      ...Object.values(figures.nodes),
      ...figures.sections.map((section) => section.facts),
    ].flat();
    const named = [
      ...[...nodes, ...legs, ...files.factors].flatMap((item) => item.sources),
      ...facts.flatMap(({ source }) => source ?? []),
    ];
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });

  it("names every place in English, Arabic and Japanese", () => {
    const unnamed = nodes.filter(({ names }) => !names.en || !names.ar || !names.ja);
    expect(unnamed.map(({ id }) => id)).toEqual([]);
  });

  it("lets two gauges meet only where the place lists both", () => {
    const wrong = legs.filter(
      ({ from, to, gauge }) =>
        gauge !== undefined && [from, to].some((id) => !nodeById.get(id)?.gauges?.includes(gauge)),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});

describe("Russia", () => {
  it.each([
    "aktau-alat-ferry",
    "kuryk-alat-ferry",
    "aktau-wp-absheron-ne",
    "poti-constanta-ferry",
    "batumi-constanta-ferry",
    "wp-georgia-off-wp-blacksea-mid",
    "wp-blacksea-mid-wp-constanta-off",
    "shalkar-beyneu",
    "semey-aul",
    "shar-oskemen",
    "altynsarin-khromtau",
    "kartsakhi-canbaz",
  ])("is not touched by %s", (id) => {
    expect(kmIn(partsOf(id), "RU")).toBe(0);
  });

  it("is touched by no leg of the corridor, nor is Iran", () => {
    const trunk = legs.filter((leg) => leg.corridor);
    expect(trunk.length).toBeGreaterThan(60);
    expect(trunk.filter((leg) => kmIn([leg], "RU") + kmIn([leg], "IR") > 0).map(({ id }) => id)).toEqual([]);
  });

  it.each([
    ["aul-lokot", 1],
    ["lokot-tretyakovo", 30],
    ["iletsk-shyngyrlau", 50],
    ["mamlyutka-petukhovo", 10],
    ["isilkul-bulayevo", 10],
    ["wp-kerch-south-kavkaz", 40],
    ["ingiri-sokhumi", 50],
    ["sokhumi-psou", 80],
  ])("has its kilometres of %s", (id, least) => {
    expect(kmIn(partsOf(id), "RU")).toBeGreaterThanOrEqual(least);
  });
});

describe("seas and straits", () => {
  it("give the Bosphorus and the Dardanelles to Türkiye, the Suez canal to Egypt", () => {
    const strait = (id: string) => legById.get(id)?.countries.map(({ code }) => code);
    expect(strait("wp-bosphorus-north-wp-bosphorus-mouth")).toEqual(["TR"]);
    expect(strait("wp-dardanelles-north-wp-dardanelles-south")).toEqual(["TR"]);
    expect(strait("port_said-wp-suez-south")).toEqual(["EG"]);
  });

  it("let ships pass the open straits", () => {
    for (const id of [
      "wp-malacca-n-wp-malacca-s",
      "wp-hanish-wp-bab-south",
      "wp-gibraltar-e-wp-gibraltar-w",
    ]) {
      expect(
        legById.get(id)?.countries.map(({ code }) => code),
        id,
      ).toEqual([highSeas]);
    }
  });

  it("keep the Caspian lanes of the corridor in the waters of Kazakhstan and Azerbaijan", () => {
    const codes = legs
      .filter((leg) => leg.corridor && leg.sea === "caspian")
      .flatMap((leg) => leg.countries.map(({ code }) => code));
    expect([...new Set(codes)].sort()).toEqual(["AZ", "KZ", highSeas]);
  });
});

/** Published running lengths of whole ways, as checks of single sums. */
describe("lengths", () => {
  it.each<[string, string[], number]>([
    ["Dostyk – Beskol", ["dostyk-beskol"], 166],
    ["Beyneu – Mangystau", ["beyneu-mangystau"], 404],
    ["Samtredia – Batumi", ["samtredia-batumi"], 104.1],
    ["Tbilisi – Poti", ["tbilisi-khashuri", "khashuri-samtredia", "samtredia-senaki", "senaki-poti"], 312.1],
    [
      "Gebze – Halkali",
      ["gebze-ayrilik-cesmesi", "ayrilik-cesmesi-sirkeci", "sirkeci-kazlicesme", "kazlicesme-halkali"],
      76.6,
    ],
    ["Dostyk – Moyynty", ["dostyk-beskol", "beskol-aktogay", "aktogay-balkhash", "balkhash-mointy"], 836],
  ])("of %s are the published ones", (_name, lines, published) => {
    const km = legs.filter((leg) => lines.includes(leg.line)).reduce((sum, leg) => sum + leg.lengthKm, 0);
    expect(Math.abs(km - published)).toBeLessThan(0.5);
  });
});
