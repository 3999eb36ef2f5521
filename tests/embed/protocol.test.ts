import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Commands } from "../../src/embed/commands.ts";
import { readMessage } from "../../src/embed/protocol.ts";
import { respond } from "../../src/embed/respond.ts";
import { commandNames, source, version } from "../../src/embed/words.ts";

const envelope = (type: string, payload?: unknown, requestId?: unknown) => ({
  v: version,
  source,
  type,
  ...(payload !== undefined && { payload }),
  ...(requestId !== undefined && { requestId }),
});

describe("a message is read", () => {
  const good: readonly [string, unknown][] = [
    ["setView", { zoom: 5, lat: 43, lng: 51 }],
    ["setView", { zoom: 5, lat: 43, lng: 51, bearing: -20, pitch: 30 }],
    [
      "fitBounds",
      {
        bounds: [
          [26, 37],
          [83, 49],
        ],
      },
    ],
    ["setLayers", { layers: [] }],
    ["selectFeature", { id: null }],
    ["setRoute", { from: "aktau", to: [41.6, 42.1], via: ["baku", [50, 40]], avoid: "RU,IR" }],
    ["setScenario", { close: ["suez"], criterion: "cost", year: 2030, via: null }],
    ["setYear", { year: 2030 }],
    ["goToStep", { index: 2 }],
    ["next", undefined],
    ["getState", {}],
    ["setState", { state: { from: "aktau", avoid: "RU" } }],
    ["setState", { state: { state: { from: "aktau" } } }],
    ["exportImage", { format: "png", width: 1920, height: 1080 }],
    ["exportRoute", { format: "gpx" }],
    ["setTheme", { theme: "dark" }],
    ["setLanguage", { lang: "ar-EG" }],
  ];
  test.each(good)("%s %j", (type, payload) => {
    expect(readMessage(envelope(type, payload, 7))).toMatchObject({ command: type, requestId: 7 });
  });

  const bad: readonly [string, unknown, string, string][] = [
    ["setView", { zoom: "5", lat: 43, lng: 51 }, "zoom", '"5"'],
    ["setView", { zoom: 5, lat: 95, lng: 51 }, "lat", "95"],
    ["setView", { zoom: Number.NaN, lat: 43, lng: 51 }, "zoom", "NaN"],
    ["setView", { lat: 43, lng: 51 }, "zoom", "missing"],
    ["setView", { zoom: 5, lat: 43, lng: 51, tilt: 3 }, "tilt", "no field"],
    [
      "fitBounds",
      {
        bounds: [
          [26, 50],
          [83, 49],
        ],
      },
      "bounds",
      "[[26,50],[83,49]]",
    ],
    ["setYear", { year: 1066 }, "year", "1066"],
    ["setYear", { year: "soon" }, "year", '"soon"'],
    ["setTheme", { theme: "pink" }, "theme", '"pink"'],
    ["setRoute", { from: "aktau" }, "to", "missing"],
    ["setRoute", { from: 3, to: "poti" }, "from", "3"],
    ["next", { now: true }, "now", "now"],
    ["setScenario", { colour: "red" }, "colour", "colour"],
    ["exportImage", { format: "gif", width: 100, height: 100 }, "format", '"gif"'],
    ["exportImage", { format: "png", width: 1e9, height: 100 }, "width", "1000000000"],
    ["setState", { state: 5 }, "state", "5"],
    ["getState", "please", "payload", "please"],
  ];
  test.each(bad)("%s %j is refused by field and value", (type, payload, field, value) => {
    const reading = readMessage(envelope(type, payload, "a"));
    expect(reading).toMatchObject({ requestId: "a" });
    const { error } = reading as { error: string };
    expect(error).toContain(type);
    expect(error).toContain(field);
    expect(error).toContain(value);
  });

  test("what is not ours is met with silence", () => {
    for (const data of [
      null,
      undefined,
      5,
      "slide:start",
      [],
      {},
      { type: "next" },
      { v: 1, source: "other" },
    ])
      expect(readMessage(data)).toBeUndefined();
  });

  test("another version and an unknown command are refused", () => {
    expect(readMessage({ ...envelope("next", {}, 1), v: 2 })).toMatchObject({
      requestId: 1,
      error: expect.stringContaining("v: 2"),
    });
    expect(readMessage(envelope("toString", {}, 1))).toMatchObject({
      error: expect.stringContaining("toString"),
    });
  });
});

describe("every message of ours has exactly one answer", () => {
  const calls: string[] = [];
  const commands: Commands = {
    next: () => calls.push("next"),
    getState: () => ({ state: { from: "aktau" } }),
    setYear: () => Promise.reject(new Error("year: 2030: out of reach")),
  };

  test("done, with its result", async () => {
    expect(await respond(envelope("next", {}, "n"), commands)).toMatchObject({ requestId: "n", ok: true });
    expect(calls).toEqual(["next"]);
    const state = { state: { from: "aktau" } };
    expect(await respond(envelope("getState"), commands)).toEqual({ ok: true, result: state });
  });

  test("failed, with the reason", async () => {
    const error = "setYear: year: 2030: out of reach";
    expect(await respond(envelope("setYear", { year: 2030 }), commands)).toEqual({ ok: false, error });
  });

  test("a command that nobody carries out says so", async () => {
    const ack = await respond(envelope("exportRoute", { format: "csv" }), commands);
    expect(ack).toMatchObject({ ok: false, error: expect.stringContaining("exportRoute") });
  });

  test("any junk: never a throw, silence without our mark, an answer with it", async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything({ withNullPrototype: true, withBigInt: true }), async (junk) => {
        expect(await respond(junk, commands)).toBeUndefined();
      }),
    );
    const type = fc.oneof(fc.constantFrom<unknown>(...commandNames), fc.anything());
    const payload = fc.oneof(
      fc.anything({ withBigInt: true, withDate: true, withMap: true }),
      fc.dictionary(fc.constantFrom("zoom", "from", "state", "bounds", "__proto__", "via"), fc.anything()),
    );
    const message = fc.record({
      v: fc.constantFrom<unknown>(1, 1, 2, "1"),
      type,
      payload,
      requestId: fc.anything(),
    });
    await fc.assert(
      fc.asyncProperty(message, async (fields) => {
        const ack = await respond({ ...fields, source }, commands);
        expect(typeof ack?.ok).toBe("boolean");
        if (ack?.ok === false) {
          expect(ack.error).not.toBe("");
          expect(ack.error?.length).toBeLessThan(600);
        }
        expect(() => structuredClone(ack)).not.toThrow();
      }),
      { numRuns: 1000 },
    );
  });
});
