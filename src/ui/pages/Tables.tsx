import { useMemo } from "react";
import { shownIds } from "../../data/records/filter.ts";
import type { Row } from "../../export/table.ts";
import { pointsOf } from "../../state/extent.ts";
import type { ImportedLayer } from "../../state/imported.ts";
import { useActions, useAppState, useTranslator } from "../context.ts";
import { PageLink } from "../PageLink.tsx";
import { useNarrowing } from "../records/useNarrowing.ts";
import { useRecords } from "../records/useRecords.ts";
import { DataTable } from "./tables/DataTable.tsx";
import { tables } from "./tables/definitions.ts";
import type { TableDefinition } from "./tables/table.ts";
import { useOpenRecord } from "./useOpenRecord.ts";

/** Every overlay of the map as a table, and the reader's own files. */
export default function Tables() {
  const item = useAppState(({ view }) => view.item);
  const imported = useAppState(({ local }) => local.imported);
  const { t } = useTranslator();
  const layer = imported.find(({ id }) => id === item);
  const table = tables.find(({ id }) => id === item) ?? tables[0];
  return (
    <>
      <nav className="kinds" aria-label={t("table.choose")}>
        {tables.map(({ id, title }) => (
          <PageLink key={id} page="tables" item={id}>
            {t(title)}
          </PageLink>
        ))}
        {imported.map(({ id, name }) => (
          <PageLink key={id} page="tables" item={id}>
            <bdi>{name}</bdi>
          </PageLink>
        ))}
      </nav>
      {layer ? (
        <ImportedTable key={layer.id} layer={layer} />
      ) : (
        table && <RecordTable key={table.id} table={table} />
      )}
    </>
  );
}

function RecordTable({ table }: { readonly table: TableDefinition }) {
  const book = useRecords();
  const dataset = useAppState((state) => state.dataset);
  const narrowing = useNarrowing();
  const actions = useActions();
  const translator = useTranslator();
  const openRecord = useOpenRecord();
  const { t } = translator;
  const all = useMemo(() => table.rows(book, dataset, translator), [table, book, dataset, translator]);
  const rows = useMemo(() => {
    if (!table.kind) return all;
    const shown = new Set(shownIds(table.kind, narrowing, book));
    return all.filter(({ id }) => shown.has(id));
  }, [all, table, narrowing, book]);
  const columns = useMemo(
    () => table.columns.map(({ title, ...rest }) => ({ title: t(title), ...rest })),
    [table, t],
  );
  return (
    <>
      <h3>{t(table.title)}</h3>
      {rows.length < all.length && (
        <p className="hint">
          {t("table.narrowed", { count: all.length - rows.length })}{" "}
          <button type="button" className="link" onClick={actions.clearFilter}>
            {t("table.whole")}
          </button>
        </p>
      )}
      <DataTable
        name={table.id}
        title={t(table.title)}
        columns={columns}
        rows={rows}
        onOpen={({ id }) => openRecord(id)}
      />
    </>
  );
}

/** Columns of a reader's file that are shown; the file itself holds the rest. */
const mostColumns = 12;

function ImportedTable({ layer }: { readonly layer: ImportedLayer }) {
  const actions = useActions();
  const { t } = useTranslator();
  const { columns, rows } = useMemo(() => {
    const keys = [...new Set(layer.features.flatMap(({ properties }) => Object.keys(properties)))];
    const shown = keys.slice(0, mostColumns);
    return {
      columns: [{ title: t("import.number"), kind: "year" as const }, ...shown.map((title) => ({ title }))],
      rows: layer.features.map(({ properties, geometry }, index): Row => {
        const cells = shown.map((key) => cellOf(properties[key]));
        return { id: `${layer.id}-${index + 1}`, cells: [index + 1, ...cells], geometry };
      }),
    };
  }, [layer.features, layer.id, t]);
  return (
    <>
      <h3>
        <bdi>{layer.name}</bdi>
      </h3>
      <DataTable
        name={layer.name.replace(/\.[a-z]+$/i, "")}
        title={layer.name}
        columns={columns}
        rows={rows}
        onOpen={({ geometry }) => actions.show([], pointsOf(geometry))}
      />
    </>
  );
}

function cellOf(value: unknown): string | number | undefined {
  if (value === null || value === undefined || value === "") return undefined;
  return typeof value === "string" || typeof value === "number" ? value : JSON.stringify(value);
}
