import type { MessageKey } from "../i18n/translator.ts";
import {
  assessedKinds,
  lengthBases,
  positionKinds,
  precisions,
  type Quality,
  sourceKinds,
} from "../model/quality.ts";
import { confidences, modes, qualities } from "../model/vocabulary.ts";
import { useAppState, useTranslator } from "./context.ts";
import { Disclosure } from "./parts.tsx";
import { useFile } from "./useFile.ts";

const counted = [
  "nodes",
  "legs",
  "deposits",
  "projects",
  "commitments",
  "events",
  "commodities",
  "foundingFacts",
  "sources",
] as const;

/** How good the data are: counts, drawing, lengths, sources and known doubts, and where to report an error. */
export default function QualityPanel() {
  const quality = useFile<Quality>("quality.json");
  const counts = useAppState((state) => state.dataset.manifest.counts);
  const { t, name } = useTranslator();
  if (quality === null) return <p role="alert">{t("data.failed")}</p>;
  if (!quality) return null;
  return (
    <>
      <Disclosure title={t("data.counts")}>
        <CountTable
          rows={counted.map((item) => ({ label: `data.item.${item}`, values: [counts[item] ?? 0] }))}
        />
      </Disclosure>
      <Disclosure title={t("data.drawing")}>
        <p>{t("data.drawing.hint")}</p>
        <CountTable
          columns={qualities.map((one) => `quality.${one}` as const)}
          rows={modes.map((mode) => ({
            label: `mode.${mode}`,
            values: qualities.map((one) => quality.drawingKm[mode][one]),
          }))}
        />
      </Disclosure>
      <Disclosure title={t("data.lengths")}>
        <CountTable
          columns={lengthBases.map((one) => `record.length.${one}` as const)}
          rows={modes.map((mode) => ({
            label: `mode.${mode}`,
            values: lengthBases.map((one) => quality.lengthKm[mode][one]),
          }))}
        />
        <PublishedLengths quality={quality} />
      </Disclosure>
      <Disclosure title={t("data.confidence")}>
        <CountTable
          columns={confidences.map((one) => `confidence.${one}` as const)}
          rows={assessedKinds.map((kind) => ({
            label: `data.item.${kind}`,
            values: confidences.map((one) => quality.confidence[kind][one]),
          }))}
          shares
        />
      </Disclosure>
      <Disclosure title={t("data.positions")}>
        <CountTable
          columns={precisions.map((one) => `data.precision.${one}` as const)}
          rows={positionKinds.map((kind) => ({
            label: `data.position.${kind}`,
            values: precisions.map((one) => quality.positions[kind][one]),
          }))}
        />
      </Disclosure>
      <Disclosure title={t("data.sources")}>
        <CountTable
          rows={sourceKinds.map((kind) => ({
            label: `data.source.${kind}`,
            values: [quality.sources[kind]],
          }))}
        />
      </Disclosure>
      <Disclosure title={t("data.doubts")}>
        <ul className="figure-list">
          {quality.doubts.map(({ id, text }) => (
            <li key={id} data-doubt-id={id}>
              {name(text)}
            </li>
          ))}
        </ul>
      </Disclosure>
      <p>{t("data.report")}</p>
    </>
  );
}

interface Row {
  readonly label: MessageKey;
  /** One to a column, in the order of the columns. */
  readonly values: readonly number[];
}

/** Counts in rows; with `shares` a last row gives each column's share of all. */
function CountTable({
  columns,
  rows,
  shares = false,
}: {
  readonly columns?: readonly MessageKey[];
  readonly rows: readonly Row[];
  readonly shares?: boolean;
}) {
  const { t, number, percent } = useTranslator();
  const sumOf = (column: number) => rows.reduce((sum, { values }) => sum + (values[column] ?? 0), 0);
  const all = (columns ?? []).reduce((sum, _, column) => sum + sumOf(column), 0);
  return (
    <table>
      {columns && (
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map(({ label, values }) => (
          <tr key={label}>
            <th scope="row">{t(label)}</th>
            {values.map((value, column) => (
              <td key={column}>{number(value)}</td>
            ))}
          </tr>
        ))}
      </tbody>
      {shares && (
        <tfoot>
          <tr>
            <th scope="row">{t("data.share")}</th>
            {columns?.map((column, i) => (
              <td key={column}>{percent(sumOf(i) / all)}</td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
}

/** What is drawn beside what is published, and the lines that are farthest off. */
function PublishedLengths({ quality }: { readonly quality: Quality }) {
  const { t, number, percent, km, isolate } = useTranslator();
  const { count, medianShare, worst } = quality.published;
  return (
    <>
      <p>{t("data.published", { count: number(count), share: percent(medianShare) })}</p>
      <ul className="figure-list">
        {worst.map(({ id, publishedKm, drawnKm }) => (
          <li key={id}>
            {t("data.published.line", {
              id: isolate(id),
              drawn: km(drawnKm),
              published: km(publishedKm),
            })}
          </li>
        ))}
      </ul>
      <p>{t("data.unsourced", { km: km(quality.unsourcedKm) })}</p>
    </>
  );
}
