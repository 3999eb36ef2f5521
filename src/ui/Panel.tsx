import { lazy, Suspense } from "react";
import { Answer } from "./Answer.tsx";
import { useAppState, useTranslator } from "./context.ts";
import { DepositList } from "./DepositList.tsx";
import { LayerPanel } from "./LayerPanel.tsx";
import { PortList } from "./PortList.tsx";
import { Disclosure } from "./parts.tsx";
import { RecordCard } from "./RecordCard.tsx";
import { RoutePanel } from "./RoutePanel.tsx";
import { Settings } from "./Settings.tsx";
import { SharePanel } from "./SharePanel.tsx";

/** What stands closed at the foot; what is long is loaded when it is opened. */
const foot = [
  { title: "list.deposits", Content: DepositList },
  { title: "list.ports", Content: PortList },
  { title: "share.title", Content: SharePanel, part: "share" },
  { title: "count.title", Content: lazy(() => import("./CountPanel.tsx")) },
  { title: "about.title", Content: lazy(() => import("./AboutPanel.tsx")) },
  { title: "data.title", Content: lazy(() => import("./QualityPanel.tsx")) },
] as const;

/** Everything beside the map, from the title to the licences. */
export function Panel() {
  const parts = useAppState((state) => state.view.parts);
  const { t } = useTranslator();
  const shown = foot.filter((item) => !("part" in item) || (parts[item.part] ?? true));
  return (
    <>
      <header className="title">
        <div className="row">
          <h1>{t("app.title")}</h1>
          <Settings />
        </div>
        <p>{t("app.tagline")}</p>
      </header>
      <RecordCard />
      {(parts.search ?? true) && <RoutePanel />}
      <Answer />
      <footer>
        <LayerPanel />
        {shown.map(({ title, Content }) => (
          <Disclosure key={title} title={t(title)}>
            <Suspense fallback={null}>
              <Content />
            </Suspense>
          </Disclosure>
        ))}
        <p className="hint">{t("map.hint")}</p>
      </footer>
    </>
  );
}
