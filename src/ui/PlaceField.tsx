import { useState } from "react";
import type { FoundPlace, PlaceSearch } from "../data/search.ts";
import type { Place } from "../model/route.ts";
import { parsePosition } from "../state/linkValues.ts";
import { namesOf } from "../state/names.ts";
import type { Slot } from "../state/store.ts";
import { type Choice, Combobox } from "./Combobox.tsx";
import { useActions, useApp, useAppState, useTranslator } from "./context.ts";
import { Icon } from "./Icon.tsx";
import { IconButton } from "./parts.tsx";

const longestList = 8;

/** A field for a start, destination or stop: by name, code, coordinates, or a click on the map. */
export function PlaceField({ slot, place }: { readonly slot: Slot; readonly place?: Place | undefined }) {
  const { loadSearch } = useApp();
  const dataset = useAppState((state) => state.dataset);
  const picking = useAppState((state) => state.local.picking === slot);
  const actions = useActions();
  const { t, name, country } = useTranslator();
  const [search, setSearch] = useState<PlaceSearch>();
  const label = t(`ask.${slot}`);

  const choiceOf = ({ id, kind }: FoundPlace): Choice => {
    const node = dataset.nodeById.get(id);
    const code = node?.country ?? dataset.depositById.get(id)?.country;
    const type = kind === "deposit" ? t("type.deposit") : t(`type.${node?.type ?? "station"}`);
    const parts = [type, code && country(code), node?.unlocode].filter((part) => part !== undefined);
    return { id, label: name(namesOf(dataset, id)), detail: parts.join(" · ") };
  };
  const find = (text: string): readonly Choice[] => {
    const position = parsePosition(text);
    if (position?.inRange)
      return [{ id: text, label: `${position.lng}, ${position.lat}`, detail: t("type.point") }];
    return (search?.(text) ?? []).slice(0, longestList).map(choiceOf);
  };

  return (
    <Combobox
      label={label}
      value={place ? name(namesOf(dataset, place)) : ""}
      placeholder={t("ask.place.hint")}
      find={find}
      describeNone={(text) => t("ask.place.none", { text })}
      listLabel={t("ask.place.list")}
      clearOnChoose={slot === "via"}
      onFocus={() => void loadSearch().then((loaded) => setSearch(() => loaded))}
      onChoose={(id) => {
        const position = parsePosition(id);
        actions.choosePlace(slot, position ? [position.lng, position.lat] : id);
      }}
      {...(slot === "via" ? {} : { onClear: () => actions.clearPlace(slot) })}
      actions={
        <>
          {place && slot !== "via" && (
            <IconButton
              label={t("ask.place.clear", { field: label })}
              onClick={() => actions.clearPlace(slot)}
            >
              <Icon name="close" />
            </IconButton>
          )}
          <IconButton
            label={t("ask.pick", { field: label })}
            pressed={picking}
            onClick={() => (picking ? actions.stopPicking() : actions.startPicking(slot))}
          >
            <Icon name="pin" />
          </IconButton>
        </>
      }
    />
  );
}
