import type { Store } from "../state/store.ts";
import { type Commands, storeCommands } from "./commands.ts";
import type { CommandName } from "./embed.d.ts";
import { reportChanges, type Send } from "./events.ts";
import { forwardKeys } from "./keys.ts";
import { respond } from "./respond.ts";
import { followSlide } from "./slides.ts";
import { slideStart, slideStop, source, version } from "./words.ts";

export interface Guest {
  readonly send: Send;
}

/**
 * Connects a frame with the page around it. Keys that the map does not use go out and the words of a slide come in
 * always; commands and other events only where the link has `api=1`, with its one `origin`, by default our own.
 * @param more commands beyond those of the store
 */
export function connectGuest(store: Store, more: Commands): Guest {
  const host = window.parent;
  const { view, dataset } = store.getState();
  const origin = view.origin ?? location.origin;
  // A page without an origin cannot be named as a target; what is sent stands on the screen anyway.
  const target = view.api && origin !== "null" ? origin : "*";
  const post = (type: string, payload: object, request: object = {}) =>
    host.postMessage({ v: version, source, type, payload, ...request }, target);
  const send: Send = (event, payload) => {
    if (view.api || event === "keydown") post(event, payload);
  };
  const commands: Commands = { ...storeCommands(store), ...more };

  const slide = followSlide(store);
  addEventListener("message", async (event) => {
    if (event.source !== host) return;
    if (event.data === slideStart) slide.start();
    if (event.data === slideStop) slide.stop();
    if (!view.api || event.origin !== origin) return;
    const ack = await respond(event.data, commands);
    if (ack) post("ack", ack, ack.requestId === undefined ? {} : { requestId: ack.requestId });
  });
  forwardKeys((key) => send("keydown", { key }));
  send("ready", { version: dataset.manifest.version, commands: Object.keys(commands) as CommandName[] });
  if (view.api) reportChanges(store, send);
  return { send };
}
