import type { Commodity } from "../../model/records.ts";
import { useActions, useAppState, useTranslator } from "../context.ts";
import { useRecords } from "../records/useRecords.ts";
import { Dependence } from "./Dependence.tsx";
import { MineralRoutes } from "./MineralRoutes.tsx";
import { Promises } from "./Promises.tsx";
import { ShowRecordButton } from "./ShowRecordButton.tsx";
import { sitesOf } from "./sites.ts";

/** A mineral: where it lies, who buys it, how it gets out, and whose supply it is to replace. */
export default function Minerals() {
  const chosen = useAppState(({ view }) => view.mineral);
  const { commodities } = useRecords();
  const mineral = chosen === undefined ? undefined : commodities.get(chosen);
  const { t } = useTranslator();
  return (
    <>
      <MineralChoice minerals={[...commodities.values()]} chosen={mineral?.id} />
      {chosen && !mineral && <p role="status">{t("page.mineral.unknown", { id: chosen })}</p>}
      {mineral && <Mineral key={mineral.id} mineral={mineral} />}
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

function Mineral({ mineral }: { readonly mineral: Commodity }) {
  const book = useRecords();
  const deposits = useAppState(({ dataset }) => dataset.network.deposits);
  const { t, name, country } = useTranslator();
  const sites = sitesOf(mineral, deposits, book);
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
              <ShowRecordButton id={site.id}>{name(site.names)}</ShowRecordButton>{" "}
              <span className="detail">
                {country(site.country)} · {t(`stage.${site.stage}`)}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <MineralRoutes sites={sites} />
      <Promises mineral={mineral} sites={sites} />
      <Dependence mineral={mineral} />
    </article>
  );
}
