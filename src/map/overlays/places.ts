import type { ExpressionSpecification } from "@maplibre/maplibre-gl-style-spec";
import { mineralGroups } from "../../model/minerals.ts";
import type { MapTheme } from "../theme.ts";
import { byZoom, isOneOf, labelIn, labelLayout, type Overlay, onlyShown } from "./overlay.ts";

/** Names of countries, seas and cities. */
export const places: Overlay = {
  id: "places",
  sources: ({ sourceUrl }) => ({
    places: { type: "geojson", data: sourceUrl("places") },
  }),
  layers: ({ theme, language, countryNames, font }) => {
    const kind = (name: string): ExpressionSpecification => ["==", ["get", "kind"], name];
    const rank: ExpressionSpecification = ["coalesce", ["get", "rank"], 5];
    const countryName = [
      "match",
      ["get", "code"],
      ...Object.entries(countryNames).flat(),
      "",
    ] as unknown as ExpressionSpecification;
    return [
      {
        id: "city-labels",
        type: "symbol",
        source: "places",
        filter: ["all", kind("city"), ["<=", rank, ["step", ["zoom"], 1, 3.5, 2, 5, 3, 6.2, 4]]],
        layout: {
          ...labelLayout(font, byZoom([3, 10], [8, 14])),
          "text-field": labelIn(language),
          "symbol-sort-key": rank,
          "text-padding": 4,
        },
        paint: { "text-color": theme.labelMuted, "text-halo-color": theme.halo, "text-halo-width": 1.2 },
      },
      {
        id: "water-labels",
        type: "symbol",
        source: "places",
        filter: ["all", kind("water"), ["<=", rank, ["step", ["zoom"], 1, 3, 2, 4.5, 3, 6, 5]]],
        layout: {
          ...labelLayout(font, byZoom([2, 10], [5, 14], [8, 18])),
          "text-field": labelIn(language),
          "symbol-sort-key": rank,
          "text-letter-spacing": language === "ar" ? 0 : 0.08,
        },
        paint: { "text-color": theme.labelSea, "text-halo-color": theme.haloSea, "text-halo-width": 1.2 },
      },
      {
        id: "country-labels",
        type: "symbol",
        source: "places",
        maxzoom: 7.5,
        filter: ["all", kind("country"), ["<=", rank, ["step", ["zoom"], 1, 2.5, 2, 3.5, 3, 5, 5]]],
        layout: {
          ...labelLayout(font, byZoom([2, 10], [4, 13], [7, 18])),
          "text-field": countryName,
          "symbol-sort-key": rank,
          "text-transform": language === "en" ? "uppercase" : "none",
          "text-letter-spacing": language === "ar" ? 0 : 0.12,
        },
        paint: {
          "text-color": theme.labelMuted,
          "text-halo-color": theme.halo,
          "text-halo-width": 1.4,
          "text-opacity": 0.85,
        },
      },
    ];
  },
};

/** Ports, stations and border crossings of the network. */
export const ports: Overlay = {
  id: "ports",
  sources: ({ sourceUrl }) => ({ nodes: { type: "geojson", data: sourceUrl("nodes") } }),
  layers: ({ theme, language, font, closedNodes, keyNodes, namedByPicture, ends, selected = "" }) => {
    const seaport: ExpressionSpecification = ["==", ["get", "type"], "seaport"];
    const minor: ExpressionSpecification = isOneOf("type", ["station", "junction", "city", "terminal"]);
    const gate: ExpressionSpecification = isOneOf("type", ["border", "dry-port"]);
    const free: ExpressionSpecification = [
      "!",
      isOneOf("id", [...keyNodes, ...namedByPicture, ...ends, selected]),
    ];
    const circle = (
      id: string,
      filter: ExpressionSpecification,
      radius: ExpressionSpecification,
      minzoom: number,
    ) =>
      ({
        id,
        type: "circle",
        source: "nodes",
        filter,
        minzoom,
        paint: {
          "circle-radius": radius,
          "circle-color": theme.pointFill,
          "circle-stroke-color": theme.port,
          "circle-stroke-width": byZoom([3, 1.2], [8, 2]),
        },
      }) as const;
    const label = (id: string, filter: ExpressionSpecification, minzoom: number, color: string) =>
      ({
        id,
        type: "symbol",
        source: "nodes",
        filter: ["all", filter, free] as ExpressionSpecification,
        minzoom,
        layout: {
          ...labelLayout(font, byZoom([3, 10.5], [9, 14])),
          "text-field": labelIn(language),
          "text-variable-anchor": ["left", "right", "top", "bottom"] as (
            | "left"
            | "right"
            | "top"
            | "bottom"
          )[],
          "text-radial-offset": 0.6,
          "text-justify": "auto",
        },
        paint: { "text-color": color, "text-halo-color": theme.halo, "text-halo-width": 1.4 },
      }) as const;
    return [
      circle("stations", minor, byZoom([5, 1.6], [9, 4]), 5),
      circle("gates", gate, byZoom([4, 1.8], [9, 4.5]), 4),
      circle("seaports", seaport, byZoom([2, 2], [5, 3.6], [9, 6]), 2),
      {
        id: "closed-nodes",
        type: "symbol",
        source: "nodes",
        filter: isOneOf("id", closedNodes),
        layout: {
          ...labelLayout(font, 22),
          "text-field": "×",
          "text-allow-overlap": true,
          "text-ignore-placement": true,
        },
        paint: { "text-color": theme.avoidedLine, "text-halo-color": theme.halo, "text-halo-width": 2 },
      },
      label("station-labels", minor, 7, theme.labelMuted),
      label("gate-labels", gate, 6, theme.label),
      label("seaport-labels", seaport, 4.2, theme.port),
    ];
  },
};

/** Mineral deposits and plants, coloured by the kind of their first mineral; filled where they work. */
export const deposits: Overlay = {
  id: "deposits",
  sources: ({ sourceUrl }) => ({ deposits: { type: "geojson", data: sourceUrl("deposits") } }),
  layers: ({ theme, language, font, ends, shown, selected = "" }) => [
    {
      id: "deposits",
      type: "symbol",
      source: "deposits",
      minzoom: 3,
      filter: onlyShown(shown.deposits),
      layout: {
        "icon-image": [
          "case",
          ["==", ["get", "stage"], "operating"],
          byGroup(theme, (color) => diamond(color, theme.pointFill)),
          isOneOf("stage", ["exploration", "development"]),
          byGroup(theme, (color) => diamond(theme.pointFill, color)),
          diamond(theme.pointFill, theme.closed),
        ],
        "icon-size": byZoom([3, 0.45], [6, 0.8], [9, 1.1]),
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
      },
    },
    {
      id: "deposit-labels",
      type: "symbol",
      source: "deposits",
      filter: ["all", ["!", isOneOf("id", [...ends, selected])], onlyShown(shown.deposits)],
      minzoom: 6.5,
      layout: {
        ...labelLayout(font, byZoom([6.5, 10], [10, 13])),
        "text-field": labelIn(language),
        "text-variable-anchor": ["top", "bottom", "left", "right"],
        "text-radial-offset": 0.8,
      },
      paint: { "text-color": theme.deposit, "text-halo-color": theme.halo, "text-halo-width": 1.4 },
    },
  ],
};

function byGroup({ minerals }: MapTheme, imageOf: (color: string) => string): ExpressionSpecification {
  const images = mineralGroups.flatMap((group) => [group, imageOf(minerals[group])]);
  return [
    "match",
    ["get", "group"],
    ...images,
    imageOf(minerals.other),
  ] as unknown as ExpressionSpecification;
}

function diamond(fill: string, outline: string): string {
  return `diamond-${fill.slice(1)}-${outline.slice(1)}`;
}
