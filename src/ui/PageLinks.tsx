import { pageIds } from "../model/view.ts";
import { useTranslator } from "./context.ts";
import { PageLink } from "./PageLink.tsx";

/** The pages beside the map. */
export function PageLinks() {
  const { t } = useTranslator();
  return (
    <nav className="examples" aria-label={t("pages.title")}>
      {pageIds.map((page) => (
        <PageLink key={page} page={page}>
          {t(`pages.${page}`)}
        </PageLink>
      ))}
    </nav>
  );
}
