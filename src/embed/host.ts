import type {
  CommandMethods,
  CommandName,
  Events,
  Frame,
  mount as Mount,
  Options,
  Payloads,
} from "./embed.d.ts";
import { commandNames, slideStart, slideStop, source, version } from "./words.ts";

interface Waiting {
  readonly done: (result: never) => void;
  readonly fail: (error: Error) => void;
  timer?: ReturnType<typeof setTimeout>;
}

interface Message {
  readonly v?: unknown;
  readonly source?: unknown;
  readonly type?: unknown;
  readonly payload?: Record<string, unknown>;
}

/** Where this script came from: a module says so itself, of a classic script the page knows it while it runs. */
const script: string = import.meta.url ?? (document.currentScript as HTMLScriptElement).src;

export const mount: typeof Mount = (element, options = {}) => {
  const { keys = true } = options;
  const frame = frameFor(options);
  const address = new URL(frame.src);
  const isApart = options.sandbox !== undefined && !options.sandbox.includes("allow-same-origin");
  // A host in a sandbox hands it on to its frames; a host read from a file does not.
  const origins = isApart ? ["null"] : self.origin === "null" ? ["null", address.origin] : [address.origin];
  const listeners = new Map<string, Set<(payload: never) => void>>();
  const waiting = new Map<string, Waiting>();
  let count = 0;
  let isReady = false;
  const post = (message: unknown) =>
    frame.contentWindow?.postMessage(message, origins.includes("null") ? "*" : address.origin);
  const on: Frame["on"] = (event, listener) => {
    const all = listeners.get(event) ?? new Set();
    listeners.set(event, all.add(listener));
    return () => all.delete(listener);
  };
  const ready = new Promise<Events["ready"]>((resolve) => {
    on("ready", (payload) => {
      isReady = true;
      for (const [id, { timer }] of waiting) if (!timer) limit(id);
      resolve(payload);
    });
  });
  const settle = (id: string, outcome: (waiting: Waiting) => void) => {
    const found = waiting.get(id);
    if (!found) return;
    clearTimeout(found.timer);
    waiting.delete(id);
    outcome(found);
  };
  /** A command's time begins when the frame can hear it. */
  const limit = (id: string) => {
    const found = waiting.get(id);
    if (!found) return;
    const { timeout = id.startsWith("exportImage") ? 120_000 : 10_000 } = options;
    const late = new Error(`${id}: no answer from the map within ${timeout} ms`);
    found.timer = setTimeout(() => settle(id, ({ fail }) => fail(late)), timeout);
  };
  const send = (type: CommandName, payload: Payloads[CommandName] = {}) =>
    new Promise((done, fail) => {
      const requestId = `${type} ${++count}`;
      waiting.set(requestId, { done, fail });
      if (isReady) limit(requestId);
      void ready.then(() => {
        if (waiting.has(requestId)) post({ v: version, source, type, payload, requestId });
      });
    });
  const hear = (event: MessageEvent) => {
    const message: Message = Object(event.data);
    if (event.source !== frame.contentWindow || !origins.includes(event.origin)) return;
    if (message.source !== source || message.v !== version || !message.payload) return;
    const { type, payload } = message;
    if (type === "ack") {
      const { requestId, ok, error, result } = payload;
      settle(`${requestId}`, ({ done, fail }) => (ok ? done(result as never) : fail(new Error(`${error}`))));
      return;
    }
    if (type === "keydown" && keys) pressAgain(`${payload["key"]}`);
    for (const listener of listeners.get(`${type}`) ?? []) listener(payload as never);
  };
  addEventListener("message", hear);
  element.append(frame);
  const methods = Object.fromEntries(
    commandNames.map((name) => [name, (payload?: Payloads[CommandName]) => send(name, payload)]),
  ) as unknown as CommandMethods;
  return {
    ...methods,
    element: frame,
    ready,
    on,
    rest: () => post(slideStop),
    wake: () => post(slideStart),
    destroy: () => {
      removeEventListener("message", hear);
      for (const id of [...waiting.keys()])
        settle(id, ({ fail }) => fail(new Error(`${id}: the map was taken away`)));
      frame.remove();
    },
  };
};

function frameFor({
  page = new URL("./", script).href,
  view = {},
  title = "Middle Corridor",
  sandbox,
}: Options): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  const address = new URL(page, document.baseURI);
  const own = { embed: 1, ...view, api: 1, origin: self.origin };
  for (const [name, value] of Object.entries(own)) {
    address.searchParams.set(name, typeof value === "boolean" ? `${Number(value)}` : `${value}`);
  }
  frame.title = title;
  frame.loading = "lazy";
  frame.allow = "fullscreen";
  if (sandbox !== undefined) frame.setAttribute("sandbox", sandbox);
  Object.assign(frame.style, { border: "0", inlineSize: "100%", blockSize: "100%", display: "block" });
  frame.src = address.href;
  return frame;
}

/** Older decks ask for the number of a key; for letters and digits it is that of the capital. */
const keyCodes: Readonly<Record<string, number>> = {
  Enter: 13,
  Escape: 27,
  " ": 32,
  PageUp: 33,
  PageDown: 34,
  End: 35,
  Home: 36,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
  F5: 116,
  ".": 190,
};

function pressAgain(key: string): void {
  const keyCode = keyCodes[key] ?? (key.length === 1 ? key.toUpperCase().charCodeAt(0) : 0);
  const press: KeyboardEventInit & { keyCode: number } = { key, keyCode, bubbles: true, cancelable: true };
  document.body.dispatchEvent(new KeyboardEvent("keydown", press));
}
