import { circle, greatCircle } from "@turf/turf";
import type { Feature, FeatureCollection } from "geojson";
import type { Dataset } from "../../data/dataset.ts";
import { toUsd } from "../../data/money.ts";
import type { RecordBook, RecordItem } from "../../data/records/book.ts";
import { touchesState } from "../../model/energy.ts";
import type { Position } from "../../model/network.ts";
import type { Commitment } from "../../model/records.ts";
import { labels } from "../sources.ts";
import { carriedBy } from "./colours.ts";
import { markKey } from "./marks.ts";

/** From this radius on a place is drawn as an area, not as a point. */
const certainKm = 5;
/** Upper ends of the classes of amounts, in US dollars. */
export const amountClasses = [100e6, 1e9, 10e9] as const;

/** The features of every source of the records; places that fall together are fanned out by `spread`. */
export function recordSources(
  book: RecordBook,
  dataset: Dataset,
): Readonly<Record<string, () => FeatureCollection>> {
  return {
    projects: () => collect(projectFeatures(book)),
    commitments: () => collect(commitmentFeatures(book, dataset)),
    energy: () => collect(energyFeatures(book)),
    uncertain: () => collect(uncertainFeatures(book)),
  };
}

function projectFeatures({ items, linksTo }: RecordBook): Feature[] {
  const met = new Map<string, number>();
  return items.flatMap((item): Feature[] => {
    if (item.kind !== "project" || !item.record.position) return [];
    const { id, type, status, names, position } = item.record;
    const key = position.join();
    const count = met.get(key) ?? 0;
    met.set(key, count + 1);
    return [
      point(position, {
        id,
        mark: markKey(type, status),
        spread: spreadOf(count),
        disputed: isDisputed(linksTo(id)),
        ...labels(names),
      }),
    ];
  });
}

/** Where the n-th mark of one place stands, in pixels: on rings around the first, a little apart from the place itself. */
function spreadOf(count: number): [number, number] {
  if (count === 0) return [0, -13];
  const ring = 1 + Math.floor((count - 1) / 6);
  const angle = ((count - 1) % 6) * (Math.PI / 3) + Math.PI / 6 + ring * 0.3;
  return [Math.round(20 * ring * Math.cos(angle)), Math.round(20 * ring * Math.sin(angle)) - 13];
}

function energyFeatures({ items, linksTo }: RecordBook): Feature[] {
  return items.flatMap((item): Feature[] => {
    if (item.kind !== "energy") return [];
    const { id, kind, status, names } = item.record;
    const properties = {
      id,
      carries: carriedBy(kind),
      status,
      russia: touchesState(item.record, "RU"),
      disputed: isDisputed(linksTo(id)),
      ...labels(names),
    };
    return [{ type: "Feature", properties, geometry: item.record.geometry }];
  });
}

/** Great circles from each giver to what it is given for; those between the same two ends run side by side. */
function commitmentFeatures(book: RecordBook, dataset: Dataset): Feature[] {
  const lanes = new Map<string, number>();
  return book.items.flatMap((item): Feature[] => {
    if (item.kind !== "commitment") return [];
    const { record } = item;
    const properties = {
      id: record.id,
      amount: amountClass(record, book),
      stage: record.money[0]?.stage ?? "none",
      disputed: isDisputed(book.linksTo(record.id)),
      ...labels(record.names),
    };
    return linksOf(record, book, dataset).map(([start, end]) => {
      const key = [start, end].map(String).sort().join(" ");
      const lane = lanes.get(key) ?? 0;
      lanes.set(key, lane + 1);
      const { geometry } = greatCircle([...start], [...end], { npoints: 48 });
      return { type: "Feature", properties: { ...properties, lane: laneOffset(lane) }, geometry };
    });
  });
}

/** 0, 1, -1, 2, -2 ... */
function laneOffset(lane: number): number {
  return lane % 2 === 1 ? (lane + 1) / 2 : -lane / 2;
}

/**
 * The links of a promise: from each giver to the middle of its lines, else to its first place; where it has none,
 * from the first giver to the middle of the receivers' capitals, as one link says as much as one to each.
 */
function linksOf(record: Commitment, book: RecordBook, dataset: Dataset): [Position, Position][] {
  const seat = (id: string) => book.actors.get(id)?.position;
  const place = middleOf(record.lines, dataset) ?? firstPlace(record.places, book, dataset);
  const givers = place ? record.givers : record.givers.slice(0, 1);
  const others = record.receivers.filter((id) => !givers.includes(id)).map(seat);
  const end = place ?? meanOf(others.filter((position) => position !== undefined));
  const pairs = givers.flatMap((giver): [Position, Position][] => {
    const start = seat(giver);
    return start && end ? [[start, end]] : [];
  });
  const isLink = ([start, target]: [Position, Position]) =>
    Math.hypot(start[0] - target[0], start[1] - target[1]) > 0.2;
  return [...new Map(pairs.filter(isLink).map((pair) => [pair.join(" "), pair])).values()];
}

function meanOf(positions: readonly Position[]): Position | undefined {
  if (positions.length === 0) return undefined;
  const [lng, lat] = [0, 1].map((axis) =>
    positions.reduce((sum, position) => sum + (position[axis] ?? 0), 0),
  );
  return [(lng ?? 0) / positions.length, (lat ?? 0) / positions.length];
}

/** The middle point of the lines' courses, in the order they are named. */
function middleOf(lines: readonly string[], { network, courseById }: Dataset): Position | undefined {
  const points = lines.flatMap((line) =>
    network.legs.filter((leg) => leg.line === line).flatMap((leg) => courseById.get(leg.id) ?? []),
  );
  return points[Math.floor(points.length / 2)];
}

function firstPlace(places: readonly string[], book: RecordBook, dataset: Dataset): Position | undefined {
  const positions = places.map((id) => {
    const item = book.byId.get(id);
    return (
      dataset.nodeById.get(id)?.position ?? (item?.kind === "deposit" ? item.record.position : undefined)
    );
  });
  return positions.find((position) => position !== undefined);
}

function amountClass({ money }: Commitment, { rates }: RecordBook): number {
  const most = Math.max(0, ...money.map((sum) => toUsd(sum, rates)));
  return most === 0 ? 0 : 1 + amountClasses.filter((limit) => most >= limit).length;
}

function uncertainFeatures({ items }: RecordBook): Feature[] {
  return items.flatMap((item): Feature[] => {
    if (item.kind !== "project" && item.kind !== "deposit") return [];
    const { id, position, positionPrecisionKm = 0 } = item.record;
    if (!position || positionPrecisionKm <= certainKm) return [];
    const { geometry } = circle([...position], positionPrecisionKm, { steps: 48, units: "kilometers" });
    return [{ type: "Feature", properties: { id, of: item.kind }, geometry }];
  });
}

/** True where a founding fact that other sources contradict is carried by the record. */
export function isDisputed(links: readonly RecordItem[]): boolean {
  return links.some((item) => item.kind === "fact" && item.record.disputed === true);
}

function point(
  position: Position,
  properties: Readonly<Record<string, unknown>> & { readonly id: string },
): Feature {
  return {
    type: "Feature",
    properties: { ...properties },
    geometry: { type: "Point", coordinates: [...position] },
  };
}

function collect(features: Feature[]): FeatureCollection {
  return { type: "FeatureCollection", features };
}
