import { lazy, type ReactNode } from "react";
import { Answer } from "./Answer.tsx";
import { useAppState, useTranslator } from "./context.ts";
import { FileField } from "./FileField.tsx";
import { Later } from "./Later.tsx";
import { PageLinks } from "./PageLinks.tsx";
import { Disclosure } from "./parts.tsx";
import { RecordSearch } from "./RecordSearch.tsx";
import { RoutePanel } from "./RoutePanel.tsx";
import { Settings } from "./Settings.tsx";
import { ToolBar } from "./ToolBar.tsx";

const RecordCard = lazy(() => import("./RecordCard.tsx"));

/** What stands closed at the foot; what is long is loaded when it is opened. */
const foot = [
  { title: "layers.title", Content: lazy(() => import("./LayerPanel.tsx")) },
  { title: "list.deposits", Content: lazy(() => import("./DepositList.tsx")) },
  { title: "list.ports", Content: lazy(() => import("./PortList.tsx")) },
  { title: "foot.share", Content: lazy(() => import("./SharePanel.tsx")), part: "share" },
  { title: "foot.count", Content: lazy(() => import("./CountPanel.tsx")) },
  { title: "foot.about", Content: lazy(() => import("./AboutPanel.tsx")) },
  { title: "foot.data", Content: lazy(() => import("./QualityPanel.tsx")) },
] as const;

/** Everything beside the map, from the title to the licences. */
export function Panel({ stories }: { readonly stories: ReactNode }) {
  const parts = useAppState((state) => state.view.parts);
  const opened = useAppState(({ view, local }) => view.feature !== undefined || local.point !== undefined);
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
        {(parts.search ?? true) && <RecordSearch />}
        <PageLinks />
      </header>
      {opened && (
        <Later>
          <RecordCard />
        </Later>
      )}
      {(parts.search ?? true) && <RoutePanel />}
      <Answer />
      <ToolBar />
      <footer>
        <Disclosure title={t("foot.stories")}>
          <Later>{stories}</Later>
        </Disclosure>
        {shown.map(({ title, Content }) => (
          <Disclosure key={title} title={t(title)}>
            <Later>
              <Content />
            </Later>
          </Disclosure>
        ))}
        <FileField />
        <p className="hint">{t("map.hint")}</p>
      </footer>
    </>
  );
}
