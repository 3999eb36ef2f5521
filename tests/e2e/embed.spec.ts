import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page, Frame as PageFrame } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { Frame, mount as Mount } from "../../src/embed/embed.d.ts";
import { commandNames } from "../../src/embed/words.ts";
import { expectNoTrouble, openBrowser, type Visit, visitPage } from "./browser.ts";

openBrowser();

/** What a host page of these tests keeps for them to look at. */
interface HostWindow {
  readonly map: Frame;
  readonly mount: typeof Mount;
  readonly heard: { readonly type: string; readonly payload: Record<string, unknown> }[];
  readonly pressed: string[];
}
declare const window: HostWindow & typeof globalThis;

let server: Server;
let body = "";
let host = "";
beforeAll(async () => {
  server = createServer((_, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(`<!doctype html><title>host</title><style>body{margin:0}</style>
      <input id="own" autofocus>${body}`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

/** Opens a host page of another origin than the map's. */
function open(html: string, width = 900, height = 600): Promise<Visit> {
  body = html;
  return visitPage(`${host}/`, { viewport: { width, height } });
}

/** Opens a host page that mounts one frame with the client, and waits until it is drawn. */
async function openClient(
  view: object,
  options: object = {},
): Promise<Visit & { readonly inner: PageFrame }> {
  const opened = await open(
    `<div id="map" style="width:600px;height:400px"></div>
     <script type="module">
       import { mount } from "${inject("page")}embed.js";
       window.heard = []; window.pressed = [];
       addEventListener("keydown", (event) => pressed.push(event.key));
       window.map = mount(document.getElementById("map"), { view: ${JSON.stringify(view)}, ...${JSON.stringify(options)} });
       for (const type of ["ready", "viewChanged", "routeChanged", "selectionChanged", "yearChanged", "keydown", "error"])
         map.on(type, (payload) => heard.push({ type, payload }));
     </script>`,
  );
  const inner = await frameOf(opened.page);
  await drawn(inner);
  return { ...opened, inner };
}

/** A host page with a plain frame, which notes what the frame says. */
function openPlain(query: string, attributes = "", base = inject("page")): Promise<Visit> {
  const source = `${base}${query}`.replaceAll("&", "&amp;");
  return open(`<iframe title="map" src="${source}" width="600" height="400" ${attributes}></iframe>
    <script>window.heard = []; addEventListener("message", (event) => heard.push(event.data))</script>`);
}

async function frameOf(page: Page): Promise<PageFrame> {
  const inner = await (await page.waitForSelector("iframe")).contentFrame();
  if (!inner) throw new Error("the frame has no page");
  return inner;
}

async function drawn(inner: PageFrame): Promise<void> {
  await inner.locator("html[data-state=ready]").waitFor({ state: "attached", timeout: 40_000 });
}

const types = (page: Page) => page.evaluate(() => window.heard.map(({ type }) => type));
const heard = (page: Page, type: string) =>
  page.waitForFunction((wanted) => window.heard.findLast((event) => event.type === wanted)?.payload, type);
/** The link in the frame's address bar. */
const linkOf = (inner: PageFrame) => new URLSearchParams(new URL(inner.url()).search);
const refusal = (page: Page, command: string, payload: unknown) =>
  page.evaluate(
    ([name, value]) =>
      (window.map as unknown as Record<string, (payload: unknown) => Promise<unknown>>)
        [name as string]?.(value)
        .then(
          () => "done",
          (error: Error) => error.message,
        ),
    [command, payload] as const,
  );

describe("the client for host pages", () => {
  test("commands the map and hears what changes", async () => {
    const opened = await openClient({ from: "aktau", to: "poti", lang: "en" });
    const { page, inner } = opened;
    const ready = await page.evaluate(() => window.map.ready);
    expect(ready.commands).toEqual(expect.arrayContaining(["setView", "fitBounds", "getState", "setState"]));
    expect(await types(page)).toEqual(expect.arrayContaining(["ready", "routeChanged"]));
    const first = await (await heard(page, "routeChanged")).jsonValue();
    expect(first).toMatchObject({ status: "found", countries: expect.arrayContaining([]) });

    await page.evaluate(() => window.map.setView({ zoom: 5, lat: 42, lng: 50, bearing: 10 }));
    expect(await (await heard(page, "viewChanged")).jsonValue()).toMatchObject({
      zoom: 5,
      lat: 42,
      bearing: 10,
    });
    expect(linkOf(inner).get("view")).toBe("5/42/50/10");

    await page.evaluate(() =>
      window.map.fitBounds({
        bounds: [
          [45, 38],
          [55, 46],
        ],
      }),
    );
    await inner.waitForFunction(() => /^[45]/.test(new URLSearchParams(location.search).get("view") ?? ""));
    await inner.waitForFunction(() => !location.search.includes("view=5/42/50/10"));

    await page.evaluate(() => window.map.setLayers({ layers: ["network"] }));
    expect(linkOf(inner).get("layers")).toBe("network");
    await page.evaluate(() => window.map.selectFeature({ id: "baku" }));
    expect(await (await heard(page, "selectionChanged")).jsonValue()).toEqual({ id: "baku" });
    await page.evaluate(() => window.map.selectFeature({ id: null }));
    expect(linkOf(inner).has("feature")).toBe(false);

    await page.evaluate(() =>
      window.map.setRoute({ from: "pavlodar-alumina", to: "constanta", avoid: ["RU", "IR"] }),
    );
    expect(linkOf(inner).get("from")).toBe("pavlodar-alumina");
    await page.waitForFunction(() =>
      window.heard.some(({ type, payload }) => {
        const legs = (type === "routeChanged" && (payload["legs"] as { id: string }[])) || [];
        return legs.some(({ id }) => id.includes("constanta"));
      }),
    );
    await page.evaluate(() => window.map.setScenario({ close: ["suez"], criterion: "cost" }));
    expect(linkOf(inner).get("close")).toBe("suez");
    expect(linkOf(inner).get("to")).toBe("constanta");
    await page.evaluate(() => window.map.setYear({ year: 2030 }));
    expect(await (await heard(page, "yearChanged")).jsonValue()).toEqual({ year: 2030 });
    await page.evaluate(() => window.map.setTheme({ theme: "dark" }));
    await inner.waitForSelector("html[data-theme=dark]", { state: "attached" });
    await page.evaluate(() => window.map.setLanguage({ lang: "ar" }));
    await inner.waitForSelector("html[dir=rtl]", { state: "attached" });

    const kept = await page.evaluate(() => window.map.getState());
    expect(kept.state).toMatchObject({ from: "pavlodar-alumina", year: "2030", lang: "ar", theme: "dark" });
    await page.evaluate(() => window.map.setScenario({ from: "poti", to: null, close: null }));
    await inner.waitForSelector("[data-route-status=idle]", { state: "attached" });
    await page.evaluate((state) => window.map.setState({ state }), kept.state);
    expect(await page.evaluate(() => window.map.getState())).toEqual(kept);
    await inner.waitForSelector("[data-route-status=found]", { state: "attached" });
    await drawn(inner);
    expectNoTrouble(opened);
    await opened.close();
  });

  test("what is wrong is refused with field and value, and the picture stays", async () => {
    const opened = await openClient({ from: "aktau", to: "poti" });
    const { page, inner } = opened;
    const before = inner.url();
    const cases: readonly [string, unknown, string, string][] = [
      ["setView", { zoom: 99, lat: 0, lng: 0 }, "zoom", "99"],
      ["setRoute", { from: "atlantis", to: "poti" }, "from", "atlantis"],
      ["setScenario", { avoid: ["RU", "ZZ"] }, "avoid", "ZZ"],
      ["setScenario", { modes: ["zeppelin"] }, "modes", "zeppelin"],
      ["setLayers", { layers: ["sky"] }, "layers", "sky"],
      ["selectFeature", { id: "__proto__" }, "feature", "__proto__"],
      ["selectFeature", { id: "nowhere" }, "id", "nowhere"],
      ["selectFeature", { id: "" }, "id", '""'],
      ["setState", { state: { form: "aktau" } }, "state", "form"],
      ["setState", { state: { from: "atlantis" } }, "from", "atlantis"],
      ["setLanguage", { lang: "tlh" }, "lang", "tlh"],
      ["setLanguage", { lang: "__proto__" }, "lang", "__proto__"],
      ["exportRoute", { format: "pdf" }, "format", "pdf"],
    ];
    for (const [command, payload, field, value] of cases) {
      const message = await refusal(page, command, payload);
      expect(message, command).toContain(`${command}: `);
      expect(message).toContain(field);
      expect(message).toContain(value);
    }
    const { commands } = await page.evaluate(() => window.map.ready);
    expect(await refusal(page, "exportRoute", { format: "csv" })).toMatch(
      commands.includes("exportRoute") ? "done" : "does not carry it out",
    );
    expect(inner.url()).toBe(before);
    expect(await inner.locator("[data-route-status=found]").count()).toBe(1);
    expectNoTrouble(opened);
    await opened.close();
  });

  test("a state brings back the frame's own switches too, and a record of any kind is selected", async () => {
    const opened = await openClient({ from: "aktau", to: "poti" });
    const { page, inner } = opened;
    const switches = async () => {
      await inner.locator(".map-canvas canvas").waitFor();
      await drawn(inner);
      return inner.evaluate(() => ({
        held: document.querySelector<HTMLElement>("canvas")?.tabIndex === 0,
        zooms: document.querySelector(".maplibregl-ctrl-zoom-in") !== null,
        scales: document.querySelector(".maplibregl-ctrl-scale") !== null,
        guarded: document.querySelector(".maplibregl-cooperative-gesture-screen") !== null,
        panel: document.querySelector(".app")?.getAttribute("data-panel"),
      }));
    };
    const before = await switches();
    expect(before).toEqual({ held: true, zooms: true, scales: true, guarded: true, panel: "none" });
    const kept = await page.evaluate(() => window.map.getState());
    const other = { panels: "collapsed", cooperativeGestures: "0", zoomControls: "0", scaleBar: "0" };
    await page.evaluate((state) => window.map.setState({ state }), { ...kept.state, ...other });
    await inner.locator(".maplibregl-ctrl-scale").waitFor({ state: "detached" });
    const free = { held: true, zooms: false, scales: false, guarded: false, panel: "collapsed" };
    expect(await switches()).toEqual(free);
    await page.evaluate((state) => window.map.setState({ state }), { ...kept.state, interactive: "0" });
    await inner.locator("canvas[tabindex]").waitFor({ state: "detached" });
    expect(await switches()).toEqual({ ...before, held: false, zooms: false });
    await page.evaluate((state) => window.map.setState({ state }), kept.state);
    await inner.locator("canvas[tabindex]").waitFor({ state: "attached" });
    expect(await switches()).toEqual(before);
    await page.evaluate(() => window.map.selectFeature({ id: "p-aktau-hub" }));
    expect(linkOf(inner).get("feature")).toBe("p-aktau-hub");
    expectNoTrouble(opened);
    await opened.close();
  });

  test("the classic script gives the same, and a frame taken away fails what waits", async () => {
    const opened = await open(
      `<script src="${inject("page")}embed.classic.js"></script><div id="map" style="width:300px;height:200px"></div>
       <script>window.map = MiddleCorridor.mount(document.getElementById("map"), { view: { from: "aktau", to: "poti" } })</script>`,
    );
    const { page } = opened;
    expect((await page.evaluate(() => window.map.ready)).commands).toContain("getState");
    expect((await page.evaluate(() => window.map.getState())).state["from"]).toBe("aktau");
    const failure = page.evaluate(() => {
      const state = window.map.getState().catch((error: Error) => error.message);
      window.map.destroy();
      return state;
    });
    expect(await failure).toContain("taken away");
    expect(await page.locator("iframe").count()).toBe(0);
    expectNoTrouble(opened);
    await opened.close();
  });

  test("reports the camera at most four times a second while it moves", async () => {
    const opened = await openClient({ view: "4/43/51", cooperativeGestures: 0 });
    const { page } = opened;
    const box = await page.locator("iframe").boundingBox();
    if (!box) throw new Error("the frame has no size");
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await page.evaluate(() => {
      const times: number[] = [];
      window.map.on("viewChanged", () => times.push(performance.now()));
      Object.assign(window, { times });
    });
    await page.mouse.move(middle.x, middle.y);
    await page.mouse.down();
    for (let step = 1; step <= 40; step++) await page.mouse.move(middle.x + step * 2, middle.y);
    await page.mouse.up();
    await page.waitForTimeout(1500);
    const times = await page.evaluate(() => (window as unknown as { times: number[] }).times);
    expect(times.length).toBeGreaterThan(1);
    for (const [index, time] of times.entries()) {
      const next = times[index + 4];
      if (next !== undefined) expect(next - time).toBeGreaterThan(950);
    }
    await opened.close();
  });
});

describe("who is heard", () => {
  const command = {
    v: 1,
    source: "middle-corridor",
    type: "setYear",
    payload: { year: 2031 },
    requestId: "x",
  };
  const post = (page: Page, message: unknown) =>
    page.evaluate((data) => document.querySelector("iframe")?.contentWindow?.postMessage(data, "*"), message);

  test.each([
    ["no api", "?embed=1&from=aktau&to=poti"],
    ["another origin", "?embed=1&api=1&origin=https://elsewhere.example"],
    ["only pages without an origin", "?embed=1&api=1&origin=null"],
    ["by default its own origin", "?embed=1&api=1"],
  ])("nobody else: %s", async (name, query) => {
    const opened = await openPlain(query);
    const { page } = opened;
    const inner = await frameOf(page);
    await drawn(inner);
    await post(page, command);
    await page.waitForTimeout(500);
    expect(inner.url()).not.toContain("year=2031");
    const events = await types(page);
    // To pages without an origin nothing can be addressed but to all; it is what stands on the screen.
    if (!name.startsWith("only")) expect(events).toEqual([]);
    expect(events).not.toContain("ack");
    await opened.close();
  });

  test("the parent, not a neighbour of its origin; each message has one answer", async () => {
    const opened = await openPlain(`?embed=1&api=1&origin=${host}`);
    const { page } = opened;
    const inner = await frameOf(page);
    await drawn(inner);
    await page.evaluate((data) => {
      const neighbour = document.createElement("iframe");
      neighbour.srcdoc = `<script>parent.frames[0].postMessage(${JSON.stringify(data)}, "*")</script>`;
      document.body.append(neighbour);
    }, command);
    await page.waitForTimeout(500);
    expect(inner.url()).not.toContain("year=2031");
    expect(await types(page)).not.toContain("ack");
    await post(page, command);
    await heard(page, "ack");
    expect(inner.url()).toContain("year=2031");
    for (const junk of [
      "hello",
      5,
      null,
      { source: "other" },
      { ...command, v: 2 },
      { ...command, type: "fly" },
    ])
      await post(page, junk);
    await page.waitForFunction(() => window.heard.filter(({ type }) => type === "ack").length >= 3);
    const acks = await page.evaluate(() => window.heard.filter(({ type }) => type === "ack"));
    expect(acks).toEqual([
      expect.objectContaining({ v: 1, source: "middle-corridor", payload: { requestId: "x", ok: true } }),
      expect.objectContaining({
        payload: { requestId: "x", ok: false, error: expect.stringContaining("v: 2") },
      }),
      expect.objectContaining({
        payload: { requestId: "x", ok: false, error: expect.stringContaining("fly") },
      }),
    ]);
    await opened.close();
  });

  test("a host without an origin, in a sandbox of its own", async () => {
    const opened = await open(`<iframe id="deck" sandbox="allow-scripts" width="700" height="450" srcdoc='
      <div id="map" style="width:600px;height:400px"></div>
      <script type="module">
        import { mount } from "${inject("page")}embed.js";
        const map = mount(document.getElementById("map"), { view: { from: "aktau", to: "poti" } });
        await map.setYear({ year: 2031 });
        document.title = (await map.getState()).state.year;
      </script>'></iframe>`);
    const deck = await frameOf(opened.page);
    await deck.waitForFunction(() => document.title === "2031", undefined, { timeout: 40_000 });
    expectNoTrouble(opened);
    await opened.close();
  });
});

describe("keys and focus", () => {
  test("the frame takes no focus, the deck keeps its clicker, the map its arrows", async () => {
    const opened = await openClient({ view: "4/43/51" });
    const { page, inner } = opened;
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("own");
    await inner.locator("canvas").click({ position: { x: 300, y: 40 } });
    const before = await inner.evaluate(() => location.search);
    for (const key of ["PageDown", "PageUp", "Home", "End", "Escape", ".", "b", "ArrowRight", "Tab"])
      await page.keyboard.press(key);
    await inner.waitForFunction((link) => location.search !== link, before);
    const keys = ["PageDown", "PageUp", "Home", "End", "Escape", ".", "b"];
    expect(await page.evaluate(() => window.pressed)).toEqual(keys);
    const told = await page.evaluate(() =>
      window.heard.flatMap(({ type, payload }) => (type === "keydown" ? [payload["key"]] : [])),
    );
    expect(told).toEqual(keys);
    expectNoTrouble(opened);
    await opened.close();
  });

  test("without commands too; what is typed into a field stays there", async () => {
    const opened = await openPlain("?embed=1&panels=open&from=aktau&to=poti");
    const { page } = opened;
    const inner = await frameOf(page);
    await drawn(inner);
    await inner.getByRole("combobox").first().focus();
    await page.keyboard.press("a");
    await page.keyboard.press(".");
    await inner.locator("canvas").focus();
    await page.keyboard.press("F5");
    await page.waitForFunction(() => window.heard.length > 0);
    expect(await page.evaluate(() => window.heard)).toEqual([
      { v: 1, source: "middle-corridor", type: "keydown", payload: { key: "F5" } },
    ]);
    await opened.close();
  });

  test("a still has nothing to hold and nothing to press", async () => {
    const opened = await openPlain("?embed=1&interactive=0&from=aktau&to=poti");
    const inner = await frameOf(opened.page);
    await drawn(inner);
    expect(await inner.locator("canvas[tabindex], .maplibregl-ctrl-zoom-in").count()).toBe(0);
    await inner.locator("canvas").dblclick({ position: { x: 300, y: 100 } });
    await opened.page.waitForTimeout(500);
    expect(inner.url()).not.toContain("view=");
    await opened.close();
  });
});

describe("slides", () => {
  test("slide:stop gives the graphics back and leaves a picture; slide:start brings the same map", async () => {
    const opened = await openPlain("?embed=1&from=aktau&to=poti&view=5/42/47/20/30");
    const { page } = opened;
    const inner = await frameOf(page);
    await drawn(inner);
    const picture = () =>
      inner.locator(".map-area").screenshot({ mask: [inner.locator(".maplibregl-control-container")] });
    const say = (word: string) =>
      page.evaluate((text) => document.querySelector("iframe")?.contentWindow?.postMessage(text, "*"), word);
    const before = await picture();
    await say("slide:stop");
    await inner.locator("canvas").waitFor({ state: "detached" });
    expect(await inner.locator(".map-poster").getAttribute("src")).toMatch(/^data:image\/webp/);
    const resting = await picture();
    expect(await likeness(page, before, resting)).toBeGreaterThan(0.97);
    await say("slide:start");
    await inner.locator("canvas").waitFor();
    await inner.locator(".map-poster").evaluate((poster) => poster.remove());
    await page.waitForTimeout(2000);
    await drawn(inner);
    expect((await picture()).equals(before)).toBe(true);
    expectNoTrouble(opened);
    await opened.close();
  });

  test("a frame scrolled out of sight gives its graphics back after a while, and comes back", async () => {
    const opened = await openPlain("?embed=1&from=aktau&to=poti");
    const { page } = opened;
    const inner = await frameOf(page);
    await drawn(inner);
    await page.evaluate(() => {
      document.body.style.paddingBottom = "5000px";
      scrollTo(0, 4000);
    });
    await inner.locator("canvas").waitFor({ state: "detached", timeout: 30_000 });
    await page.evaluate(() => scrollTo(0, 0));
    await inner.locator("canvas").waitFor();
    await opened.close();
  }, 120_000);

  test("a frame that starts without a size is right once it is shown", async () => {
    const opened = await openPlain("?embed=1&from=aktau&to=poti", 'style="width:0;height:0"');
    const { page } = opened;
    const inner = await frameOf(page);
    await page.waitForTimeout(1500);
    await page.evaluate(() => document.querySelector("iframe")?.removeAttribute("style"));
    await drawn(inner);
    await inner.waitForFunction(() => (document.querySelector("canvas")?.clientWidth ?? 0) > 500);
    await page.waitForTimeout(1000);
    const shifted = await inner.locator(".map-area").screenshot();
    const straight = await openPlain("?embed=1&from=aktau&to=poti");
    const other = await frameOf(straight.page);
    await drawn(other);
    await straight.page.waitForTimeout(1000);
    expect(await likeness(page, shifted, await other.locator(".map-area").screenshot())).toBeGreaterThan(
      0.98,
    );
    await opened.close();
    await straight.close();
  });

  test("clicks land right in a scaled frame", async () => {
    const opened = await openClient({ view: "9/43.6/51.2" });
    const { page } = opened;
    await page.evaluate(() => {
      const box = document.getElementById("map");
      if (box) Object.assign(box.style, { transform: "scale(0.6)", transformOrigin: "0 0" });
    });
    const box = await page.locator("iframe").boundingBox();
    const canvas = await opened.inner.locator("canvas").boundingBox();
    if (!box || !canvas) throw new Error("the frame has no size");
    expect(Math.round(box.width)).toBe(360);
    await page.mouse.click(canvas.x + canvas.width / 2, canvas.y + canvas.height / 2);
    expect(await (await heard(page, "selectionChanged")).jsonValue()).toEqual({ id: "aktau" });
    await opened.close();
  });

  test("twenty frames on a page: each shows the map, or a picture and a way to reload it", async () => {
    const source = `${inject("page")}?embed=1&interactive=0&scaleBar=0&legend=0&from=aktau&to=poti`;
    const frames = `<iframe title="map" src="${source.replaceAll("&", "&amp;")}" width="160" height="120"></iframe>`;
    const opened = await open(frames.repeat(20), 900, 700);
    const { page } = opened;
    const inners = page.frames().filter((frame) => frame !== page.mainFrame());
    expect(inners).toHaveLength(20);
    for (const inner of inners)
      await inner.locator(".map-canvas").waitFor({ state: "attached", timeout: 60_000 });
    await page.waitForTimeout(3000);
    const states = await Promise.all(
      inners.map((inner) =>
        inner.evaluate(() => {
          const isLost = document.querySelector("canvas")?.getContext("webgl2")?.isContextLost() ?? true;
          const poster = document.querySelector<HTMLImageElement>(".map-poster");
          return {
            isLost,
            message: document.querySelector(".map-problem button") !== null,
            poster: (poster?.naturalWidth ?? 0) > 0,
          };
        }),
      ),
    );
    expect(states.filter(({ poster }) => !poster)).toEqual([]);
    expect(states.filter(({ isLost, message }) => isLost !== message)).toEqual([]);
    const lost = states.findIndex(({ isLost }) => isLost);
    expect(lost).toBeGreaterThanOrEqual(0);
    await inners[lost]?.locator(".map-problem button").click();
    await inners[lost]?.locator(".map-problem").waitFor({ state: "detached" });
    await opened.close();
  }, 180_000);
});

describe("sandboxed frames under the shipped headers", () => {
  test("allow-scripts alone is enough", async () => {
    const opened = await openClient({ from: "aktau", to: "poti" }, { sandbox: "allow-scripts" });
    expect(await opened.inner.evaluate(() => self.origin)).toBe("null");
    await opened.page.evaluate(() => window.map.setYear({ year: 2031 }));
    const { state } = await opened.page.evaluate(() => window.map.getState());
    expect(state["year"]).toBe("2031");
    expect(await opened.inner.locator("canvas").count()).toBe(1);
    expectNoTrouble(opened);
    await opened.close();
  });

  test("from a host without them the sketch of the corridor stands in", async () => {
    const opened = await openPlain("?embed=1", 'sandbox="allow-scripts"', inject("bare"));
    const poster = (await frameOf(opened.page)).locator(".map-poster");
    await poster.waitFor();
    expect(
      await poster.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth),
    ).toBeGreaterThan(0);
    await opened.close();
  });
});

describe("the playground", () => {
  test.each([
    ["en", "ltr"],
    ["ar", "rtl"],
    ["ja", "ltr"],
  ])("in %s: commands, answers, events and code", async (lang, dir) => {
    const opened = await visitPage(`${inject("page")}playground.html?lang=${lang}`, {
      viewport: { width: 1200, height: 900 },
    });
    const { page } = opened;
    const inner = await frameOf(page);
    await drawn(inner);
    expect(await page.locator("html").getAttribute("dir")).toBe(dir);
    const shown = page
      .locator("[data-command]")
      .evaluateAll((forms) => forms.map((form) => form.dataset["command"]));
    expect((await shown).sort()).toEqual([...commandNames].sort());
    await page.locator("[data-event=ready]").waitFor();
    const run = async (command: string, payload?: string) => {
      const form = page.locator(`[data-command=${command}]`);
      if (payload) await form.locator("textarea").fill(payload);
      await form.locator("button").click();
      await form.locator("output").getByText(/\S/).waitFor();
      return form.locator("output").textContent();
    };
    await run("setYear");
    expect(linkOf(inner).get("year")).toBe("2030");
    await page.locator("[data-event=yearChanged]").waitFor();
    expect(await page.locator("pre").textContent()).toContain('await map.setYear({"year":2030});');
    expect(await run("getState")).toContain('"year":"2030"');
    expect(await run("setYear", '{"year":1066}')).toContain("1066");
    expect(await run("setYear", "{year")).not.toBe("");
    expectNoTrouble(opened);
    await opened.close();
  });
});

describe("the layout of a frame", () => {
  test.each([
    [320, 240],
    [800, 450],
  ])("at %i x %i: title, legend and credits, nothing cut off", async (width, height) => {
    const opened = await open(
      `<style>#own{display:none}iframe{display:block;border:0}</style><iframe title="map" width="${width}" height="${height}"
        src="${inject("page")}?embed=1&amp;from=pavlodar-alumina&amp;to=constanta&amp;lang=ar"></iframe>`,
    );
    const inner = await frameOf(opened.page);
    await drawn(inner);
    await inner.locator(".embed-title").waitFor();
    const overflow = await inner.evaluate(() => [
      document.documentElement.scrollWidth - innerWidth,
      document.documentElement.scrollHeight - innerHeight,
    ]);
    expect(overflow).toEqual([0, 0]);
    for (const part of [
      ".embed-title",
      ".legend",
      ".maplibregl-ctrl-attrib-button",
      ".maplibregl-ctrl-scale",
    ])
      expect(await inner.locator(part).isVisible(), part).toBe(true);
    await opened.close();
  });

  test("with search=1 the reader looks something up beside the title, and its card opens", async () => {
    const opened = await openPlain("?embed=1&panels=none&search=1&from=aktau&to=poti");
    const { page } = opened;
    const inner = await frameOf(page);
    await drawn(inner);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("own");
    await inner.locator(".embed-title input").fill("kuryk");
    await inner.locator(".embed-title [role=option]").first().click();
    await inner.locator(".embed-card h2").getByText("Kuryk").waitFor();
    expect(linkOf(inner).get("feature")).toBe("kuryk");
    await inner.locator(".embed-card .icon-button").click();
    await inner.locator(".embed-card").waitFor({ state: "detached" });
    expectNoTrouble(opened);
    await opened.close();
  });

  test.each([
    ["", false, true],
    ["&legend=1&interactive=0", true, true],
    ["&legend=0", false, false],
  ])("the legend of a frame: %s", async (query, open, there) => {
    const opened = await openPlain(`?embed=1&from=aktau&to=poti${query}`);
    const inner = await frameOf(opened.page);
    await drawn(inner);
    const legend = inner.locator(".legend");
    expect(await legend.count()).toBe(Number(there));
    if (open) await legend.getByText("Railway, 1520 mm").waitFor();
    expect(await inner.locator(".legend[open]").count()).toBe(Number(open));
    expect(await inner.locator(".embed-title input").count()).toBe(0);
    await opened.close();
  });

  test("on a huge frame everything grows with it, and clicks land right", async () => {
    const opened = await open(
      `<style>#own{display:none}iframe{display:block;border:0}</style><iframe title="map" width="3200" height="1800"
        src="${inject("page")}?embed=1&amp;view=9/43.6/51.2"></iframe>`,
      3200,
      1800,
    );
    const inner = await frameOf(opened.page);
    await drawn(inner);
    const title = await inner.locator(".embed-title").boundingBox();
    expect(title?.width).toBe(3200);
    expect(title?.height).toBeGreaterThan(60);
    const canvas = await inner.locator("canvas").boundingBox();
    if (!canvas) throw new Error("the map has no size");
    await opened.page.mouse.click(canvas.x + canvas.width / 2, canvas.y + canvas.height / 2);
    await inner.waitForFunction(() => location.search.includes("feature=aktau"));
    await opened.close();
  }, 120_000);
});

/** The share of points in which two pictures of one size look alike. */
async function likeness(page: Page, a: Buffer, b: Buffer): Promise<number> {
  return page.evaluate(
    async (pictures) => {
      const [first, second] = await Promise.all(
        pictures.map(async (bytes) => {
          const image = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
          const canvas = new OffscreenCanvas(image.width, image.height);
          const context = canvas.getContext("2d");
          context?.drawImage(image, 0, 0);
          return context?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
        }),
      );
      if (!first || !second || first.length !== second.length) return 0;
      let alike = 0;
      for (let index = 0; index < first.length; index += 4) {
        const apart = [0, 1, 2].map((part) =>
          Math.abs((first[index + part] ?? 0) - (second[index + part] ?? 0)),
        );
        if (Math.max(...apart) < 24) alike++;
      }
      return alike / (first.length / 4);
    },
    [[...a], [...b]],
  );
}
