import type { Tools } from "../../state/tools.ts";

/** What every panel of an analysis is given. */
export interface ToolProps {
  readonly tools: Tools;
}
