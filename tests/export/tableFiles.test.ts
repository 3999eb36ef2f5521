import type { Geometry, Position } from "geojson";
import Papa from "papaparse";
import { beforeAll, describe, expect, test } from "vitest";
import { readDataset } from "../../src/cli/readData.ts";
import { buildRecordBook } from "../../src/data/records/book.ts";
import { hasPlace, type Row, type Table } from "../../src/export/table.ts";
import { tableFile } from "../../src/export/tableFiles.ts";
import { languages } from "../../src/i18n/languages.ts";
import { loadTranslator, type Translator } from "../../src/i18n/translator.ts";
import { pointsOf } from "../../src/state/extent.ts";
import { tables } from "../../src/ui/pages/tables/definitions.ts";
import { readRecordFiles, readSources } from "../fixtures/records.ts";
import { allOf, readXml, textOf, type XmlElement } from "../fixtures/xml.ts";

const dataset = readDataset();
const book = buildRecordBook(readRecordFiles());
const sources = readSources();
let english: Translator;

beforeAll(async () => {
  english = await translator("en");
});

const row = (id: string, cells: Row["cells"], geometry: Geometry | null = null): Row => ({
  id,
  cells,
  geometry,
});
const written = (format: Parameters<typeof tableFile>[0], titles: readonly string[], rows: readonly Row[]) =>
  tableFile(
    format,
    { title: "Own", columns: titles.map((title) => ({ title })), rows },
    { say: english, sources },
  );

describe("a table as a file", () => {
  test("CSV begins with the mark that spreadsheets need and reads back", () => {
    const csv = written(
      "csv",
      ["name", "km"],
      [row("a", ['Aktau, "port"', 12.5]), row("b", ["أكتاو", undefined])],
    );
    expect(csv.startsWith("\ufeff")).toBe(true);
    expect(Papa.parse(csv.slice(1)).data).toEqual([
      ["id", "name", "km"],
      ["a", 'Aktau, "port"', "12.5"],
      ["b", "أكتاو", ""],
    ]);
  });

  test.each(["=1+1", "+1", "-1+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1"])(
    "%j is no formula any more",
    (cell) => {
      const [, line] = Papa.parse<string[]>(written("csv", ["name"], [row("a", [cell])]).slice(1)).data;
      expect(line?.[1]).toBe(`'${cell}`);
    },
  );

  test("a negative number stays a number", () => {
    expect(written("csv", ["km"], [row("a", [-5])])).toContain("a,-5");
  });

  test("GeoJSON carries the same cells and the place", () => {
    const place: Geometry = { type: "Point", coordinates: [51, 43] };
    expect(
      JSON.parse(written("geojson", ["name"], [row("a", ["Aktau"], place), row("b", ["Nowhere"])])),
    ).toEqual({
      type: "FeatureCollection",
      features: [
        { type: "Feature", geometry: place, properties: { id: "a", name: "Aktau" } },
        { type: "Feature", geometry: null, properties: { id: "b", name: "Nowhere" } },
      ],
    });
  });

  test("a reader's own areas are tracks in GPX and areas in KML; signs of markup stay text", () => {
    const ring = [
      [60, 40],
      [61, 40],
      [61, 41],
      [60, 40],
    ];
    const rows = [row("own-1", [1, 'A & <B> "C"\u0007', 7], { type: "Polygon", coordinates: [ring] })];
    const titles = ["No.", "name", "tons"];
    const [track] = allOf(readXml(written("gpx", titles, rows)), "trk");
    expect(track && textOf(track, "name")).toBe('A & <B> "C"');
    expect(track && textOf(track, "desc")).toBe("No.: 1 · tons: 7");
    expect(track && allOf(track, "trkpt").map(latLng)).toEqual(ring.map(([lng, lat]) => [lat, lng]));
    const [area] = allOf(readXml(written("kml", titles, rows)), "Placemark");
    expect(area && textOf(area, "name")).toBe('A & <B> "C"');
    expect(area && allOf(area, "LinearRing").map(kmlPositions)).toEqual([ring]);
  });
});

describe.each(languages)("every table in $tag, read back", ({ tag }) => {
  // The network is large, and its rows are made as those of the records are.
  const read = tables.filter(({ kind }) => kind !== undefined || tag === "en");
  test.each(read.map(({ id }) => id))(
    "%s: the same names and places, and none without a place",
    async (id) => {
      const say = await translator(tag);
      const table = tableOf(id, say);
      const placed = table.rows.filter(hasPlace);
      expect(placed.length).toBeGreaterThan(10);

      const gpx = readXml(tableFile("gpx", table, { say, sources }));
      const waypoints = placed.flatMap((one) => (isLine(one.geometry) ? [] : pointsOf(one.geometry)));
      expect(allOf(gpx, "wpt").map(latLng)).toEqual(waypoints.map(([lng, lat]) => [lat, lng]));
      const tracks = placed.filter(({ geometry, lines }) => lines || isLine(geometry));
      expect(allOf(gpx, "trk").map((track) => textOf(track, "name"))).toEqual(
        tracks.map(({ cells }) => cells[0]),
      );
      expect(allOf(gpx, "trkpt").length).toBe(
        tracks.reduce((sum, { geometry, lines }) => sum + pointsOf(lines ?? geometry).length, 0),
      );

      const placemarks = allOf(readXml(tableFile("kml", table, { say, sources })), "Placemark");
      expect(placemarks.map((one) => [textOf(one, "name"), idOf(one)])).toEqual(
        placed.map((one) => [one.cells[0], one.id]),
      );
      for (const [index, { geometry, lines }] of placed.entries()) {
        const place = placemarks[index] && allOf(placemarks[index], "coordinates").flatMap(positionsIn);
        expect(place).toEqual([...pointsOf(geometry), ...pointsOf(lines)]);
      }
    },
  );
});

describe("what a map program is told", () => {
  const entry = (format: "gpx" | "kml", table: string, id: string): XmlElement => {
    const { rows, ...rest } = tableOf(table, english);
    const one = rows.filter((candidate) => candidate.id === id);
    const file = readXml(tableFile(format, { ...rest, rows: one }, { say: english, sources }));
    const [found] = allOf(file, format === "gpx" ? "wpt" : "Placemark");
    if (!found) throw new Error(`No ${id} in ${table}`);
    return found;
  };

  test("every source of a record by title and address, in the order that the schema of GPX wants", () => {
    const project = book.projects.find(({ id }) => id === "p-mk");
    const cited = (project?.sources ?? []).map((id) => sources.find((source) => source.id === id));
    expect(cited.length).toBeGreaterThan(1);
    const waypoint = entry("gpx", "projects", "p-mk");
    expect(waypoint.children.map(({ name }) => name)).toEqual(["name", "desc", ...cited.map(() => "link")]);
    const links = waypoint.children.filter(({ name }) => name === "link");
    expect(links.map((link) => [link.attributes["href"], textOf(link, "text")])).toEqual(
      cited.map((source) => [source?.url, source?.title]),
    );
    const description = textOf(entry("kml", "projects", "p-mk"), "description");
    for (const source of cited) expect(description).toContain(`${source?.title}: ${source?.url}`);
    expect(description).toContain(project?.description.en);
  });

  test("a source without an address by its title", () => {
    const article = sources.find(({ id }) => id === "article-1");
    expect(article?.url).toBeUndefined();
    const rows = [
      { ...row("a", ["Aktau"], { type: "Point", coordinates: [51, 43] }), sources: ["article-1"] },
    ];
    const [waypoint] = allOf(readXml(written("gpx", ["name"], rows)), "wpt");
    expect(waypoint && textOf(waypoint, "src")).toBe(article?.title);
    expect(waypoint && allOf(waypoint, "link")).toEqual([]);
    const [placemark] = allOf(readXml(written("kml", ["name"], rows)), "Placemark");
    expect(placemark && textOf(placemark, "description")).toContain(article?.title);
  });

  test("how well a place is known, and what the columns say", () => {
    const description = textOf(entry("gpx", "deposits", "acg"), "desc");
    expect(description).toMatch(/^Place known to within 15 km\nCountries: Azerbaijan · Commodities: /);
  });

  test("the lines that a promise names, beside its places", () => {
    const placemark = entry("kml", "commitments", "c-wb-mk");
    expect(allOf(placemark, "Point").length).toBe(2);
    expect(allOf(placemark, "LineString").length).toBeGreaterThan(0);
  });

  test("what has no place is told apart from what is saved", () => {
    const placeless = (id: string) => tableOf(id, english).rows.filter((one) => !hasPlace(one));
    expect(placeless("deposits").map(({ id }) => id)).toEqual(
      book.deposits.filter(({ position }) => !position).map(({ id }) => id),
    );
    expect(placeless("commitments").map(({ id }) => id)).toEqual(
      book.commitments.filter(({ places, lines }) => places.length + lines.length === 0).map(({ id }) => id),
    );
    expect(placeless("energy")).toEqual([]);
  });
});

function tableOf(id: string, say: Translator): Table {
  const table = tables.find((candidate) => candidate.id === id);
  if (!table) throw new Error(`No table ${id}`);
  const columns = table.columns.map(({ title, ...rest }) => ({ title: say.t(title), ...rest }));
  return { title: say.t(table.title), columns, rows: table.rows(book, dataset, say) };
}

async function translator(tag: string): Promise<Translator> {
  const language = languages.find((candidate) => candidate.tag === tag);
  if (!language) throw new Error(`No language ${tag}`);
  const say = await loadTranslator(language, tag);
  await say.loadLater();
  return say;
}

function isLine(geometry: Geometry | null): boolean {
  return geometry?.type === "LineString";
}

function latLng({ attributes }: XmlElement): Position {
  return [Number(attributes["lat"]), Number(attributes["lon"])];
}

function kmlPositions(element: XmlElement): Position[] {
  return allOf(element, "coordinates").flatMap(positionsIn);
}

function positionsIn({ text }: XmlElement): Position[] {
  return text.split(/\s+/).map((pair) => pair.split(",").map(Number));
}

function idOf(placemark: XmlElement): string | undefined {
  const data = allOf(placemark, "Data").find(({ attributes }) => attributes["name"] === "id");
  return data && textOf(data, "value");
}
