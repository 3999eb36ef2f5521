import { AboutPanel } from "./AboutPanel.tsx";
import { Answer } from "./Answer.tsx";
import { useAppState, useTranslator } from "./context.ts";
import { LayerPanel } from "./LayerPanel.tsx";
import { RecordCard } from "./RecordCard.tsx";
import { RecordLists } from "./RecordLists.tsx";
import { RoutePanel } from "./RoutePanel.tsx";
import { Settings } from "./Settings.tsx";
import { SharePanel } from "./SharePanel.tsx";

/** Everything beside the map, from the title to the licences. */
export function Panel() {
  const parts = useAppState((state) => state.view.parts);
  const { t } = useTranslator();
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
        <RecordLists />
        <LayerPanel />
        {(parts.share ?? true) && <SharePanel />}
        <AboutPanel />
        <p className="hint">{t("map.hint")}</p>
      </footer>
    </>
  );
}
