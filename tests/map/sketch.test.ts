import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roomAround } from "../../src/map/camera.ts";
import { placeLabels } from "../../src/map/sketch/labels.ts";
import { sightOfBox, sightOfCamera } from "../../src/map/sketch/sight.ts";

const size = { width: 800, height: 450 };

describe("what a sketch shows", () => {
  test("a camera's place lies in the middle, and a zoom doubles", () => {
    const at = (zoom: number) => sightOfCamera({ lng: 51.2, lat: 43.6, zoom, bearing: 0, pitch: 0 }, size);
    expect(at(4).project([51.2, 43.6])).toEqual([400, 225]);
    const east = (zoom: number) => at(zoom).project([52.2, 43.6])[0] - 400;
    expect(east(5) / east(4)).toBeCloseTo(2, 9);
    // 512 pixels for the whole world at zoom 0, as MapLibre has it.
    expect(east(0)).toBeCloseTo(512 / 360, 9);
  });

  test("a box fills the picture but for its room, in one direction at least", () => {
    const boxes = fc.tuple(
      fc.double({ min: -30, max: 100, noNaN: true }),
      fc.double({ min: -40, max: 50, noNaN: true }),
      fc.double({ min: 1, max: 60, noNaN: true }),
      fc.double({ min: 1, max: 30, noNaN: true }),
    );
    fc.assert(
      fc.property(boxes, ([west, south, wide, high]) => {
        const sight = sightOfBox(
          [
            [west, south],
            [west + wide, south + high],
          ],
          size,
        );
        const [left, bottom] = sight.project([west, south]);
        const [right, top] = sight.project([west + wide, south + high]);
        const room = roomAround(size);
        const free = [
          left - room.left,
          size.width - room.right - right,
          top - room.top,
          size.height - room.bottom - bottom,
        ];
        for (const pixels of free) expect(pixels).toBeGreaterThan(-1e-6);
        expect(Math.min(...free)).toBeLessThan(sight.zoom < 9 ? 1e-6 : 800);
      }),
    );
  });
});

describe("names on a sketch", () => {
  const named = (x: number, y: number, text = "Aktau") => ({ x, y, text, size: 12 });

  test("stand beside their place, on the side with room", () => {
    expect(placeLabels([named(400, 200)], size, [])).toMatchObject([{ anchor: "start", y: 200 }]);
    expect(placeLabels([named(790, 200)], size, [])).toMatchObject([{ anchor: "end", y: 200 }]);
  });

  test("keep off a line where they can", () => {
    const eastward = Array.from({ length: 20 }, (_, index) => [400 + index * 5, 200] as const);
    expect(placeLabels([named(400, 200)], size, eastward)).toMatchObject([{ anchor: "end" }]);
  });

  test("never cover one another nor leave the picture; the first come first", () => {
    const crowd = Array.from({ length: 30 }, (_, index) =>
      named(400 + (index % 6) * 9, 200 + Math.floor(index / 6) * 9),
    );
    const placed = placeLabels(crowd, size, []);
    expect(placed[0]).toMatchObject({ y: crowd[0]?.y });
    expect(placed.length).toBeLessThan(crowd.length);
    expect(placeLabels([named(-20, 200)], size, [])).toEqual([]);
  });
});
