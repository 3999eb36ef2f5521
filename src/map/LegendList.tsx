import { use } from "react";
import { useStore } from "zustand";
import type { MessageKey } from "../i18n/translator.ts";
import { mineralGroups } from "../model/minerals.ts";
import type { OverlayId } from "../model/view.ts";
import { selectAnswer } from "../state/selectors.ts";
import type { State, Store } from "../state/store.ts";
import { carried, projectGroups, recordColours } from "./records/colours.ts";
import { progresses, shapes } from "./records/marks.ts";
import { Sign, type SignLook } from "./Sign.tsx";
import type { MapTheme } from "./theme.ts";

interface Item {
  readonly key: MessageKey;
  readonly look: SignLook;
}

interface Props {
  readonly store: Store;
  readonly theme: MapTheme;
}

/** What the signs in sight mean, in the map's own colours. */
export default function LegendList({ store, theme }: Props) {
  const translator = useStore(store, (state) => state.local.translator);
  use(translator.loadLater());
  const layers = useStore(store, (state) => state.view.layers);
  const route = useStore(store, (state) => selectAnswer(state).state.status === "found");
  const compared = useStore(store, (state: State) => state.view.compare !== undefined);
  const avoided = useStore(store, (state: State) => state.view.avoid.length > 0);
  const items = [
    look("sign.corridor", "band", theme.corridor),
    ...(route ? [look("sign.route", "band", theme.route)] : []),
    ...(compared ? [look("sign.compared", "band", theme.compared)] : []),
    ...layers.flatMap((layer) => layerItems(theme)[layer]),
    ...(layers.some((id) => id === "projects" || id === "commitments" || id === "energy")
      ? [look("sign.disputed", "question", theme.alarm)]
      : []),
    ...(avoided ? [look("sign.avoided", "hatch", theme.avoidedFill)] : []),
  ];
  return (
    <ul>
      {items.map(({ key, look: sign }) => (
        <li key={key} data-sign={key}>
          <Sign look={sign} paper={theme.pointFill} />
          {translator.t(key)}
        </li>
      ))}
    </ul>
  );
}

function layerItems(theme: MapTheme): Readonly<Record<OverlayId, readonly Item[]>> {
  const { projects, energy, stages, uncertain } = recordColours(theme);
  return {
    network: [
      look("sign.rail1520", "line", theme.rail1520),
      look("sign.rail1435", "line", theme.rail1435),
      look("sign.schematic", "broken", theme.rail1520),
      look("sign.sea", "dash", theme.lane),
      look("sign.ferry", "dots", theme.ferry),
      look("sign.promised", "dash", theme.promised),
      look("sign.closed", "dash", theme.closed),
    ],
    ports: [look("sign.port", "ring", theme.port)],
    deposits: [
      ...mineralGroups.map((group) => look(`sign.group.${group}`, "diamond", theme.minerals[group])),
      look("sign.deposit.later", "hollow-diamond", theme.deposit),
      look("sign.deposit.ended", "hollow-diamond", theme.closed),
      look("sign.uncertain", "circle", uncertain),
    ],
    places: [],
    projects: [
      ...projectGroups.map((group) =>
        look(`sign.project.${group}`, { ...shapes[group], progress: "working" }, projects[group]),
      ),
      ...progresses.map((progress) =>
        look(
          `sign.progress.${progress}`,
          { ...shapes.sea, progress },
          progress === "ended" ? theme.closed : projects.finance,
        ),
      ),
    ],
    commitments: [
      look("sign.commitment.announced", "dash", stages.announced),
      look("sign.commitment.signed", "line", stages.signed),
      look("sign.commitment.committed", "line", stages.committed),
      look("sign.commitment.none", "dash", stages.none),
      look("sign.commitment.width", "wedge", stages.signed),
    ],
    energy: [
      ...carried.map((one) => look(`sign.energy.${one}`, "line", energy[one])),
      look("sign.energy.later", "dash", energy.oil),
      look("sign.energy.ended", "dash", theme.closed),
      look("sign.energy.russia", "wide", theme.avoidedLine),
    ],
  };
}

function look(key: MessageKey, kind: SignLook["kind"], color: string): Item {
  return { key, look: { kind, color } };
}
