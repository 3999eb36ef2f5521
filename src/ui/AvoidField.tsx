import { fold } from "../data/fold.ts";
import { countryCodes } from "../state/selectors.ts";
import { Combobox } from "./Combobox.tsx";
import { useActions, useAppState, useTranslator } from "./context.ts";
import { ChipList } from "./parts.tsx";

/** With these avoided, what is left of the ways west is the Trans-Caspian corridor. */
export const corridorOnly = ["RU", "IR", "CN"];

const presets = [
  { key: "ask.avoid.russia", codes: ["RU"] },
  { key: "ask.avoid.corridor", codes: corridorOnly },
  { key: "ask.avoid.nothing", codes: [] },
] as const;

/** The countries never to enter, as a searchable list with presets. */
export function AvoidField() {
  const avoid = useAppState((state) => state.view.avoid);
  const dataset = useAppState((state) => state.dataset);
  const actions = useActions();
  const { t, country } = useTranslator();
  const english = new Intl.DisplayNames("en", { type: "region" });
  const find = (text: string) => {
    const wanted = fold(text);
    return [...countryCodes(dataset)]
      .filter((code) => !avoid.includes(code))
      .filter((code) =>
        [country(code), english.of(code) ?? "", code].some((name) => fold(name).includes(wanted)),
      )
      .map((code) => ({ id: code, label: country(code), detail: code }))
      .sort((a, b) => a.label.localeCompare(b.label));
  };
  return (
    <fieldset className="avoid">
      <legend>{t("ask.avoid")}</legend>
      <ChipList
        chips={avoid.map((code) => ({
          label: country(code),
          removeLabel: t("ask.avoid.remove", { country: country(code) }),
          onRemove: () => actions.allowCountry(code),
        }))}
      />
      <Combobox
        label={t("ask.avoid.hint")}
        hideLabel
        value=""
        placeholder={t("ask.avoid.hint")}
        find={find}
        describeNone={(text) => t("ask.avoid.none", { text })}
        listLabel={t("ask.avoid")}
        clearOnChoose
        onChoose={(code) => actions.avoidCountries([...avoid, code])}
      />
      <p className="presets">
        {presets.map(({ key, codes }) => (
          <button key={key} type="button" className="link" onClick={() => actions.avoidCountries(codes)}>
            {t(key)}
          </button>
        ))}
      </p>
    </fieldset>
  );
}
