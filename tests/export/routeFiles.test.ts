import { compileMessage } from "@lingui/message-utils/compileMessage";
import type { Position } from "geojson";
import papaparse from "papaparse";
import { beforeAll, describe, expect, test } from "vitest";
import { readDataset } from "../../src/cli/readData.ts";
import type { Dataset } from "../../src/data/dataset.ts";
import { fileFormats } from "../../src/export/exports.ts";
import { legFeatures, totalsText, waypointFeatures } from "../../src/export/routeFeatures.ts";
import { routeFile } from "../../src/export/routeFiles.ts";
import { languages } from "../../src/i18n/languages.ts";
import { loadTranslator, type Translator } from "../../src/i18n/translator.ts";
import type { Route } from "../../src/model/route.ts";
import { defaultView } from "../../src/model/view.ts";
import { buildGraph } from "../../src/routing/index.ts";
import { answerTo, ridesOf } from "../../src/state/selectors.ts";

const real = readDataset();
const graph = buildGraph(real.network, real.factors, real.manifest.networkYear);
const route = ask("pavlodar-alumina", "poti");
let english: Translator;
let arabic: Translator;

beforeAll(async () => {
  [english, arabic] = await Promise.all([translator("en"), translator("ar")]);
});

test("the totals of a picture do not run into each other from right to left", () => {
  const figures = totalsText(route, arabic).split(" · ");
  expect(figures).toHaveLength(5);
  for (const figure of figures) expect(figure).toMatch(/^\u2068[^\u2068\u2069]+\u2069$/);
});

describe("a real route", () => {
  const context = () => ({ dataset: real, say: english });
  const rides = ridesOf(route.steps).filter((item) => item.kind === "ride");
  const transfers = route.steps.filter((step) => step.kind === "transfer");

  test("as GeoJSON: its legs head to tail, in travel order", () => {
    const { features } = JSON.parse(routeFile("geojson", route, context()));
    const lines: Position[][] = features.map(({ geometry }: { geometry: { coordinates: Position[] } }) => [
      ...geometry.coordinates,
    ]);
    expect(features.map(({ properties }: { properties: { id: string } }) => properties.id)).toEqual(
      route.steps.flatMap((step) => (step.kind === "leg" ? step.id : [])),
    );
    for (const [index, line] of lines.slice(1).entries()) expect(line[0]).toEqual(lines[index]?.at(-1));
    expect(features.at(-1).properties.name).toContain("Poti");
  });

  test("as CSV: a row for each step, with names and sums that a table program reads", () => {
    const { data, errors } = papaparse.parse<Record<string, string>>(routeFile("csv", route, context()), {
      header: true,
    });
    expect(errors).toEqual([]);
    expect(data).toHaveLength(route.steps.length);
    const hours = data.reduce((sum, row) => sum + Number(row["hoursTypical"]), 0);
    expect(hours).toBeCloseTo(route.totals.durationH.typical, 0);
    expect(data[0]?.["fromName"]).toBe("Pavlodar aluminium (alumina) plant");
  });

  test("as GPX: waypoints before tracks, a track for each ride, latitude and longitude in their places", () => {
    const text = routeFile("gpx", route, context());
    expect(text.match(/<trk>/g)).toHaveLength(rides.length);
    expect(text.match(/<wpt /g)).toHaveLength(transfers.length + 2);
    expect(text.lastIndexOf("<wpt ")).toBeLessThan(text.indexOf("<trk>"));
    expect(text).toContain('<gpx version="1.1"');
    const aktau = /<wpt lat="([\d.]+)" lon="([\d.]+)"><name>Transshipment at Aktau port/.exec(text);
    expect(Number(aktau?.[1])).toBeCloseTo(43.6, 0);
    expect(Number(aktau?.[2])).toBeCloseTo(51.2, 0);
  });

  test("as KML: a placemark for each ride, transfer and end, longitude first", () => {
    const text = routeFile("kml", route, context());
    expect(text.match(/<Placemark/g)).toHaveLength(rides.length + transfers.length + 2);
    expect(text).toMatch(/<coordinates>51\.2\d*,43\.6\d*/);
  });

  test("with days and cost of each ride, in the language of the page", () => {
    const text = routeFile("gpx", route, { dataset: real, say: arabic });
    expect(text).toContain("ميناء أكتاو");
    expect(text).toContain("سكة");
    expect(text).not.toContain("Railway");
    // A Latin sign would be torn among the words.
    expect(text).toContain("دولار أمريكي");
    expect(text).not.toContain("US$");
    const shipped = /<name>Ship: Aktau[^<]*<\/name><desc>([^<]*)/.exec(
      routeFile("gpx", route, context()),
    )?.[1];
    expect(shipped).toMatch(/^488 km · [\d.–]+ hours · Cost per FEU: \$\d+ – \$\d+$/);
  });
});

test.each(fileFormats)("%s without a route is a file without places", (format) => {
  const text = routeFile(format, undefined, { dataset: real, say: english });
  expect(text).not.toMatch(/<trk>|<wpt|Placemark|"Feature"/);
  expect(text.length).toBeGreaterThan(30);
});

describe("difficult routes", () => {
  const [first] = route.steps;
  if (first?.kind !== "leg") throw new Error("The route should start with a leg");
  const short: Route = {
    ...route,
    query: { ...route.query, from: first.from, to: first.to },
    steps: [first],
  };
  const changed = (change: Partial<Dataset>) => ({ dataset: { ...real, ...change }, say: english });

  test("a leg over the antimeridian is cut there in every format", () => {
    const context = changed({
      courseById: new Map([
        [
          first.id,
          [
            [178, 10],
            [-178, 14],
          ],
        ],
      ]),
    });
    expect(legFeatures([{ ...first, reversed: false }], context).features[0]?.geometry).toEqual({
      type: "MultiLineString",
      coordinates: [
        [
          [178, 10],
          [180, 12],
        ],
        [
          [-180, 12],
          [-178, 14],
        ],
      ],
    });
    expect(routeFile("gpx", short, context).match(/<trkseg>/g)).toHaveLength(2);
    expect(routeFile("kml", short, context).match(/<LineString>/g)).toHaveLength(2);
  });

  test("names with signs of markup and control characters stay text", () => {
    const name = "A & B <\"C\">\u0007 'D'";
    const origin = { ...real.depositById.get(first.from), names: { en: name } };
    const context = changed({
      depositById: new Map([...real.depositById, [first.from, origin as never]]),
    });
    expect(waypointFeatures(short, context)[0]?.properties.name).toBe(name);
    expect(routeFile("gpx", short, context)).toContain(
      "<name>A &amp; B &lt;&quot;C&quot;&gt; &apos;D&apos;</name>",
    );
    expect(routeFile("kml", short, context)).not.toContain("<&quot;C");
    const rows = papaparse.parse<Record<string, string>>(routeFile("csv", short, context), { header: true });
    expect(rows.data[0]?.["fromName"]).toBe(name);
  });
});

function ask(from: string, to: string): Route {
  const { state } = answerTo(
    { ...defaultView, from, to, avoid: ["RU", "IR", "CN"] },
    { dataset: real, graph },
  );
  if (state.status !== "found") throw new Error(`No route from ${from} to ${to}`);
  return state.route;
}

function translator(tag: string): Promise<Translator> {
  const language = languages.find((candidate) => candidate.tag === tag);
  if (!language) throw new Error(`No language ${tag}`);
  return loadTranslator(language, tag, compileMessage);
}
