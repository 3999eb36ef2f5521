import { closableName } from "../state/names.ts";
import { useActions, useAppState, useTranslator } from "./context.ts";
import { ChipList } from "./parts.tsx";

/** What is closed for this question, each with a way to reopen it. */
export function ClosedList() {
  const close = useAppState((state) => state.view.close);
  const actions = useActions();
  const dataset = useAppState((state) => state.dataset);
  const translator = useTranslator();
  const { t } = translator;
  const nameOf = (id: string) => closableName(dataset, translator, id);
  return (
    <fieldset>
      <legend>{t("ask.close")}</legend>
      {close.length === 0 ? (
        <p className="hint">{t("ask.close.empty")}</p>
      ) : (
        <ChipList
          chips={close.map((id) => ({
            label: nameOf(id),
            removeLabel: t("ask.close.remove", { place: nameOf(id) }),
            onRemove: () => actions.toggleClosed(id),
          }))}
        />
      )}
    </fieldset>
  );
}
