import { type ComponentType, type KeyboardEvent, lazy, useEffect, useRef } from "react";
import type { PageId } from "../../model/view.ts";
import { useActions, useTranslator } from "../context.ts";
import { Icon } from "../Icon.tsx";
import { Later } from "../Later.tsx";
import { PageLinks } from "../PageLinks.tsx";
import { IconButton } from "../parts.tsx";
import "./pages.css";

const pages: Readonly<Record<PageId, ComponentType>> = {
  minerals: lazy(() => import("./Minerals.tsx")),
  timeline: lazy(() => import("./Timeline.tsx")),
  facts: lazy(() => import("./Facts.tsx")),
  sources: lazy(() => import("./Sources.tsx")),
  tables: lazy(() => import("./Tables.tsx")),
};

/**
 * A page beside the map, over it where there is no room. It takes the focus when a click or key opened it,
 * never when a link did, and gives it back when it is left.
 */
export default function PageArea({ page }: { readonly page: PageId }) {
  const actions = useActions();
  const { t } = useTranslator();
  const title = useRef<HTMLHeadingElement>(null);
  const opener = useRef<Element>(null);
  const Page = pages[page];
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page takes the focus anew
  useEffect(() => {
    const active = document.activeElement;
    if (!active || active === document.body) return;
    opener.current ??= active;
    title.current?.focus();
  }, [page]);
  const leave = () => {
    actions.openPage(undefined);
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && !event.defaultPrevented) leave();
  };
  return (
    <section className="page-area" aria-labelledby="page-title" data-page-id={page} onKeyDown={onKeyDown}>
      <header>
        <div className="row">
          <h2 id="page-title" ref={title} tabIndex={-1}>
            {t(`pages.${page}`)}
          </h2>
          <IconButton label={t("page.close")} onClick={leave}>
            <Icon name="close" size={20} />
          </IconButton>
        </div>
        <PageLinks />
      </header>
      <Later key={page}>
        <p className="hint">{t(`page.${page}.about`)}</p>
        <Page />
      </Later>
    </section>
  );
}
