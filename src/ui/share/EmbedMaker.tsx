import { useState } from "react";
import { type HostId, hosts } from "../../export/snippets.ts";
import type { View } from "../../model/view.ts";
import { useTranslator } from "../context.ts";
import { CopyField } from "./CopyField.tsx";
import { EmbedOptions } from "./EmbedOptions.tsx";
import { Preview } from "./Preview.tsx";

const hostIds = Object.keys(hosts) as readonly HostId[];

/** The frame for a slide or page: its options, how it will look, and what to paste where. */
export default function EmbedMaker({
  view,
  addressOf,
}: {
  readonly view: View;
  readonly addressOf: (view: View) => string;
}) {
  const [change, setChange] = useState<Partial<View>>({});
  const [size, setSize] = useState({ width: 800, height: 450 });
  const [host, setHost] = useState<HostId>("html");
  const { t } = useTranslator();
  const embedded: View = { ...view, ...change, embed: true };
  const frame = { address: addressOf(embedded), title: t("app.title"), ...size };
  return (
    <>
      <EmbedOptions view={embedded} onChange={setChange} size={size} onResize={setSize} />
      <Preview {...frame} />
      <label className="choice">
        <span>{t("share.recipe")}</span>
        <select value={host} onChange={(event) => setHost(event.currentTarget.value as HostId)}>
          {hostIds.map((id) => (
            <option key={id} value={id}>
              {hosts[id].name}
            </option>
          ))}
        </select>
      </label>
      <CopyField label={t(`share.recipe.${host}`)} text={hosts[host].snippet(frame)} />
    </>
  );
}
