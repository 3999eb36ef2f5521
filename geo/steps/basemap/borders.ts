import type { Feature, MultiLineString } from "geojson";
import { mesh } from "topojson-client";
import type { Position } from "../../../src/model/network.ts";
import { roundFeature } from "../../io.ts";
import { controlAreas, countryAt } from "../countries.ts";
import type { Bounds } from "./detail.ts";
import { isWithin } from "./detail.ts";
import type { LandTopology, UnitProperties } from "./land.ts";

/** Borders drawn dashed, between states or parts of states, along the whole line or `within` bounds. */
const disputedBorders: readonly { between: readonly [string, string]; within?: Bounds }[] = [
  { between: ["RS", "kosovo"] },
  { between: ["CY", "cyprus-buffer-zone"] },
  { between: ["northern-cyprus", "cyprus-buffer-zone"] },
  { between: ["SO", "somaliland"] },
  { between: ["EH", "MA"] },
  { between: ["IL", "PS"] },
  { between: ["IL", "SY"] },
  { between: ["IN", "siachen"] },
  { between: ["PK", "siachen"] },
  { between: ["CN", "siachen"] },
  { between: ["IN", "PK"], within: [73, 32.2, 78, 36] },
  { between: ["CN", "PK"], within: [73, 34, 78, 37.5] },
  { between: ["CN", "IN"], within: [77, 32, 80.5, 36.5] },
  { between: ["CN", "IN"], within: [91.5, 27, 98, 30] },
];

export interface BorderProperties {
  readonly disputed: boolean;
}

/** Land borders without coasts: one feature of agreed lines, one of disputed ones. */
export function borderFeatures(land: LandTopology): Feature<MultiLineString, BorderProperties>[] {
  const agreed = borderLines(land, (a, b) => a.code !== b.code && !disputesOf(a, b).length);
  const disputed: Position[][] = [];
  const pairs = new Set(disputedBorders.map(({ between }) => between.join()));
  for (const pair of pairs) {
    const disputes = disputedBorders.filter(({ between }) => between.join() === pair);
    for (const line of borderLines(land, (a, b) => disputesOf(a, b).some((one) => disputes.includes(one)))) {
      const isDisputed = (position: Position) =>
        disputes.some(({ within }) => !within || isWithin(within, position));
      for (const run of runsOf(line, isDisputed)) (run.matches ? disputed : agreed).push(run.line);
    }
  }
  const crimea = borderLines(land, (a, b) => [a.unit, b.unit].includes("crimea") && a.code === b.code);
  return [borderFeature(agreed, false), borderFeature([...disputed, ...crimea], true)];
}

function disputesOf(a: UnitProperties, b: UnitProperties): typeof disputedBorders {
  return disputedBorders.filter(
    ({ between: [one, other] }) =>
      (a.unit === one && b.unit === other) || (a.unit === other && b.unit === one),
  );
}

function borderLines(
  land: LandTopology,
  accept: (a: UnitProperties, b: UnitProperties) => boolean,
): Position[][] {
  const lines = mesh(land, land.objects.units, (a, b) => {
    return a !== b && accept(a.properties as UnitProperties, b.properties as UnitProperties);
  });
  return lines.coordinates as Position[][];
}

function borderFeature(
  coordinates: Position[][],
  disputed: boolean,
): Feature<MultiLineString, BorderProperties> {
  return { type: "Feature", properties: { disputed }, geometry: { type: "MultiLineString", coordinates } };
}

/** Cuts a line at its vertices into stretches that match a test and stretches that do not. */
function runsOf(
  line: readonly Position[],
  test: (position: Position) => boolean,
): { matches: boolean; line: Position[] }[] {
  const runs: { matches: boolean; line: Position[] }[] = [];
  for (const [i, end] of line.entries()) {
    const start = line[i - 1];
    if (!start) continue;
    const matches = test(start) && test(end);
    const last = runs.at(-1);
    if (last?.matches === matches) last.line.push(end);
    else runs.push({ matches, line: [start, end] });
  }
  return runs;
}

/** The edges of control areas that run through their owner's land, without coasts and state borders. */
export function controlLineFeatures(): Feature<
  MultiLineString,
  BorderProperties & { controlArea: string }
>[] {
  return controlAreas().flatMap(({ id, geometry }) => {
    const rings = geometry.coordinates.flat() as Position[][];
    const lines = rings.flatMap(controlLines);
    if (lines.length === 0) return [];
    const line: Feature<MultiLineString> = {
      type: "Feature",
      properties: {},
      geometry: { type: "MultiLineString", coordinates: lines },
    };
    return [{ ...roundFeature(line, 2), properties: { disputed: true, controlArea: id } }];
  });
}

/** Half the width of the strip in degrees, about 200 m, in which the two sides of a line are looked at. */
const besideDegrees = 0.002;

function controlLines(ring: readonly Position[]): Position[][] {
  const lines: Position[][] = [];
  let open = false;
  for (const [i, end] of ring.entries()) {
    const start = ring[i - 1];
    if (!start) continue;
    const dividesOneState = isControlEdge(start, end);
    if (dividesOneState && open) lines.at(-1)?.push(end);
    else if (dividesOneState) lines.push([start, end]);
    open = dividesOneState;
  }
  return lines;
}

function isControlEdge([x1, y1]: Position, [x2, y2]: Position): boolean {
  const length = Math.hypot(x2 - x1, y2 - y1);
  const dx = ((y1 - y2) / length) * besideDegrees;
  const dy = ((x2 - x1) / length) * besideDegrees;
  const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2];
  const left = countryAt([x + dx, y + dy]);
  const right = countryAt([x - dx, y - dy]);
  return left?.code === right?.code && left?.controlledBy !== right?.controlledBy;
}
