import { useState } from "react";
import { Combobox } from "./Combobox.tsx";
import { useApp, useTranslator } from "./context.ts";
import type { Finder } from "./pages/finder.ts";

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
