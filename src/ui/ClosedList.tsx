import { closableName } from "../state/names.ts";
import { useActions, useAppState, useTranslator } from "./context.ts";
import { ChipList } from "./parts.tsx";

/** What is closed or slow for this question, each with a way to mend it, and a way to take the last step back. */
export function ClosedList() {
  const { close, slow } = useAppState((state) => state.view);
  const canUndo = useAppState((state) => state.local.past.length > 0);
  const actions = useActions();
  const dataset = useAppState((state) => state.dataset);
  const translator = useTranslator();
  const { t } = translator;
  const nameOf = (id: string) => closableName(dataset, translator, id);
  return (
    <fieldset>
      <legend>{t("ask.close")}</legend>
      {close.length + slow.length === 0 ? (
        <p className="hint">{t("ask.close.empty")}</p>
      ) : (
        <ChipList
          chips={[
            ...close.map((id) => ({
              label: nameOf(id),
              removeLabel: t("ask.close.remove", { place: nameOf(id) }),
              onRemove: () => actions.toggleClosed(id),
            })),
            ...slow.map(({ id, days }) => ({
              label: t("ask.slow.item", { name: nameOf(id), days: translator.duration(days * 24) }),
              removeLabel: t("ask.slow.remove", { name: nameOf(id) }),
              onRemove: () => actions.slowDown(id, 0),
            })),
          ]}
        />
      )}
      {canUndo && (
        <button type="button" className="link" onClick={actions.undo}>
          {t("ask.undo")}
        </button>
      )}
    </fieldset>
  );
}
