import { afterEach, describe, expect, it, vi } from "vitest";
import { createStore } from "zustand/vanilla";
import { keepOffline } from "../../src/app/offline.ts";
import { defaultView, type View } from "../../src/model/view.ts";
import type { Notice, Store } from "../../src/state/store.ts";

afterEach(() => vi.unstubAllGlobals());

/** A browser that keeps the page; `controlled` tells whether an earlier version is in use. */
function browser(controlled = true) {
  const registration = Object.assign(new EventTarget(), {
    installing: null as Worker | null,
    waiting: null as Worker | null,
  });
  const serviceWorker = Object.assign(new EventTarget(), {
    controller: controlled ? {} : null,
    register: vi.fn(async () => registration),
  });
  const reload = vi.fn();
  vi.stubGlobal("navigator", { serviceWorker });
  vi.stubGlobal("location", { reload });
  const install = () => {
    const worker = Object.assign(new EventTarget(), { state: "installing", postMessage: vi.fn() });
    registration.installing = worker as unknown as Worker;
    registration.dispatchEvent(new Event("updatefound"));
    worker.state = "installed";
    registration.waiting = registration.installing;
    worker.dispatchEvent(new Event("statechange"));
    return worker;
  };
  return { serviceWorker, reload, install };
}

/** A store that shows a view and collects its notices. */
function storeOf(view: Partial<View> = {}) {
  const notices: Notice[] = [];
  const state = { view: { ...defaultView, ...view }, local: { translator: { loadLater: async () => {} } } };
  const store = createStore(() => state);
  const actions = { notify: (notice: Notice) => notices.push(notice) };
  const show = (next: Partial<View>) => store.setState({ view: { ...defaultView, ...next } });
  return { store: Object.assign(store, { actions }) as unknown as Store, notices, show };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe("a newer version of the page", () => {
  it("is told once", async () => {
    const { install } = browser();
    const { store, notices, show } = storeOf();
    await keepOffline(store, false);
    expect(notices).toEqual([]);
    install();
    show({ year: 2030 });
    await settled();
    expect(notices.map(({ key }) => key)).toEqual(["offline.update"]);
  });

  it.each<[string, Partial<View>, boolean]>([
    ["in a frame", {}, true],
    ["on a slide", { embed: true }, false],
    ["during a presentation", { story: "intro" }, false],
  ])("is not told %s", async (_, view, framed) => {
    const { install, reload } = browser();
    const { store, notices } = storeOf(view);
    await keepOffline(store, framed);
    install();
    await settled();
    expect(notices).toEqual([]);
    expect(reload).not.toHaveBeenCalled();
  });

  it("is told when the presentation is over", async () => {
    const { install } = browser();
    const { store, notices, show } = storeOf({ story: "intro" });
    await keepOffline(store, false);
    install();
    show({});
    await settled();
    expect(notices).toHaveLength(1);
  });

  it("is not what the first visit keeps", async () => {
    const { install } = browser(false);
    const { store, notices } = storeOf();
    await keepOffline(store, false);
    install();
    await settled();
    expect(notices).toEqual([]);
  });

  it("reloads the page once it has taken over, and only when the reader asked", async () => {
    const { install, reload, serviceWorker } = browser();
    const { store, notices } = storeOf();
    await keepOffline(store, false);
    const worker = install();
    await settled();
    serviceWorker.dispatchEvent(new Event("controllerchange"));
    expect(reload).not.toHaveBeenCalled();
    notices[0]?.remedy?.act();
    expect(worker.postMessage).toHaveBeenCalledWith({ type: "SKIP_WAITING" });
    expect(reload).not.toHaveBeenCalled();
    serviceWorker.dispatchEvent(new Event("controllerchange"));
    expect(reload).toHaveBeenCalledOnce();
  });

  it("reloads at once where another tab has taken it", async () => {
    const { install, reload } = browser();
    const { store, notices } = storeOf();
    await keepOffline(store, false);
    const worker = install();
    await settled();
    worker.state = "activated";
    notices[0]?.remedy?.act();
    expect(reload).toHaveBeenCalledOnce();
  });
});

it("a browser that refuses is for the caller to pass over", async () => {
  const { serviceWorker } = browser();
  serviceWorker.register.mockRejectedValueOnce(new DOMException("sandboxed", "SecurityError"));
  await expect(keepOffline(storeOf().store, true)).rejects.toThrow("sandboxed");
});
