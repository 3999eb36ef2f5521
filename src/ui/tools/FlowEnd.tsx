import type { PlaceGroup } from "../../model/capacity.ts";
import { namesOf } from "../../state/names.ts";
import { useActions, useAppState, useTranslator } from "../context.ts";

/** One side of a flow: a group of places, or the end of the question. */
export function FlowEnd({
  side,
  groups,
}: {
  readonly side: "from" | "to";
  readonly groups: readonly PlaceGroup[];
}) {
  const key = side === "from" ? "flowFrom" : "flowTo";
  const chosen = useAppState((state) => state.view[key]);
  const end = useAppState((state) => state.view[side]);
  const dataset = useAppState((state) => state.dataset);
  const actions = useActions();
  const { t, name } = useTranslator();
  const [only] = chosen;
  const isListed = chosen.length === 0 || groups.some(({ id }) => id === only);
  return (
    <label className="flow-end">
      {t(`tool.capacity.${side}`)}
      <select
        value={only ?? ""}
        onChange={({ currentTarget: { value } }) => actions.askFlow({ [key]: value ? [value] : [] })}
      >
        <option value="">{end ? name(namesOf(dataset, end)) : t("tool.capacity.choose")}</option>
        {!isListed && only && (
          <option value={only}>{chosen.map((id) => name(namesOf(dataset, id))).join(", ")}</option>
        )}
        {groups.map((group) => (
          <option key={group.id} value={group.id}>
            {name(group.names)}
          </option>
        ))}
      </select>
    </label>
  );
}
