import { languages } from "../i18n/languages.ts";
import { type Theme, themes } from "../model/view.ts";
import { useActions, useAppState, useTranslator } from "./context.ts";

/** Language and colours. */
export function Settings() {
  const theme = useAppState((state) => state.view.theme);
  const actions = useActions();
  const { t, language } = useTranslator();
  return (
    <div className="settings">
      <label>
        <span className="visually-hidden">{t("app.language")}</span>
        <select value={language} onChange={(event) => actions.chooseLanguage(event.currentTarget.value)}>
          {languages.map(({ tag, name }) => (
            <option key={tag} value={tag} lang={tag}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="visually-hidden">{t("app.theme")}</span>
        <select value={theme} onChange={(event) => actions.chooseTheme(event.currentTarget.value as Theme)}>
          {themes.map((value) => (
            <option key={value} value={value}>
              {t(`app.theme.${value}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
