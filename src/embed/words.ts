import type { CommandName, Events } from "./embed.d.ts";

/** Version and mark of every message between host page and frame. */
export const version = 1;
export const source = "middle-corridor";

/** Every command there is; `ready` lists those a frame carries out. */
export const commandNames = [
  "setView",
  "fitBounds",
  "setLayers",
  "selectFeature",
  "setRoute",
  "setScenario",
  "setYear",
  "goToStep",
  "next",
  "prev",
  "play",
  "pause",
  "getState",
  "setState",
  "exportImage",
  "exportRoute",
  "setTheme",
  "setLanguage",
] as const satisfies readonly CommandName[];

export const eventNames = [
  "ready",
  "viewChanged",
  "routeChanged",
  "stepChanged",
  "selectionChanged",
  "yearChanged",
  "keydown",
  "error",
] as const satisfies readonly (keyof Events)[];

/** What reveal.js tells the frame of a slide as it comes and goes. */
export const slideStart = "slide:start";
export const slideStop = "slide:stop";
