import type { Store } from "../state/store.ts";

/**
 * Keeps the page for use without a network. Tells the reader of a newer version and takes it when asked to, but never
 * in a frame or during a presentation.
 * @throws where the browser refuses, as it does for sandboxed frames
 */
export async function keepOffline(store: Store, framed: boolean): Promise<void> {
  const { serviceWorker } = navigator;
  const registration = await serviceWorker.register("./sw.js");
  if (framed) return;
  let told: ServiceWorker | undefined;
  const tell = async () => {
    const { waiting } = registration;
    const { embed, story } = store.getState().view;
    // Without a controller it is the first version, which waits for nothing.
    if (!waiting || waiting === told || !serviceWorker.controller || embed || story !== undefined) return;
    told = waiting;
    await store.getState().local.translator.loadLater();
    const remedy = { key: "app.reload", act: () => take(waiting) } as const;
    store.actions.notify({ key: "offline.update", values: {}, remedy });
  };
  // Where the words for it cannot be had, the next visit brings the newer version all the same.
  const follow = () => void tell().catch(() => {});
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", follow);
  });
  store.subscribe(follow);
  follow();

  /** Reloads with the new version, which another tab may have taken in the meantime. */
  function take(worker: ServiceWorker): void {
    const reload = () => location.reload();
    if (worker.state !== "installed") reload();
    else serviceWorker.addEventListener("controllerchange", reload, { once: true });
    worker.postMessage({ type: "SKIP_WAITING" });
  }
}
