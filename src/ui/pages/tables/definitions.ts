import type { Row } from "../../../export/table.ts";
import type { Translator } from "../../../i18n/translator.ts";
import { highSeas } from "../../../model/vocabulary.ts";
import { legName } from "../../../state/names.ts";
import { lineAlong, linesAlong, pointAt, pointsAt } from "./places.ts";
import type { TableDefinition } from "./table.ts";

const columns = {
  name: { title: "table.name" },
  country: { title: "table.countries" },
  type: { title: "table.type" },
  status: { title: "record.status" },
  confidence: { title: "table.confidence" },
  sources: { title: "sources.title", kind: "number" },
} as const;

/** Every overlay of the map as a table. */
export const tables: readonly TableDefinition[] = [
  {
    id: "deposits",
    title: "data.item.deposits",
    kind: "deposit",
    columns: [columns.name, columns.country, { title: "record.commodities" }, { title: "record.stage" }],
    rows: ({ deposits, commodities }, _dataset, translator) => {
      const { t, name, country, list } = translator;
      return deposits.map((deposit) => ({
        id: deposit.id,
        cells: [
          name(deposit.names),
          country(deposit.country),
          list(deposit.commodities.map((id) => name(commodities.get(id)?.names ?? { en: id }))),
          t(`stage.${deposit.stage}`),
        ],
        geometry: pointAt(deposit.position),
        ...noteOf([precisionText(deposit, translator)]),
        sources: deposit.sources,
      }));
    },
  },
  {
    id: "projects",
    title: "data.item.projects",
    kind: "project",
    columns: [
      columns.name,
      columns.country,
      columns.type,
      columns.status,
      { title: "table.by" },
      { title: "table.start", kind: "year" },
      { title: "table.end", kind: "year" },
      columns.confidence,
      columns.sources,
    ],
    rows: ({ projects }, dataset, translator) => {
      const { t, name, country, list } = translator;
      return projects.map((project) => ({
        id: project.id,
        cells: [
          name(project.names),
          list(project.countries.map(country)),
          t(`table.project.${project.type}`),
          t(`table.status.${project.status}`),
          name(project.sponsors),
          project.start,
          project.end,
          t(`confidence.${project.confidence}`),
          project.sources.length,
        ],
        geometry: pointAt(project.position),
        ...linesAlong(project.lines, dataset),
        ...noteOf([name(project.description), precisionText(project, translator)]),
        sources: project.sources,
      }));
    },
  },
  {
    id: "commitments",
    title: "data.item.commitments",
    kind: "commitment",
    columns: [
      columns.name,
      { title: "table.by" },
      { title: "table.to" },
      { title: "table.date" },
      { title: "table.content" },
      columns.confidence,
      columns.sources,
    ],
    rows: ({ commitments }, dataset, { t, name }) =>
      commitments.map((commitment) => ({
        id: commitment.id,
        cells: [
          name(commitment.names),
          name(commitment.by),
          name(commitment.to),
          commitment.date,
          name(commitment.content),
          t(`confidence.${commitment.confidence}`),
          commitment.sources.length,
        ],
        geometry: pointsAt(commitment.places, dataset),
        ...linesAlong(commitment.lines, dataset),
        sources: commitment.sources,
      })),
  },
  {
    id: "events",
    title: "data.item.events",
    kind: "event",
    columns: [
      { title: "table.content" },
      { title: "table.date" },
      columns.type,
      columns.confidence,
      columns.sources,
    ],
    rows: ({ events }, dataset, { t, name }) =>
      events.map((event) => ({
        id: event.id,
        cells: [
          name(event.text),
          event.date,
          t(`page.event.${event.kind}`),
          t(event.planned ? "page.planned" : `confidence.${event.confidence}`),
          event.sources.length,
        ],
        geometry: pointsAt(event.places, dataset),
        ...linesAlong(event.lines, dataset),
        sources: event.sources,
      })),
  },
  {
    id: "energy",
    title: "table.energy",
    kind: "energy",
    columns: [
      columns.name,
      columns.country,
      columns.type,
      columns.status,
      { title: "record.capacity" },
      { title: "table.russia", kind: "number" },
      columns.sources,
    ],
    rows: ({ energy }, _dataset, { t, name, country, list }) =>
      energy.map((line) => ({
        id: line.id,
        cells: [
          name(line.names),
          list(line.countries.filter(({ code }) => code !== highSeas).map(({ code }) => country(code))),
          t(`table.energy.${line.kind}`),
          t(`table.status.${line.status}`),
          line.capacity && `${line.capacity.value} ${line.capacity.unit}`,
          kmInRussia(line.countries),
          line.sources.length,
        ],
        geometry: line.geometry,
        ...noteOf([line.note && name(line.note)]),
        sources: line.sources,
      })),
  },
  {
    id: "nodes",
    title: "data.item.nodes",
    columns: [columns.name, columns.country, columns.type, { title: "record.unlocode" }],
    rows: (_book, { network }, { t, name, country }) =>
      network.nodes
        .filter(({ type }) => type !== "waypoint" && type !== "access")
        .map(({ id, names, country: code, type, unlocode, position }) => ({
          id,
          cells: [name(names), code && country(code), t(`type.${type}`), unlocode],
          geometry: pointAt(position),
        })),
  },
  {
    id: "legs",
    title: "data.item.legs",
    columns: [
      columns.name,
      { title: "table.mode" },
      columns.status,
      { title: "table.km", kind: "number" },
      { title: "record.gauge", kind: "year" },
      columns.country,
      { title: "record.opened", kind: "year" },
      { title: "record.expected", kind: "year" },
      columns.sources,
    ],
    rows: (_book, dataset, translator) =>
      dataset.network.legs.map((leg) => ({
        id: leg.id,
        cells: [
          legName(dataset, translator, leg),
          translator.t(`mode.${leg.mode}`),
          translator.t(`status.${leg.status}`),
          leg.lengthKm,
          leg.gauge,
          translator.list(leg.countries.map(({ code }) => translator.country(code))),
          leg.opened,
          leg.expected,
          leg.sources.length,
        ],
        geometry: lineAlong(dataset.courseById.get(leg.id)),
        sources: leg.sources,
      })),
  },
];

/** What is said of a record beyond its cells. */
function noteOf(parts: readonly (string | undefined)[]): Pick<Row, "note"> {
  const said = parts.filter((part) => part !== undefined);
  return said.length > 0 ? { note: said.join("\n") } : {};
}

function precisionText(
  { positionPrecisionKm }: { readonly positionPrecisionKm?: number | undefined },
  { t, km }: Translator,
): string | undefined {
  return positionPrecisionKm === undefined
    ? undefined
    : t("record.precision", { km: km(positionPrecisionKm) });
}

function kmInRussia(countries: readonly { code: string; km: number; controlledBy?: string | undefined }[]) {
  const inside = countries.filter(({ code, controlledBy }) => code === "RU" || controlledBy === "RU");
  return Math.round(inside.reduce((sum, { km }) => sum + km, 0));
}
