import { useEffect, useRef } from "react";
import type { ToolId } from "../../model/view.ts";
import { useAppState, useTranslator } from "../context.ts";
import { Capacity } from "./Capacity.tsx";
import { Comparison } from "./Comparison.tsx";
import { Criticality } from "./Criticality.tsx";
import { ReachList } from "./ReachList.tsx";
import { Tradeoffs } from "./Tradeoffs.tsx";
import "./tools.css";
import { WhatIf } from "./WhatIf.tsx";

const panels = {
  tradeoffs: Tradeoffs,
  compare: Comparison,
  whatif: WhatIf,
  criticality: Criticality,
  capacity: Capacity,
  reach: ReachList,
} as const;

/** The open analysis, once its code and data are there. */
export default function ToolPanel({ tool }: { readonly tool: ToolId }) {
  const tools = useAppState((state) => state.local.tools);
  const { t } = useTranslator();
  const Panel = panels[tool];
  const self = useRef<HTMLDivElement>(null);
  // Below the answer it would be out of sight; where the focus is stays as it is.
  useEffect(() => {
    // Newer browsers give a promise back, which an effect must not.
    self.current?.parentElement?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <div ref={self} className="tool" data-tool={tool}>
      <p className="hint">{t(`tool.${tool}.about`)}</p>
      {tools && <Panel tools={tools} />}
    </div>
  );
}
