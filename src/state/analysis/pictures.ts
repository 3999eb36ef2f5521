import type { Feature, FeatureCollection, LineString, Point } from "geojson";
import type { Dataset } from "../../data/dataset.ts";
import type { Translator } from "../../i18n/translator.ts";
import type { Position } from "../../model/network.ts";
import type { CorridorLoss, Flow, Loss, Reach } from "../../routing/analysis.ts";
import { namesOf, positionOf, shortName } from "../names.ts";
import { alarmTone, type Mark, type Picture, toneCount } from "../tools.ts";

interface World {
  readonly dataset: Dataset;
  readonly translator: Translator;
}

/** Days a loss must cost to reach each step; the last step is also that of a lost route. */
const lossSteps = [0, 0.5, 1, 3, 7] as const;

/** Names beside the marks of the gravest losses and of the places reached. */
const namedCount = 8;

/** Losses in the order of their gravity, as lines and places of the map. */
export function pictureLosses(
  losses: readonly (Loss | CorridorLoss)[],
  title: string,
  world: World,
): Picture {
  const { t, duration } = world.translator;
  const marks = losses.map((loss, index) => {
    const tone = lossTone(loss);
    return { kind: loss.kind, id: loss.id, tone, size: 3 + 1.4 * tone, isNamed: index < namedCount };
  });
  return {
    ramp: "loss",
    title,
    lines: collect(
      marks
        .filter(({ kind }) => kind === "leg")
        .map(({ id, tone, size }) => lineMark(world, { id, tone, size })),
    ),
    points: collect(
      marks
        .filter(({ kind }) => kind === "node")
        .map(({ id, tone, size, isNamed }) =>
          pointMark(world, { id, tone, size: size + 1, ...(isNamed && { label: nameAt(world, id) }) }),
        ),
    ),
    legend: lossSteps
      .map((days, tone) => ({
        tone,
        label:
          tone === toneCount - 1
            ? t("tool.loss.gravest", { days: duration(days * 24) })
            : t("tool.loss.step", { days: duration((lossSteps[tone + 1] ?? 0) * 24) }),
      }))
      .reverse(),
  };
}

/** The step of a loss on its ramp. */
export function lossTone(loss: Loss | CorridorLoss): number {
  const isLost = "lost" in loss ? loss.lost : loss.lostPairs > 0;
  const days = ("lost" in loss ? loss.extraH : loss.meanExtraH) / 24;
  return isLost ? toneCount - 1 : lossSteps.findLastIndex((step) => days >= step);
}

/** What lies within some days, in bands of equal time. */
export function pictureReach({ legs, places }: Reach, withinDays: number, world: World): Picture {
  const { t, duration } = world.translator;
  const withinH = withinDays * 24;
  const bandOf = (hours: number) => Math.min(toneCount - 1, Math.floor((hours / withinH) * toneCount));
  const isPort = (id: string) => world.dataset.nodeById.get(id)?.type === "seaport";
  const named = new Set(
    places
      .filter(({ id }) => isPort(id))
      .slice(0, 3 * namedCount)
      .map(({ id }) => id),
  );
  return {
    ramp: "reach",
    title: t("tool.reach.title", { days: duration(withinH) }),
    lines: collect(
      legs.flatMap(({ id, fromH, toH }) => {
        const course = world.dataset.courseById.get(id) ?? [];
        const [start, end] = [Math.min(fromH, toH), Math.max(fromH, toH)];
        const share = end > withinH ? (withinH - start) / (end - start) : 1;
        const travelled = fromH <= toH ? course : course.toReversed();
        const mark = { id, tone: bandOf((start + Math.min(end, withinH)) / 2), size: 3 };
        return share > 0 ? [lineOf(cutAt(travelled, share), mark)] : [];
      }),
    ),
    points: collect(
      places.map(({ id, hours }) =>
        pointMark(world, {
          id,
          tone: bandOf(hours),
          size: isPort(id) ? 4 : 2.5,
          ...(named.has(id) && { label: nameAt(world, id) }),
        }),
      ),
    ),
    legend: Array.from({ length: toneCount }, (_, tone) => ({
      tone,
      label: t("tool.reach.band", { days: duration(((tone + 1) * withinH) / toneCount) }),
    })),
  };
}

/** A flow as wide as it is large, and its bottleneck. */
export function pictureFlow(
  { flows, cut }: Flow,
  amountOf: (value: number) => string,
  world: World,
): Picture {
  const { t } = world.translator;
  const most = Math.max(...flows.map(({ perYear }) => perYear).filter(Number.isFinite), 1);
  const cutLegs = cut.filter(({ kind }) => kind === "leg");
  const isCut = new Set(cutLegs.map(({ id }) => id));
  return {
    ramp: "flow",
    title: t("tool.capacity.picture"),
    lines: collect(
      flows.map(({ leg, perYear }) =>
        lineMark(world, {
          id: leg,
          tone: isCut.has(leg) ? alarmTone : 2,
          size: 2 + 8 * Math.min(1, perYear / most),
        }),
      ),
    ),
    points: collect([
      ...cut
        .filter(({ kind }) => kind === "node")
        .map(({ id, capacity }) =>
          pointMark(world, {
            id,
            tone: alarmTone,
            size: 9,
            label: t("tool.capacity.label", { name: nameAt(world, id), amount: amountOf(capacity) }),
          }),
        ),
      ...cutLegs.flatMap(({ id, capacity }) => {
        const course = world.dataset.courseById.get(id);
        const middle = course?.[Math.floor(course.length / 2)];
        return middle ? [pointAt(middle, { id, tone: alarmTone, size: 6, label: amountOf(capacity) })] : [];
      }),
    ]),
    legend: [
      { tone: 2, label: t("tool.capacity.flow") },
      { tone: alarmTone, label: t("tool.capacity.bottleneck") },
    ],
  };
}

function nameAt({ dataset, translator }: World, id: string): string {
  return shortName(translator.name(namesOf(dataset, id)));
}

function lineMark({ dataset }: World, mark: Mark): Feature<LineString, Mark> {
  return lineOf(dataset.courseById.get(mark.id) ?? [], mark);
}

function lineOf(course: readonly Position[], mark: Mark): Feature<LineString, Mark> {
  return {
    type: "Feature",
    properties: mark,
    geometry: { type: "LineString", coordinates: course as Position[] },
  };
}

function pointMark({ dataset }: World, mark: Mark): Feature<Point, Mark> {
  return pointAt(positionOf(dataset, mark.id) ?? [0, 0], mark);
}

function pointAt(position: Position, mark: Mark): Feature<Point, Mark> {
  return { type: "Feature", properties: mark, geometry: { type: "Point", coordinates: position } };
}

function collect<G extends LineString | Point>(features: Feature<G, Mark>[]): FeatureCollection<G, Mark> {
  return { type: "FeatureCollection", features };
}

/** The first share of a course, by its length on the map. */
function cutAt(course: readonly Position[], share: number): readonly Position[] {
  if (share >= 1) return course;
  const lengths = course
    .slice(1)
    .map(([lng, lat], index) => Math.hypot(lng - (course[index]?.[0] ?? 0), lat - (course[index]?.[1] ?? 0)));
  let left = share * lengths.reduce((sum, length) => sum + length, 0);
  const part: Position[] = course.slice(0, 1);
  for (const [index, length] of lengths.entries()) {
    const [start, end] = [course[index] as Position, course[index + 1] as Position];
    const step = Math.min(1, left / length);
    part.push([start[0] + (end[0] - start[0]) * step, start[1] + (end[1] - start[1]) * step]);
    left -= length;
    if (left <= 0) break;
  }
  return part;
}
