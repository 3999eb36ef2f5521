import type { FeatureCollection, LineString } from "geojson";
import { describe, expect, test } from "vitest";
import { readJson } from "../../geo/io.ts";
import type { Manifest } from "../../src/model/manifest.ts";
import type { LegRecord } from "../../src/model/network.ts";
import { isUsable } from "../../src/model/rules.ts";
import { type AllowedStatus, allowedStatuses } from "../../src/model/vocabulary.ts";

const data = new URL("../../public/data/", import.meta.url);
const legs = readJson<FeatureCollection<LineString, LegRecord>>(new URL("legs.geojson", data)).features.map(
  ({ properties }) => properties,
);
const { networkYear } = readJson<Manifest>(new URL("manifest.json", data));

interface Case {
  readonly year: number;
  readonly line: string;
  readonly open: boolean;
  readonly because: string;
  /** The least certain status that may be used; operating unless given. */
  readonly allowed?: AllowedStatus;
}

const cases: readonly Case[] = [
  { year: 2010, line: "khorgos_cn-altynkol", open: false, because: "first trains in December 2012" },
  { year: 2010, line: "khorgos_cn-jinghe", open: true, because: "in trial use since December 2009" },
  { year: 2010, line: "zhezkazgan-saksaulskaya", open: false, because: "opened in August 2014" },
  { year: 2010, line: "guzar-kumkurgan", open: true, because: "opened in August 2007" },
  { year: 2010, line: "hairatan-naibabad", open: false, because: "trains since December 2011" },
  { year: 2010, line: "amuzang-hoshadi", open: true, because: "cut in November 2011 only" },
  { year: 2010, line: "haydarpasa-istanbul-ferry", open: true, because: "the train ferry ran until 2012" },
  { year: 2010, line: "varna-chornomorsk-ferry", open: true, because: "the ferry ended in 2020" },
  { year: 2010, line: "gyumri-akhurik", open: false, because: "the border is closed since 1993" },
  { year: 2014, line: "bereket-akyayla", open: true, because: "opened in December 2014" },
  { year: 2014, line: "angren-pap", open: false, because: "opened in June 2016" },
  { year: 2014, line: "amuzang-hoshadi", open: false, because: "without track from 2011 to 2018" },
  {
    year: 2014,
    line: "ayrilik-cesmesi-sirkeci",
    open: false,
    because: "no freight in the tunnel before 2019",
  },
  { year: 2014, line: "gebze-ayrilik-cesmesi", open: false, because: "rebuilt from 2012 to 2019" },
  { year: 2014, line: "derince-tekirdag-ferry", open: true, because: "ran from 2013 to 2020" },
  { year: 2014, line: "kuryk-alat-ferry", open: false, because: "Kuryk works since December 2016" },
  { year: 2014, line: "varna-kavkaz-ferry", open: true, because: "ran from 2009 to 2022" },
  { year: 2018, line: "marabda-akhalkalaki", open: true, because: "opened in October 2017" },
  { year: 2018, line: "bukhara-misken", open: true, because: "opened in December 2017" },
  { year: 2018, line: "amuzang-hoshadi", open: true, because: "reopened in March 2018" },
  { year: 2018, line: "qazvin-rasht", open: false, because: "opened in March 2019" },
  { year: 2018, line: "samsun-kalin", open: false, because: "rebuilt from 2015 to 2020" },
  { year: 2018, line: "tacheng-karamay", open: false, because: "opened in May 2019" },
  { year: 2024, line: "ayrilik-cesmesi-sirkeci", open: true, because: "freight since November 2019" },
  { year: 2024, line: "nazarhan-shavat", open: true, because: "opened in February 2024" },
  { year: 2024, line: "rasht-anzali", open: true, because: "opened in June 2024" },
  { year: 2024, line: "shamtigh-rozanak", open: true, because: "repaired and reopened in July 2023" },
  { year: 2024, line: "batumi-chornomorsk-ferry", open: false, because: "no voyage from 2022 to March 2025" },
  { year: 2024, line: "basarabeasca-berezyne", open: true, because: "rebuilt in August 2022" },
  { year: 2024, line: "bandirma-tekirdag-ferry", open: false, because: "launched in May 2025" },
  { year: 2026, line: "batumi-chornomorsk-ferry", open: true, because: "sails again since March 2025" },
  { year: 2026, line: "poti-chornomorsk-ferry", open: false, because: "suspended since February 2022" },
  { year: 2026, line: "varna-kavkaz-ferry", open: false, because: "suspended since 2022" },
  { year: 2026, line: "aktau-baku-ferry", open: false, because: "the ferries moved to Alat" },
  { year: 2026, line: "sokhumi-psou", open: false, because: "cut off since 1992" },
  { year: 2026, line: "incheboron-gorgan", open: true, because: "no source says the war closed it" },
  { year: 2026, line: "ankara-yozgat-yht", open: false, because: "passengers only" },
  {
    year: 2026,
    line: "mointy-kyzylzhar",
    open: false,
    because: "promised for the end of 2026",
    allowed: "construction",
  },
  {
    year: 2030,
    line: "mointy-kyzylzhar",
    open: true,
    because: "promised for the end of 2026",
    allowed: "construction",
  },
  { year: 2030, line: "mointy-kyzylzhar", open: false, because: "a promise is not asked for" },
  {
    year: 2030,
    line: "kars-igdir",
    open: true,
    because: "promised for the end of 2029",
    allowed: "construction",
  },
  {
    year: 2030,
    line: "kashgar-torugart",
    open: false,
    because: "promised for the end of 2030",
    allowed: "construction",
  },
  {
    year: 2030,
    line: "aghband-nrnadzor",
    open: false,
    because: "not before the end of 2030",
    allowed: "planned",
  },
  {
    year: 2030,
    line: "naibabad-kharlachi",
    open: true,
    because: "the end of 2027 was promised in 2023",
    allowed: "planned",
  },
  {
    year: 2030,
    line: "naibabad-kharlachi",
    open: false,
    because: "a promise is not a line under construction",
    allowed: "construction",
  },
];

describe("the network of a year", () => {
  test.each(cases)("$year: $line open is $open, $because", ({ year, line, open, allowed = "operating" }) => {
    const parts = legs.filter((leg) => leg.line === line);
    expect(parts.length).toBeGreaterThan(0);
    expect(new Set(parts.map((leg) => isUsable(leg, year, allowed, networkYear)))).toEqual(new Set([open]));
  });

  test("has no line that reopens without having closed, or that closes before it opens", () => {
    const wrong = legs.filter(
      ({ status, opened = 0, closed, reopened }) =>
        (closed !== undefined && closed < opened) ||
        (reopened !== undefined && (status !== "operating" || closed === undefined || reopened < closed)),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test("shuts an operating line for good nowhere: it would be suspended or closed", () => {
    const wrong = legs.filter(
      ({ status, closed, reopened }) =>
        status === "operating" && closed !== undefined && reopened === undefined,
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test("names a source beside the drawing for every year since 2005 and every year to come", () => {
    const young = legs.filter(({ opened = 0, expected = 0, closed = 0 }) =>
      [opened, expected, closed].some((year) => year >= 2005),
    );
    const bare = young.filter(({ sources }) => sources.every((source) => source === "drawn"));
    expect([...new Set(bare.map(({ line }) => line))]).toEqual([]);
  });
});

describe("of every line of the network, and of every status allowed", () => {
  const years = Array.from({ length: 25 }, (_, index) => 2010 + index);
  const open = (leg: LegRecord, year: number, allowed: AllowedStatus) =>
    isUsable(leg, year, allowed, networkYear);

  test("more years never remove a built line but in the year of its own closing", () => {
    const removed = legs.filter((leg) =>
      allowedStatuses.some((allowed) =>
        years.some(
          (year) => open(leg, year, allowed) && !open(leg, year + 1, allowed) && leg.closed !== year + 1,
        ),
      ),
    );
    expect(removed.map(({ id }) => id)).toEqual([]);
  });

  test("what a stricter word allows, a wider one allows too", () => {
    const removed = legs.filter((leg) =>
      years.some(
        (year) =>
          (open(leg, year, "operating") && !open(leg, year, "construction")) ||
          (open(leg, year, "construction") && !open(leg, year, "planned")),
      ),
    );
    expect(removed.map(({ id }) => id)).toEqual([]);
  });

  test("some lines do open, and some do close, in these years", () => {
    const changes = (from: boolean) =>
      legs.filter((leg) =>
        years.some((year) => open(leg, year, "planned") === from && open(leg, year + 1, "planned") !== from),
      ).length;
    expect(changes(false)).toBeGreaterThan(20);
    expect(changes(true)).toBeGreaterThan(5);
  });
});
