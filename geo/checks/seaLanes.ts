import type { NodeRecord, Position } from "../../src/model/network.ts";
import { closableWaterways } from "../../src/model/vocabulary.ts";
import { between, geodesicKm, sides } from "../course.ts";
import type { Problem } from "../problem.ts";
import { countryAt, crossings } from "../steps/countries.ts";
import type { CountedLeg } from "../steps/countryKm.ts";
import type { Checked } from "./checked.ts";
import type { Fairways, Gates } from "./gates.ts";

/** A lane may cross land this near to a port it ends at: harbours lie behind the generalised coast. */
const approachKm = 15;

interface Stretch {
  readonly from: Position;
  readonly to: Position;
  /** The state whose land it is. */
  readonly code: string;
}

/** No lane runs over land but in its named fairway and on the approach to its own ports. */
export function lanesAtSea({ nodes, legs, fairways }: Checked): Problem[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return lanes(legs).flatMap((leg): Problem[] => {
    const fairway = leg.waterway === undefined ? undefined : fairways[leg.waterway];
    if (leg.waterway !== undefined && !fairway) {
      return [
        {
          id: "lanes-at-sea",
          place: leg.id,
          problem: `follows "${leg.waterway}", which is no fairway`,
          remedy: "add it to geo/inputs/fairways.json or correct the lane",
          position: leg.course[0],
        },
      ];
    }
    const ports = [leg.from, leg.to].flatMap((id) => byId.get(id) ?? []).filter(isPort);
    const wrong = overLand(leg).filter(
      ({ from, to }) =>
        !(fairway && [from, to].every((end) => isInside(end, fairway))) &&
        !ports.some(({ position }) => [from, to].every((end) => geodesicKm(position, end) <= approachKm)),
    );
    const [first] = wrong;
    if (!first) return [];
    const km = wrong.reduce((sum, { from, to }) => sum + geodesicKm(from, to), 0);
    const codes = [...new Set(wrong.map(({ code }) => code))].join(", ");
    return [
      {
        id: "lanes-at-sea",
        place: leg.id,
        problem: `${km.toFixed(1)} km over the land of ${codes}, more than ${approachKm} km from its ports`,
        remedy: "draw it round the land in geo/inputs/lines.geojson, or name its fairway in `waterway`",
        position: between(first.from, first.to, 0.5),
      },
    ];
  });
}

/** Lanes list exactly the straits whose gate they cross, so that closing a strait by name closes every way through it. */
export function straitsNamed({ legs, gates }: Checked): Problem[] {
  return [...openGates(gates), ...lanes(legs).flatMap((leg) => misnamed(leg, gates))];
}

/** Gates that a lane could pass at the side. */
function openGates(gates: Gates): Problem[] {
  return closableWaterways.flatMap((strait) =>
    gates[strait]
      .filter((end) => !countryAt(end))
      .map((end) => ({
        id: "straits-named",
        place: strait,
        problem: `its gate ends at sea, at ${end.join(", ")}`,
        remedy: "move that end onto land in geo/inputs/gates.json",
        position: end,
      })),
  );
}

function misnamed(leg: CountedLeg, gates: Gates): Problem[] {
  const problem = (strait: keyof Gates, text: string, remedy: string): Problem => ({
    id: "straits-named",
    place: leg.id,
    problem: text,
    remedy,
    position: between(...gates[strait], 0.5),
  });
  return closableWaterways.flatMap((strait) => {
    const crosses = sides(leg.course).some((side) => meet(side, gates[strait]));
    const named = leg.passes?.includes(strait) ?? false;
    if (crosses === named) return [];
    if (crosses) {
      return [problem(strait, `runs through "${strait}" unnamed`, "add it to `passes` of the lane")];
    }
    return [
      problem(strait, `lists "${strait}" without crossing its gate`, "correct `passes`, course or gate"),
    ];
  });
}

function lanes(legs: readonly CountedLeg[]): CountedLeg[] {
  return legs.filter(({ mode }) => mode === "sea" || mode === "ferry");
}

function isPort({ type }: NodeRecord): boolean {
  return type !== "waypoint";
}

/** The stretches of a lane that lie on land, cut exactly at the coast. */
function overLand({ course }: CountedLeg): Stretch[] {
  return sides(course).flatMap(([a, b]) => {
    const cuts = [0, ...crossings(a, b), 1];
    return cuts.slice(1).flatMap((cut, i) => {
      const start = cuts[i] as number;
      const owner = countryAt(between(a, b, (start + cut) / 2));
      return owner ? [{ from: between(a, b, start), to: between(a, b, cut), code: owner.code }] : [];
    });
  });
}

function isInside([lng, lat]: Position, [west, south, east, north]: Fairways[string]): boolean {
  return lng >= west && lng <= east && lat >= south && lat <= north;
}

/** Whether two segments have a point in common, in the plane of degrees the lanes are drawn in. */
function meet([a, b]: readonly [Position, Position], [c, d]: readonly [Position, Position]): boolean {
  return turn(a, b, c) * turn(a, b, d) <= 0 && turn(c, d, a) * turn(c, d, b) <= 0;
}

/** Positive where `c` lies left of the way from `a` to `b`, negative right of it. */
function turn([ax, ay]: Position, [bx, by]: Position, [cx, cy]: Position): number {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}
