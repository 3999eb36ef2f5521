import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Camera,
  defaultView,
  flowUnits,
  overlayIds,
  pageIds,
  panelStates,
  partIds,
  rankings,
  themes,
  toolIds,
  type View,
} from "../../src/model/view.ts";
import { allowedStatuses, criteria, modes } from "../../src/model/vocabulary.ts";
import { decodeView } from "../../src/state/decodeView.ts";
import { encodeView } from "../../src/state/encodeView.ts";
import { type KnownIds, roundCamera } from "../../src/state/linkValues.ts";

const places = ["aktau", "poti", "pavlodar-alumina", "bandar_abbas"];
const known: KnownIds = {
  isPlace: (id) => places.includes(id),
  isClosable: (id) => [...places, "suez"].includes(id),
  isFlowEnd: (id) => [...places, "black-sea-ports"].includes(id),
  isRecord: (id) => places.includes(id),
  isCountry: (code) => ["RU", "IR", "CN", "GE"].includes(code),
};
const open = (search: string, hash = "") => decodeView(search, hash, known);

describe("a link and its view", () => {
  test("any view comes back from its own link", () => {
    fc.assert(
      fc.property(anyView(), (view) => {
        const { view: again, notices } = open(encodeView(view));
        expect(again).toEqual(view);
        expect(notices).toEqual([]);
      }),
    );
  });

  test("no parameter at all is the default view, and the default view needs no parameter", () => {
    expect(open("")).toEqual({ view: defaultView, notices: [] });
    expect(encodeView(defaultView)).toBe("");
  });

  test("lists stay readable in the link", () => {
    const view: View = { ...defaultView, from: "aktau", avoid: ["RU", "IR"], via: ["poti", [51.2, 43.6]] };
    expect(encodeView(view)).toBe("?from=aktau&via=poti;51.2,43.6&avoid=RU,IR");
  });

  test("avoid=none avoids nothing, an absent avoid avoids Russia", () => {
    expect(open("?avoid=none").view.avoid).toEqual([]);
    expect(open("?from=aktau").view.avoid).toEqual(["RU"]);
  });
});

/** Links that were published once must open for ever. */
const oldLinks: readonly [string, Partial<View>][] = [
  ["?from=aktau&to=poti&avoid=RU,IR,CN", { from: "aktau", to: "poti", avoid: ["RU", "IR", "CN"] }],
  ["?view=5/43/51", { camera: { zoom: 5, lat: 43, lng: 51, bearing: 0, pitch: 0 } }],
  ["?view=5.25/43.1/51.2/-10/30", { camera: { zoom: 5.25, lat: 43.1, lng: 51.2, bearing: -10, pitch: 30 } }],
  [
    "?embed=true&legend=0&cooperativeGestures=0",
    { embed: true, parts: { legend: false }, cooperativeGestures: false },
  ],
  ["?year=2030&status=planned&criterion=cost", { year: 2030, status: "planned", criterion: "cost" }],
  [
    "?close=suez,aktau&modes=rail,sea&lang=ar-eg",
    { close: ["suez", "aktau"], modes: ["rail", "sea"], lang: "ar-EG" },
  ],
  ["?avoid=ru&utm_source=mail", { avoid: ["RU"] }],
];
test.each(oldLinks)("the old link %s still opens", (link, expected) => {
  const { view, notices } = open(link);
  expect(view).toMatchObject(expected);
  expect(notices).toEqual([]);
});

test("a second scenario says only what differs from the first", () => {
  const link = "?from=aktau&to=poti&close=suez&compare=avoid%3Dnone%26close%3Dnone%26year%3D2030";
  const { view, notices } = open(link);
  expect(notices).toEqual([]);
  expect(view.compare).toMatchObject({ from: "aktau", to: "poti", avoid: [], close: [], year: 2030 });
  expect(encodeView(view)).toBe(link);
});

test("an old #map= hash is read, and view= wins over it", () => {
  expect(open("", "#map=4/40/50").view.camera).toMatchObject({ zoom: 4, lat: 40, lng: 50 });
  expect(open("?view=6/41/51", "#map=4/40/50").view.camera).toMatchObject({ zoom: 6 });
});

describe("bad values are dropped with a notice that names them", () => {
  const cases: readonly [string, string, string][] = [
    ["?from=atlantis", "from", "unknown-id"],
    ["?from=__proto__", "from", "unknown-id"],
    ["?to=200,95", "to", "out-of-range"],
    ["?to=NaN,43", "to", "out-of-range"],
    ["?via=aktau;constructor", "via", "unknown-id"],
    ["?avoid=RU,ZZ", "avoid", "unknown-country"],
    ["?close=nothing", "close", "unknown-id"],
    ["?modes=rail,zeppelin", "modes", "unknown-word"],
    ["?criterion=beauty", "criterion", "unknown-word"],
    ["?criterion=toString", "criterion", "unknown-word"],
    ["?year=soon", "year", "not-a-number"],
    ["?year=1066", "year", "out-of-range"],
    ["?slow=aktau", "slow", "not-a-number"],
    ["?slow=aktau:-3", "slow", "out-of-range"],
    ["?slow=nowhere:3", "slow", "unknown-id"],
    ["?reduce=aktau:150", "reduce", "out-of-range"],
    ["?within=0", "within", "out-of-range"],
    ["?tool=hammer", "tool", "unknown-word"],
    ["?choice=../../x", "choice", "unknown-word"],
    ["?compare=criterion%3Dbeauty", "compare: criterion", "unknown-word"],
    ["?page=cellar", "page", "unknown-word"],
    ["?filter=colour:red", "filter", "unknown-word"],
    ["?step=-1", "step", "not-a-number"],
    ["?delay=1", "delay", "out-of-range"],
    ["?story=../../etc", "story", "unknown-id"],
    ["?origin=javascript:alert(1)", "origin", "unknown-word"],
    ["?status=dreamt", "status", "unknown-word"],
    ["?view=a/b/c", "view", "not-a-number"],
    ["?view=5/NaN/51", "view", "not-a-number"],
    ["?view=99/43/51", "view", "out-of-range"],
    ["?lang=__proto__", "lang", "unknown-word"],
    ["?theme=plaid", "theme", "unknown-word"],
    ["?embed=maybe", "embed", "unknown-word"],
    [`?from=${"a".repeat(100_000)}`, "from", "too-long"],
    [`?close=${"aktau,".repeat(100)}`, "close", "too-long"],
  ];
  test.each(cases.map(([link, ...rest]) => [link.slice(0, 30), link, ...rest] as const))(
    "%s",
    (_, link, parameter, problem) => {
      const { view, notices } = open(link);
      expect(notices).toHaveLength(1);
      expect(notices[0]).toMatchObject({ parameter, problem });
      expect(notices[0]?.value.length).toBeLessThanOrEqual(41);
      expect(encodeView(view)).not.toContain("undefined");
    },
  );

  test("the good values beside a bad one stay", () => {
    const { view } = open("?from=aktau&to=atlantis&avoid=RU,ZZ,IR");
    expect(view).toMatchObject({ from: "aktau", avoid: ["RU", "IR"] });
    expect(view.to).toBeUndefined();
  });

  test("any text at all opens a page", () => {
    fc.assert(fc.property(fc.string(), fc.string(), (search, hash) => void open(search, hash)));
    const names = [...Object.keys(defaultView), "view", "year", "from", "to", "feature"];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.string(), (name, value) => {
        const { view } = open(`?${name}=${encodeURIComponent(value)}`);
        expect(open(encodeView(view)).view).toEqual(view);
      }),
    );
  });
});

function anyView(): fc.Arbitrary<View> {
  const point = fc.tuple(coordinate(180), coordinate(90));
  const place = fc.oneof(fc.constantFrom(...places), point);
  const camera = fc
    .record({
      zoom: fc.double({ min: 0, max: 22, noNaN: true }),
      lat: fc.double({ min: -85, max: 85, noNaN: true }),
      lng: fc.double({ min: -180, max: 180, noNaN: true }),
      bearing: fc.double({ min: -180, max: 180, noNaN: true }),
      pitch: fc.double({ min: 0, max: 60, noNaN: true }),
    })
    .map((raw): Camera => roundCamera(raw));
  const scenario = {
    via: fc.array(place, { maxLength: 3 }),
    avoid: fc.uniqueArray(fc.constantFrom("RU", "IR", "CN", "GE")),
    close: fc.subarray(["aktau", "suez", "poti"]),
    slow: fc
      .subarray(["aktau", "suez", "poti"])
      .chain((ids) => fc.tuple(...ids.map((id) => fc.record({ id: fc.constant(id), days: amount(90) })))),
    modes: fc.subarray([...modes], { minLength: 1 }),
    criterion: fc.constantFrom(...criteria),
    status: fc.constantFrom(...allowedStatuses),
  };
  const second = fc.record({
    ...scenario,
    from: place,
    to: place,
    year: fc.integer({ min: 2010, max: 2035 }),
  });
  const maybe = <T>(key: keyof View, values: fc.Arbitrary<T>) => ({ [key]: values });
  return fc
    .record(
      {
        ...scenario,
        ranking: fc.constantFrom(...rankings),
        within: amount(90, 1),
        flowFrom: fc.subarray(["aktau", "black-sea-ports"]),
        flowTo: fc.subarray(["poti", "black-sea-ports"]),
        flowUnit: fc.constantFrom(...flowUnits),
        reduce: fc.uniqueArray(fc.record({ id: fc.constantFrom("aktau", "suez"), percentLeft: amount(100) })),
        filter: fc.record(
          {
            country: fc.constantFrom("KZ", "UZ"),
            status: fc.constant("operating"),
            from: fc.constant("2020"),
          },
          { requiredKeys: [], noNullPrototype: true },
        ),
        step: fc.nat(9999),
        playback: fc.record({
          autoplay: fc.boolean(),
          delay: fc.integer({ min: 500, max: 600_000 }),
          loop: fc.boolean(),
          controls: fc.boolean(),
        }),
        api: fc.boolean(),
        layers: fc.subarray([...overlayIds]),
        theme: fc.constantFrom(...themes),
        embed: fc.boolean(),
        interactive: fc.boolean(),
        parts: fc.dictionary(fc.constantFrom(...partIds), fc.boolean(), { noNullPrototype: true }),
        ...maybe("from", place),
        ...maybe("to", place),
        ...maybe("year", fc.integer({ min: 2010, max: 2035 })),
        ...maybe("compare", second),
        ...maybe("choice", fc.constantFrom("1a2b3c", "zzzzzz")),
        ...maybe("tool", fc.constantFrom(...toolIds)),
        ...maybe("page", fc.constantFrom(...pageIds)),
        ...maybe("item", fc.constantFrom("projects", "vc_control", "ev-20261127")),
        ...maybe("mineral", fc.constantFrom("gallium", "rare-earths")),
        ...maybe("story", fc.constantFrom("what-is-the-middle-corridor")),
        ...maybe("origin", fc.constantFrom("null", "https://example.org", "http://localhost:8000")),
        ...maybe("feature", fc.constantFrom(...places)),
        ...maybe("camera", camera),
        ...maybe("lang", fc.constantFrom("en", "ar-EG", "ja")),
        ...maybe("panels", fc.constantFrom(...panelStates)),
        ...maybe("cooperativeGestures", fc.boolean()),
      },
      {
        requiredKeys: [
          "via",
          "avoid",
          "close",
          "modes",
          "criterion",
          "slow",
          "status",
          "ranking",
          "within",
          "flowFrom",
          "flowTo",
          "flowUnit",
          "reduce",
          "filter",
          "step",
          "playback",
          "api",
          "layers",
          "theme",
          "embed",
          "interactive",
          "parts",
        ],
      },
    )
    .map((view) => view as unknown as View);
}

/** A number with one decimal, above zero. */
function amount(limit: number, least = 0.1): fc.Arbitrary<number> {
  return fc.integer({ min: least * 10, max: limit * 10 }).map((tenths) => tenths / 10);
}

function coordinate(limit: number): fc.Arbitrary<number> {
  return fc.integer({ min: -limit * 1e5, max: limit * 1e5 }).map((value) => value / 1e5);
}
