import type { CommandName, Payloads } from "../embed/embed.d.ts";

/** Something to try with each command. */
export const examples: { readonly [C in CommandName]: Payloads[C] } = {
  setRoute: { from: "pavlodar-alumina", to: "constanta", via: ["aktau"], avoid: ["RU", "IR", "CN"] },
  setScenario: { close: ["suez"], criterion: "cost" },
  setYear: { year: 2030 },
  setView: { zoom: 5, lat: 42, lng: 50, bearing: 0, pitch: 30 },
  fitBounds: {
    bounds: [
      [47, 36],
      [56, 48],
    ],
  },
  selectFeature: { id: "aktau" },
  setLayers: { layers: ["network", "ports"] },
  setTheme: { theme: "dark" },
  setLanguage: { lang: "ja" },
  getState: {},
  setState: { state: { from: "aktau", to: "poti" } },
  goToStep: { index: 1 },
  next: {},
  prev: {},
  play: {},
  pause: {},
  exportImage: { format: "png", width: 1920, height: 1080 },
  exportRoute: { format: "geojson" },
};
