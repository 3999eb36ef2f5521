import {
  columnFilteringFeature,
  createFilteredRowModel,
  createPaginatedRowModel,
  createSortedRowModel,
  globalFilteringFeature,
  rowPaginationFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useMemo, useState } from "react";
import { fold } from "../../../data/fold.ts";
import { type Cell, cellText, type Row, type ShownColumn } from "../../../export/table.ts";
import { useTranslator } from "../../context.ts";
import { TableDownloads } from "./TableDownloads.tsx";

const features = tableFeatures({
  columnFilteringFeature,
  globalFilteringFeature,
  rowSortingFeature,
  rowPaginationFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
  paginatedRowModel: createPaginatedRowModel(),
});

const pageSize = 50;

/** A table that can be sorted by each column, searched, paged through and saved. */
export function DataTable({
  name,
  title,
  columns,
  rows,
  onOpen,
}: {
  /** Of its files. */
  readonly name: string;
  readonly title: string;
  readonly columns: readonly ShownColumn[];
  readonly rows: readonly Row[];
  readonly onOpen: (row: Row) => void;
}) {
  const translator = useTranslator();
  const { t, number, tag } = translator;
  const [text, setText] = useState("");
  const data = useMemo(() => [...rows], [rows]);
  const definitions = useMemo(() => {
    const collator = new Intl.Collator(tag, { numeric: true });
    const compare = (a: Cell, b: Cell) =>
      typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b));
    return columns.map(({ title }, index) => ({
      id: String(index),
      header: title,
      accessorFn: (row: Row) => row.cells[index],
      // What is not known stands last whichever way the column runs.
      sortUndefined: "last" as const,
      sortFn: (a: { original: Row }, b: { original: Row }) =>
        compare(a.original.cells[index], b.original.cells[index]),
    }));
  }, [columns, tag]);
  const table = useTable({
    features,
    columns: definitions,
    data,
    getRowId: (row) => row.id,
    state: { globalFilter: text },
    getColumnCanGlobalFilter: () => true,
    globalFilterFn: (row, column, sought: string) => {
      const said = fold(String(row.original.cells[Number(column)] ?? ""));
      return said.includes(fold(sought.trim()));
    },
    initialState: { pagination: { pageIndex: 0, pageSize } },
  });
  const filtered = table.getPrePaginatedRowModel().rows.map((row) => row.original);
  const { pageIndex } = table.state.pagination;
  const pages = table.getPageCount();
  return (
    <div className="data-table">
      <div className="table-tools">
        <label className="field">
          {t("table.filter")}
          <input
            type="search"
            value={text}
            onChange={({ currentTarget }) => {
              setText(currentTarget.value);
              table.setPageIndex(0);
            }}
          />
        </label>
      </div>
      <p role="status" className="hint">
        {t("table.count", { count: filtered.length })}
      </p>
      <TableDownloads name={name} table={{ title, columns, rows: filtered }} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className="table-scroll" aria-label={t("table.rows")} tabIndex={0}>
        <table>
          <thead>
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id}>
                {group.headers.map(({ id, column }) => {
                  const sorted = column.getIsSorted();
                  const sort = sorted === "asc" ? "ascending" : sorted === "desc" ? "descending" : "none";
                  return (
                    <th key={id} scope="col" aria-sort={sort}>
                      <button type="button" onClick={() => column.toggleSorting()}>
                        {String(column.columnDef.header)}
                        <span aria-hidden="true">{{ asc: " ↑", desc: " ↓", false: "" }[String(sorted)]}</span>
                      </button>
                    </th>
                  );
                })}
              </tr>
            ))}
          </thead>
          <tbody>
            {table.getRowModel().rows.map(({ id, original }) => (
              <tr key={id} data-record-id={id}>
                {columns.map(({ title, kind }, index) =>
                  index === 0 ? (
                    <th key={title} scope="row">
                      <button type="button" className="link" onClick={() => onOpen(original)}>
                        <bdi>{cellText(original.cells[0], kind, translator) ?? id}</bdi>
                      </button>
                    </th>
                  ) : (
                    <td key={title} data-kind={kind}>
                      <bdi>{cellText(original.cells[index], kind, translator)}</bdi>
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {pages > 1 && (
        <nav className="buttons" aria-label={t("table.pages")}>
          <button type="button" disabled={!table.getCanPreviousPage()} onClick={() => table.previousPage()}>
            {t("table.previous")}
          </button>
          <span>{t("table.page", { page: number(pageIndex + 1), pages: number(pages) })}</span>
          <button type="button" disabled={!table.getCanNextPage()} onClick={() => table.nextPage()}>
            {t("table.next")}
          </button>
        </nav>
      )}
    </div>
  );
}
