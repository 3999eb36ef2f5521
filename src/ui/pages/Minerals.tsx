import type { Commodity } from "../../model/records.ts";
import { useActions, useAppState, useTranslator } from "../context.ts";
import { Dependence } from "./Dependence.tsx";
import { MineralRoutes } from "./MineralRoutes.tsx";
import type { PageProps } from "./PageArea.tsx";
import { Promises } from "./Promises.tsx";
import { RecordButton } from "./RecordButton.tsx";
import { sitesOf } from "./sites.ts";

/** A mineral: where it lies, who buys it, how it gets out, and whose supply it is to replace. */
export default function Minerals({ records }: PageProps) {
  const chosen = useAppState(({ view }) => view.mineral);
  const mineral = records.minerals.find(({ id }) => id === chosen);
  const { t } = useTranslator();
  return (
    <>
      <MineralChoice minerals={records.minerals} chosen={mineral?.id} />
      {chosen && !mineral && <p role="status">{t("page.mineral.unknown", { id: chosen })}</p>}
      {mineral && <Mineral key={mineral.id} mineral={mineral} records={records} />}
    </>
  );
}

function MineralChoice({
  minerals,
  chosen,
}: {
  readonly minerals: readonly Commodity[];
  readonly chosen: string | undefined;
}) {
  const deposits = useAppState(({ dataset }) => dataset.network.deposits);
  const actions = useActions();
  const { t, name, tag } = useTranslator();
  const rows = minerals
    .map(({ id, names, symbol }) => ({
      id,
      count: deposits.filter(({ commodities }) => commodities.includes(id)).length,
      label: name(names),
      symbol,
    }))
    .sort((a, b) => a.label.localeCompare(b.label, tag));
  const groups = [
    { title: t("page.mineral.sites"), rows: rows.filter(({ count }) => count > 0) },
    { title: t("page.mineral.noSites"), rows: rows.filter(({ count }) => count === 0) },
  ];
  return (
    <label className="field">
      {t("page.kind.mineral")}
      <select
        value={chosen ?? ""}
        onChange={({ currentTarget }) =>
          actions.openPage({ page: "minerals", mineral: currentTarget.value || undefined })
        }
      >
        <option value="">{t("page.mineral.choose")}</option>
        {groups.map(({ title, rows }) => (
          <optgroup key={title} label={title}>
            {rows.map(({ id, label, symbol, count }) => (
              <option key={id} value={id}>
                {[label, symbol, count > 0 && `(${count})`].filter(Boolean).join(" ")}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}

function Mineral({ mineral, records }: PageProps & { readonly mineral: Commodity }) {
  const deposits = useAppState(({ dataset }) => dataset.network.deposits);
  const { t, name, country } = useTranslator();
  const sites = sitesOf(mineral, deposits, records);
  return (
    <article className="entries" data-mineral-id={mineral.id}>
      <h3>
        {name(mineral.names)} {mineral.critical && <span className="tag">{t("page.mineral.critical")}</span>}
      </h3>
      <section aria-labelledby="mineral-sites">
        <h4 id="mineral-sites">{t("page.mineral.sites")}</h4>
        {sites.length === 0 && <p>{t("page.mineral.none")}</p>}
        <ul className="rows">
          {sites.map((site) => (
            <li key={site.id} data-record-id={site.id}>
              <RecordButton record={site} records={records}>
                {name(site.names)}
              </RecordButton>{" "}
              <span className="detail">
                {country(site.country)} · {t(`stage.${site.stage}`)}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <MineralRoutes sites={sites} />
      <Promises mineral={mineral} sites={sites} records={records} />
      <Dependence mineral={mineral} />
    </article>
  );
}
