import { describe, expect, test } from "vitest";
import { pictureSvg, roundScale } from "../../src/export/furniture.ts";
import { type LegendSign, layOut, type PictureText, textStyles } from "../../src/export/layout.ts";
import { wrapText } from "../../src/export/wrapText.ts";

const perLetter = (text: string) => text.length * 7;
const measureIn = (style: keyof typeof textStyles) => (text: string) =>
  text.length * textStyles[style].size * 0.55;
const words: PictureText = {
  title: "Pavlodar → Yokohama",
  subtitle: "32–81 days",
  credits: "Sources: Natural Earth · GeoNames",
  tag: "en",
  direction: "ltr",
};
const signs: LegendSign[] = ["Railway", "Ferry", "Ship lane", "To be avoided"].map((label) => ({
  label,
  color: "#123456",
  swatch: { path: "M2 7H28", width: 2 },
}));
const colours = { paper: "#ffffff", ink: "#000000", muted: "#666666" };
const bar = { length: 100, label: "300 km" };

describe("lines of text", () => {
  test("break between words and keep to the width", () => {
    const lines = wrapText("one two three four five six", 70, 9, "en", perLetter);
    expect(lines.join(" ")).toBe("one two three four five six");
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(perLetter(line)).toBeLessThanOrEqual(70);
  });

  test("break in Japanese, which has no spaces", () => {
    const lines = wrapText("中央アジアの重要鉱物を鉄道で運ぶ経路です", 70, 9, "ja", perLetter);
    expect(lines.join("")).toBe("中央アジアの重要鉱物を鉄道で運ぶ経路です");
    for (const line of lines) expect(perLetter(line)).toBeLessThanOrEqual(70);
  });

  test("end with an ellipsis where there is no more room", () => {
    const [first, second, ...rest] = wrapText("one two three four five six", 70, 2, "en", perLetter);
    expect([first, rest]).toEqual(["one two", []]);
    expect(second).toMatch(/…$/);
    expect(perLetter(second ?? "")).toBeLessThanOrEqual(70);
    expect(wrapText("Rindfleischetikettierung", 70, 1, "de", perLetter)[0]).toMatch(/^Rin.*…$/);
  });

  test("keep foreign words isolated on every line", () => {
    const text = `المصادر: ${["Natural Earth", "Unicode, Inc."].map((name) => `\u2068${name}\u2069`).join(" ")}`;
    for (const width of [60, 80, 100, 140]) {
      for (const line of wrapText(text, width, 9, "ar", perLetter)) {
        expect(line.split("\u2068").length, line).toBe(line.split("\u2069").length);
        expect(line).not.toMatch(/\u2068$/);
      }
    }
  });
});

describe("the layout", () => {
  test.each([
    [1920, 1080],
    [3840, 2160],
    [1200, 630],
    [7680, 160],
    [160, 160],
    [400, 3000],
  ])("%i × %i: map and texts inside, one above the other", (width, height) => {
    const layout = layOut({ width, height }, "screen", words, signs, measureIn);
    expect(layout.width * layout.scale).toBeCloseTo(width, 6);
    expect(layout.height * layout.scale).toBeCloseTo(height, 6);
    const foot = layout.map.y + layout.map.height;
    expect(layout.map.height).toBeGreaterThan(0);
    for (const { text, y, start, style } of layout.lines) {
      expect(y < layout.map.y || y > foot, text).toBe(true);
      expect(y, text).toBeLessThanOrEqual(layout.height);
      expect(start + measureIn(style)(text), text).toBeLessThanOrEqual(layout.width);
    }
  });

  test("4K is 1080p with twice the pixels", () => {
    const small = layOut({ width: 1920, height: 1080 }, "screen", words, signs, measureIn);
    const large = layOut({ width: 3840, height: 2160 }, "screen", words, signs, measureIn);
    expect(large).toEqual({ ...small, scale: small.scale * 2 });
    expect(small.signs).toHaveLength(signs.length);
  });

  test("a small picture goes without its legend rather than without its map", () => {
    const layout = layOut(
      { width: 320, height: 160 },
      "screen",
      words,
      [...signs, ...signs, ...signs],
      measureIn,
    );
    expect(layout.signs).toEqual([]);
    expect(layout.map.height).toBeGreaterThan(layout.height / 2);
  });
});

describe("the SVG", () => {
  const layout = layOut({ width: 1920, height: 1080 }, "screen", words, signs, measureIn);

  test("says its size and holds its texts as text", () => {
    const svg = pictureSvg(layout, words, colours, bar, "data:image/png;base64,AAAA");
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="1920" height="1080" viewBox="0 0 1280 720"/,
    );
    for (const text of [words.title, words.subtitle, "Ship lane", "300 km"])
      expect(svg).toContain(`>${text}<`);
    expect(svg).toContain('<image href="data:image/png;base64,AAAA"');
    expect(pictureSvg(layout, words, colours, bar)).not.toContain("<image");
  });

  test("is mirrored for writing from the right", () => {
    const svg = pictureSvg(
      layout,
      { ...words, title: "بافلودار", tag: "ar", direction: "rtl" },
      colours,
      bar,
    );
    expect(svg).toContain('direction="rtl"');
    expect(svg).toMatch(/<text x="1264" y="[\d.]+" font-size="24"/);
  });
});

test.each([
  [1, 120, 0.1],
  [1000, 120, 100],
  [5400, 120, 500],
  [4300, 75, 300],
  [20000, 110, 2000],
])("a scale bar at %d m per point, at most %d points long, stands for %d km", (metres, longest, km) => {
  const scale = roundScale(metres, longest);
  expect(scale.km).toBeCloseTo(km, 9);
  expect(scale.length).toBeLessThanOrEqual(longest);
  expect(scale.length).toBeGreaterThan(longest * 0.4);
});
