import { type RefObject, useEffect, useRef } from "react";

/** Brings the entry that the link names into sight; its element says so by `data-item`. */
export function useSought<E extends HTMLElement>(item: string | undefined): RefObject<E | null> {
  const list = useRef<E>(null);
  useEffect(() => {
    if (!item) return;
    const entry = list.current?.querySelector(`[data-item="${CSS.escape(item)}"]`);
    entry?.scrollIntoView({ block: "center" });
  }, [item]);
  return list;
}
