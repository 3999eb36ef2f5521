import { useActions, useAppState, useTranslator } from "../context.ts";
import { PageLink } from "../PageLink.tsx";
import "./import.css";

/** The reader's own layers: switched, renamed, coloured, shown as a table, taken away; and the file being read. */
export default function ImportedLayers() {
  const imported = useAppState(({ local }) => local.imported);
  const importing = useAppState(({ local }) => local.importing);
  const actions = useActions();
  const { t } = useTranslator();
  return (
    <>
      {importing && (
        <p role="status">
          {t("import.reading", { name: importing.name })}{" "}
          <button type="button" className="link" onClick={importing.cancel}>
            {t("import.cancel")}
          </button>
        </p>
      )}
      {imported.length > 0 && (
        <>
          <p className="hint" role="status">
            {t("import.local")}
          </p>
          <ul className="own-layers">
            {imported.map(({ id, name, color, shown, features }) => (
              <li key={id} data-import-id={id}>
                <div className="row">
                  <input
                    type="checkbox"
                    aria-label={t("import.shown", { name })}
                    checked={shown}
                    onChange={() => actions.changeLayer(id, { shown: !shown })}
                  />
                  <input
                    type="color"
                    aria-label={t("import.color", { name })}
                    value={color}
                    onChange={({ currentTarget }) => actions.changeLayer(id, { color: currentTarget.value })}
                  />
                  <input
                    type="text"
                    aria-label={t("import.name", { name })}
                    maxLength={80}
                    dir="auto"
                    value={name}
                    onChange={({ currentTarget }) => actions.changeLayer(id, { name: currentTarget.value })}
                  />
                </div>
                <p className="detail">
                  {t("table.count", { count: features.length })}{" "}
                  <PageLink page="tables" item={id}>
                    {t("import.table")}
                  </PageLink>{" "}
                  <button type="button" className="link" onClick={() => actions.removeLayer(id)}>
                    {t("import.remove")}
                  </button>
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
