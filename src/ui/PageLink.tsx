import type { ReactNode } from "react";
import { encodeView } from "../state/encodeView.ts";
import { onPage, type PageTarget } from "../state/pages.ts";
import { useActions, useAppState } from "./context.ts";

/** A link to a page beside the map; a plain click opens it in place. */
export function PageLink({
  children,
  className,
  label,
  ...target
}: PageTarget & {
  readonly children: ReactNode;
  readonly className?: string;
  /** Read aloud instead of what is shown. */
  readonly label?: string;
}) {
  const href = useAppState(({ view }) => encodeView(onPage(view, target)));
  const current = useAppState(
    ({ view }) => view.page === target.page && (!target.item || view.item === target.item),
  );
  const actions = useActions();
  return (
    <a
      className={className}
      href={href}
      aria-label={label}
      aria-current={current ? "page" : undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        actions.openPage(target);
      }}
    >
      {children}
    </a>
  );
}
