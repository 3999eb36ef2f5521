import type { PageId } from "../../model/view.ts";
import { useAppState, useTranslator } from "../context.ts";
import { PageLink } from "../PageLink.tsx";

/** Narrows a page to one kind of its entries; each kind is a link of its own. */
export function KindLinks({
  page,
  label,
  all,
  kinds,
}: {
  readonly page: PageId;
  readonly label: string;
  readonly all: number;
  readonly kinds: readonly { readonly id: string; readonly label: string; readonly count: number }[];
}) {
  const item = useAppState(({ view }) => view.item);
  const { t, number } = useTranslator();
  const isKind = kinds.some(({ id }) => id === item);
  return (
    <nav className="kinds" aria-label={label}>
      {isKind && <PageLink page={page}>{t("page.all", { count: number(all) })}</PageLink>}
      {kinds.map(({ id, label: kind, count }) => (
        <PageLink key={id} page={page} item={id}>
          {kind} ({number(count)})
        </PageLink>
      ))}
    </nav>
  );
}
