import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import { describe, expect, test } from "vitest";
import { drawImage } from "../../src/map/images.ts";
import type { StyleInput } from "../../src/map/overlays/overlay.ts";
import { recordColours } from "../../src/map/records/colours.ts";
import { recordOverlays } from "../../src/map/records/index.ts";
import { buildStyle } from "../../src/map/style.ts";
import { darkTheme, lightTheme } from "../../src/map/theme.ts";
import { overlayIds } from "../../src/model/view.ts";

const empty = { type: "FeatureCollection", features: [] } as const;
const input: StyleInput = {
  theme: lightTheme,
  language: "en",
  countryNames: { KZ: "Kazakhstan", AZ: "Azerbaijan" },
  avoid: ["RU"],
  layers: overlayIds,
  compared: { type: "FeatureCollection", features: [] },
  route: { ...empty, features: [] },
  stops: { ...empty, features: [] },
  keyNodes: ["aktau"],
  namedByPicture: [],
  ends: ["poti"],
  promised: ["a-b"],
  unusable: ["c-d"],
  closedNodes: [],
  imported: [{ id: "own-1", color: "#8657e8", url: "corridor://imported/own-1" }],
  later: { ...recordOverlays, shownIn: () => ({}) },
  shown: {},
  font: "Noto Sans SemiBold",
  sourceUrl: (source) => `corridor://${source}`,
};

describe("the style is valid", () => {
  for (const [name, theme] of Object.entries({ light: lightTheme, dark: darkTheme })) {
    for (const language of ["en", "ar", "ja"]) {
      test(`${name}, ${language}`, () => {
        expect(validateStyleMin(buildStyle({ ...input, theme, language, selected: "aktau" }))).toEqual([]);
      });
    }
  }
  test("with nothing avoided and every overlay off", () => {
    expect(validateStyleMin(buildStyle({ ...input, avoid: [], layers: [] }))).toEqual([]);
  });
});

describe("the name of the open place", () => {
  const labels = (selected: string) => {
    const { layers } = buildStyle({ ...input, selected });
    return layers.flatMap((layer) =>
      layer.type === "symbol" && layer.source === "nodes" ? [[layer.id, JSON.stringify(layer.filter)]] : [],
    );
  };
  test("stands beside it once, whatever the zoom", () => {
    const filters = new Map(labels("kuryk") as [string, string][]);
    expect(filters.get("selected-nodes-label")).toContain('"kuryk"');
    for (const id of ["station-labels", "gate-labels", "seaport-labels"])
      expect(filters.get(id)).toMatch(/"!",.*"kuryk"/);
  });
  test.each(["aktau", "poti"])("is not written again over %s, which has one", (id) => {
    expect(new Map(labels(id) as [string, string][]).get("selected-nodes-label")).not.toContain(id);
  });
});

test.each(overlayIds)(
  "switching %s off changes the visibility of its own layers and nothing else",
  (overlay) => {
    const on = buildStyle(input);
    const off = buildStyle({ ...input, layers: overlayIds.filter((id) => id !== overlay) });
    const changed = on.layers.filter(
      (layer, index) => JSON.stringify(layer) !== JSON.stringify(off.layers[index]),
    );
    expect(changed.length).toBeGreaterThan(0);
    for (const layer of changed) {
      const twin = off.layers.find((candidate) => candidate.id === layer.id);
      expect(twin?.layout).toMatchObject({ visibility: "none" });
      expect({ ...twin, layout: 0 }).toEqual({ ...layer, layout: 0 });
    }
    expect(off.sources).toEqual(on.sources);
  },
);

test("every image the style asks for can be drawn", () => {
  const names = [lightTheme, darkTheme].flatMap((theme) => {
    const style = JSON.stringify(buildStyle({ ...input, theme }));
    return [...style.matchAll(/"((?:hatch|diamond|mark)-[^"]*)"/g)].map((match) => match[1] ?? "");
  });
  expect(names.length).toBeGreaterThanOrEqual(60);
  for (const name of names)
    expect(
      (drawImage(name) ?? recordOverlays.drawImage(name))?.data.some((byte) => byte > 0),
      name,
    ).toBe(true);
  expect(drawImage("unknown")).toBeUndefined();
  expect(recordOverlays.drawImage("mark-unknown")).toBeUndefined();
});

test("a filter leaves the ids it names and nothing else of its overlay", () => {
  const style = buildStyle({ ...input, shown: { projects: ["p-btk"], deposits: [] } });
  expect(validateStyleMin(style)).toEqual([]);
  const filterOf = (id: string) => JSON.stringify(style.layers.find((layer) => layer.id === id));
  expect(filterOf("projects")).toContain('["literal",["p-btk"]]');
  expect(filterOf("deposits")).toContain('["literal",[]]');
  expect(filterOf("energy")).not.toContain('"literal",["p-btk"]');
});

test("lines keep a contrast of 3:1 on land and on sea", () => {
  const kinds = ["rail1520", "rail1435", "ferry", "promised", "route", "port", "deposit"] as const;
  for (const [name, theme] of Object.entries({ light: lightTheme, dark: darkTheme })) {
    for (const kind of kinds) {
      for (const ground of ["land", "sea"] as const) {
        const ratio = contrast(theme[kind], theme[ground]);
        expect(ratio, `${name}: ${kind} on ${ground} is ${ratio.toFixed(2)}`).toBeGreaterThanOrEqual(3);
      }
    }
    const { projects, energy, stages } = recordColours(theme);
    const { cancelled: _, ...stagesInUse } = stages;
    for (const colors of [projects, energy, stagesInUse, theme.minerals]) {
      for (const [kind, color] of Object.entries(colors)) {
        for (const ground of ["land", "sea"] as const) {
          expect(contrast(color, theme[ground]), `${name}: ${kind} on ${ground}`).toBeGreaterThanOrEqual(3);
        }
      }
    }
  }
});

/** Contrast ratio of two sRGB colours after WCAG 2.2. */
function contrast(first: string, second: string): number {
  const [light, dark] = [luminance(first), luminance(second)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
