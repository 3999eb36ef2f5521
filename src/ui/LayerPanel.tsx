import { type OverlayId, overlayIds } from "../model/view.ts";
import { useActions, useAppState, useTranslator } from "./context.ts";
import { Later } from "./Later.tsx";
import { RecordFilter } from "./records/RecordFilter.tsx";

/** Switches of the overlays, and what their records are narrowed to. */
export default function LayerPanel() {
  const layers = useAppState((state) => state.view.layers);
  const actions = useActions();
  const { t } = useTranslator();
  const toggle = (id: OverlayId) => actions.toggleOverlay(id, overlayIds);
  return (
    <>
      <div className="checks">
        {overlayIds.map((id) => (
          <label key={id}>
            <input type="checkbox" checked={layers.includes(id)} onChange={() => toggle(id)} />
            {t(`layer.${id}`)}
          </label>
        ))}
      </div>
      <Later>
        <RecordFilter />
      </Later>
    </>
  );
}
