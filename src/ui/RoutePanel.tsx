import { defaultView, type View } from "../model/view.ts";
import { namesOf } from "../state/names.ts";
import { corridorOnly } from "./AvoidField.tsx";
import { Conditions } from "./Conditions.tsx";
import { useActions, useAppState, useTranslator } from "./context.ts";
import { Icon } from "./Icon.tsx";
import { PlaceField } from "./PlaceField.tsx";
import { ChipList, Disclosure, IconButton } from "./parts.tsx";

const examples: readonly (Pick<View, "from" | "to" | "avoid"> & {
  key: "constanta" | "yokohama" | "poti";
})[] = [
  { key: "constanta", from: "pavlodar-alumina", to: "constanta", avoid: corridorOnly },
  { key: "yokohama", from: "pavlodar-alumina", to: "yokohama", avoid: corridorOnly },
  { key: "poti", from: "altynkol", to: "poti", avoid: defaultView.avoid },
];

/** The question: start, destination, stops and conditions. */
export function RoutePanel() {
  const view = useAppState((state) => state.view);
  const dataset = useAppState((state) => state.dataset);
  const picking = useAppState((state) => state.local.picking);
  const actions = useActions();
  const { t, name } = useTranslator();
  const asked = view.from !== undefined || view.to !== undefined;
  return (
    <section className="route-panel" aria-labelledby="ask-title">
      <h2 id="ask-title">{t("ask.title")}</h2>
      <div className="ends">
        <div className="end-fields">
          <PlaceField slot="from" place={view.from} />
          <PlaceField slot="to" place={view.to} />
        </div>
        <IconButton label={t("ask.swap")} onClick={actions.swapEnds}>
          <Icon name="swap" />
        </IconButton>
      </div>
      {picking && (
        <p className="hint" role="status">
          {t("ask.pick.now", { field: t(`ask.${picking}`) })}
        </p>
      )}
      {!asked && (
        <p className="examples">
          <span>{t("ask.example")}</span>
          {examples.map(({ key, ...example }) => (
            <button key={key} type="button" className="link" onClick={() => actions.askExample(example)}>
              {t(`ask.example.${key}`)}
            </button>
          ))}
        </p>
      )}
      {asked && (
        <Disclosure title={t("ask.via")} open={view.via.length > 0}>
          <ChipList
            chips={view.via.map((place, index) => {
              const label = name(namesOf(dataset, place));
              return {
                label,
                removeLabel: t("ask.via.remove", { place: label }),
                onRemove: () => actions.removeVia(index),
              };
            })}
          />
          <PlaceField slot="via" />
        </Disclosure>
      )}
      <Conditions />
      {asked && (
        <button type="button" className="link" onClick={actions.resetQuestion}>
          {t("ask.reset")}
        </button>
      )}
    </section>
  );
}
