import type { MessageKey, Translator } from "../i18n/translator.ts";
import { mineralGroups } from "../model/minerals.ts";
import type { OverlayId } from "../model/view.ts";
import type { Picture } from "../state/tools.ts";
import { carried, projectGroups, recordColours } from "./records/colours.ts";
import { progresses, shapes } from "./records/marks.ts";
import { markSwatch, type Swatch, type SwatchName, swatches } from "./swatches.ts";
import type { MapTheme } from "./theme.ts";

/** A sign of the map and what it means. */
export interface Sign {
  readonly key: string;
  readonly label: string;
  readonly swatch: Swatch;
  readonly color: string;
}

/** What of a picture decides which signs it carries. */
export interface SignScope {
  readonly layers: readonly OverlayId[];
  readonly hasRoute: boolean;
  readonly isCompared: boolean;
  readonly hasAvoided: boolean;
}

interface Item {
  readonly key: MessageKey;
  readonly swatch: Swatch;
  readonly color: string;
}

/** The signs in sight, in the map's own colours. */
export function signsOfMap({ t }: Translator, theme: MapTheme, scope: SignScope): readonly Sign[] {
  const { layers, hasRoute, isCompared, hasAvoided } = scope;
  const byLayer = layerItems(theme);
  const hasRecords = layers.some((id) => id === "projects" || id === "commitments" || id === "energy");
  return [
    item("sign.corridor", "band", theme.corridor),
    ...(hasRoute ? [item("sign.route", "band", theme.route)] : []),
    ...(isCompared ? [item("sign.compared", "band", theme.compared)] : []),
    ...layers.flatMap((layer) => byLayer[layer]),
    ...(hasRecords ? [item("sign.disputed", "question", theme.alarm)] : []),
    ...(hasAvoided ? [item("sign.avoided", "hatch", theme.avoidedFill)] : []),
  ].map(({ key, swatch, color }) => ({ key, label: t(key), swatch, color }));
}

/** The tones of an open analysis. */
export function signsOfPicture({ ramp, legend }: Picture, theme: MapTheme): readonly Sign[] {
  return legend.map(({ tone, label }) => ({
    key: `tone.${tone}`,
    label,
    swatch: swatches.band,
    color: theme.ramps[ramp][tone] ?? theme.alarm,
  }));
}

function layerItems(theme: MapTheme): Readonly<Record<OverlayId, readonly Item[]>> {
  const { projects, energy, stages, uncertain } = recordColours(theme);
  return {
    network: [
      item("sign.rail1520", "line", theme.rail1520),
      item("sign.rail1435", "line", theme.rail1435),
      item("sign.schematic", "broken", theme.rail1520),
      item("sign.sea", "dash", theme.lane),
      item("sign.ferry", "dots", theme.ferry),
      item("sign.promised", "dash", theme.promised),
      item("sign.closed", "dash", theme.closed),
    ],
    ports: [item("sign.port", "ring", theme.port)],
    deposits: [
      ...mineralGroups.map((group) => item(`sign.group.${group}`, "diamond", theme.minerals[group])),
      item("sign.deposit.later", "hollow-diamond", theme.deposit),
      item("sign.deposit.ended", "hollow-diamond", theme.closed),
      item("sign.uncertain", "circle", uncertain),
    ],
    places: [],
    projects: [
      ...projectGroups.map((group): Item => {
        const { corners, turn } = shapes[group];
        return {
          key: `sign.project.${group}`,
          swatch: markSwatch(corners, turn, "working"),
          color: projects[group],
        };
      }),
      ...progresses.map((progress): Item => {
        const { corners, turn } = shapes.sea;
        return {
          key: `sign.progress.${progress}`,
          swatch: markSwatch(corners, turn, progress),
          color: progress === "ended" ? theme.closed : projects.finance,
        };
      }),
    ],
    commitments: [
      item("sign.commitment.announced", "dash", stages.announced),
      item("sign.commitment.signed", "line", stages.signed),
      item("sign.commitment.committed", "line", stages.committed),
      item("sign.commitment.none", "dash", stages.none),
      item("sign.commitment.width", "wedge", stages.signed),
    ],
    energy: [
      ...carried.map((one) => item(`sign.energy.${one}`, "line", energy[one])),
      item("sign.energy.later", "dash", energy.oil),
      item("sign.energy.ended", "dash", theme.closed),
      item("sign.energy.russia", "wide", theme.avoidedLine),
    ],
  };
}

function item(key: MessageKey, swatch: SwatchName, color: string): Item {
  return { key, swatch: swatches[swatch], color };
}
