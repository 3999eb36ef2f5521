import type { Store } from "../state/store.ts";

/** Connects a framed page with the page around it. */
export function bindHost(store: Store, framed: boolean): void {
  if (!framed) return;
  import("../embed/guest.ts").then(
    ({ connectGuest }) => connectGuest(store),
    () => store.actions.notify({ key: "notice.part", values: {} }),
  );
}
