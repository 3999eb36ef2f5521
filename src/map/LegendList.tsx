import { useStore } from "zustand";
import { selectAnswer } from "../state/selectors.ts";
import type { Store } from "../state/store.ts";
import { SignList } from "./SignList.tsx";
import { signsOfMap } from "./signs.ts";
import type { MapTheme } from "./theme.ts";

interface Props {
  readonly store: Store;
  readonly theme: MapTheme;
}

/** What the signs in sight mean. */
export default function LegendList({ store, theme }: Props) {
  const translator = useStore(store, (state) => state.local.translator);
  const layers = useStore(store, (state) => state.view.layers);
  const hasRoute = useStore(store, (state) => selectAnswer(state).state.status === "found");
  const isCompared = useStore(store, (state) => state.view.compare !== undefined);
  const hasAvoided = useStore(store, (state) => state.view.avoid.length > 0);
  const signs = signsOfMap(translator, theme, { layers, hasRoute, isCompared, hasAvoided });
  return <SignList signs={signs} paper={theme.pointFill} />;
}
