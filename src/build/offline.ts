import { readFileSync } from "node:fs";
import type { Plugin } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import { directionOf } from "../i18n/direction.ts";
import { interfaceLanguages } from "../model/vocabulary.ts";

/** What stays on the server: the page as one file, for those who ask for it, and the picture for other sites. */
const leftOut = ["middle-corridor.html", "preview.jpg"];

/**
 * Makes the page installable and keeps all of it for use without a network after one visit. The page registers the
 * service worker itself, late and quietly, and a new version waits until the reader wants it: see `app/offline.ts`.
 */
export function offlineUse(): Plugin[] {
  return VitePWA({
    registerType: "prompt",
    injectRegister: null,
    manifest: manifest(),
    includeManifestIcons: false,
    workbox: {
      globPatterns: ["**/*.{html,js,css,json,geojson,woff2,svg,png}"],
      globIgnores: leftOut,
      // Links differ in their query only.
      ignoreURLParametersMatching: [/.*/],
      // Pages other than the map's own are kept under their own addresses.
      navigateFallback: null,
      cleanupOutdatedCaches: true,
      maximumFileSizeToCacheInBytes: 8_000_000,
    },
  });
}

/** The web app manifest, with names in every language of the interface for browsers that read them. */
function manifest() {
  const localized = (key: string) =>
    Object.fromEntries(
      interfaceLanguages.map((tag) => [tag, { value: message(tag, key), dir: directionOf(tag), lang: tag }]),
    );
  return {
    id: "./",
    name: message("en", "app.title"),
    name_localized: localized("app.title"),
    short_name: message("en", "app.title"),
    short_name_localized: localized("app.title"),
    description: message("en", "app.tagline"),
    description_localized: localized("app.tagline"),
    lang: "en",
    dir: "ltr" as const,
    start_url: "./",
    scope: "./",
    display: "standalone" as const,
    background_color: "#0b4f73",
    theme_color: "#0b4f73",
    icons: [
      { src: "icon.svg", sizes: "any", type: "image/svg+xml" },
      { src: "icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}

function message(tag: string, key: string): string {
  const file = new URL(`../i18n/messages/${tag}.json`, import.meta.url);
  const text = (JSON.parse(readFileSync(file, "utf8")) as Record<string, string>)[key];
  if (text === undefined) throw new Error(`${tag}.json has no "${key}" for the web app manifest`);
  return text;
}
