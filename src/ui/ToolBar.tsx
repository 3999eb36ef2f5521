import { lazy } from "react";
import { toolIds } from "../model/view.ts";
import { useActions, useAppState, useTranslator } from "./context.ts";
import { Later } from "./Later.tsx";

const ToolPanel = lazy(() => import("./tools/ToolPanel.tsx"));

/** The analyses of the question: one is open at a time. */
export function ToolBar() {
  const open = useAppState((state) => state.view.tool);
  const actions = useActions();
  const { t } = useTranslator();
  return (
    <section className="tools" aria-labelledby="tools-title">
      <h2 id="tools-title">{t("tools.title")}</h2>
      <div className="tool-bar">
        {toolIds.map((tool) => (
          <button
            key={tool}
            type="button"
            aria-expanded={tool === open}
            onClick={() => actions.openTool(tool === open ? undefined : tool)}
          >
            {t(`tools.${tool}`)}
          </button>
        ))}
      </div>
      {open && (
        <Later>
          <ToolPanel tool={open} />
        </Later>
      )}
    </section>
  );
}
