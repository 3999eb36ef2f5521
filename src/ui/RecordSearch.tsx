import { useState } from "react";
import { type Choice, Combobox } from "./Combobox.tsx";
import { useApp, useTranslator } from "./context.ts";

/** The search over everything, as rows of a list, and what choosing one does. */
export interface Finder {
  find(text: string): readonly Choice[];
  open(key: string): void;
}

/** Searches everything there is, in every language; the index is loaded when the field is first used. */
export function RecordSearch() {
  const { store } = useApp();
  const { t } = useTranslator();
  const [finder, setFinder] = useState<Finder>();
  const load = async () => {
    try {
      const { loadFinder } = await import("./pages/finder.ts");
      setFinder(await loadFinder(store));
    } catch {
      store.actions.notify({ key: "notice.part", values: {} });
    }
  };
  return (
    <Combobox
      label={t("search.label")}
      hideLabel
      value=""
      placeholder={t("search.label")}
      find={(text) => finder?.find(text) ?? []}
      describeNone={(text) => (finder ? t("search.none", { text }) : t("search.loading"))}
      listLabel={t("search.list")}
      clearOnChoose
      onFocus={load}
      onChoose={(key) => finder?.open(key)}
    />
  );
}
