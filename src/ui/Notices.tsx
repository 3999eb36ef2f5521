import { useActions, useAppState, useTranslator } from "./context.ts";

/** What was wrong with the link or a file, each until dismissed. */
export function Notices() {
  const notices = useAppState((state) => state.local.notices);
  const actions = useActions();
  const { t } = useTranslator();
  if (notices.length === 0) return null;
  return (
    <ul className="notices" role="alert">
      {notices.map((notice, index) => (
        <li key={`${index}-${notice.key}`}>
          <span>{t(notice.key, notice.values)}</span>
          {notice.remedy && (
            <button type="button" className="link" onClick={notice.remedy.act}>
              {t(notice.remedy.key)}
            </button>
          )}
          <button type="button" className="link" onClick={() => actions.dismissNotice(index)}>
            {t("notice.dismiss")}
          </button>
        </li>
      ))}
    </ul>
  );
}
