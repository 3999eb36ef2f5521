import type { DepositRecord, NodeRecord, Position } from "../../src/model/network.ts";
import { between, type CoursePoint, geodesicKm, nearestPoints } from "../course.ts";
import { round } from "../io.ts";
import type { Problem } from "../problem.ts";
import { countryAt, crossings } from "./countries.ts";
import { type DraftLeg, type Stop, splitLeg } from "./network.ts";

/** Roads to mines wind: this many road kilometres for one as the crow flies, an estimate for steppe and hills. */
export const roadWinding = 1.3;

/** Even beside a station there is a yard to cross. */
const shortestRoadKm = 1;

/** A station or loading point this near to the nearest point of a railway is used instead of a new one. */
const stationReachKm = 3;

/** The track gauge of all railways that a deposit may be joined to, in millimetres. */
const domesticGauge = 1520;

interface Joined {
  readonly legs: DraftLeg[];
  /** The nodes that came with the roads, at the points where they reach a railway. */
  readonly accessNodes: NodeRecord[];
  readonly deposits: DepositRecord[];
  readonly warnings: Problem[];
}

interface Candidate {
  readonly leg: DraftLeg;
  readonly point: CoursePoint;
  readonly km: number;
}

/**
 * Joins every routable deposit by one road with the nearest railway of its own state.
 * A road that would cross a border gives way to the nearest one that does not;
 * a deposit for which there is none is no longer routable, and a warning says so.
 */
export function joinDeposits(
  legs: readonly DraftLeg[],
  nodes: readonly NodeRecord[],
  deposits: readonly DepositRecord[],
): Joined {
  const nodeById = new Map(nodes.map((node) => [node.id, node]));
  const railways = legs.filter(isDomesticRailway);
  const stops = new Map<string, Stop[]>();
  const accessNodes: NodeRecord[] = [];
  const roads: DraftLeg[] = [];
  const warnings: Problem[] = [];

  const stateOf = (leg: DraftLeg) => {
    const [from, to] = [nodeById.get(leg.from)?.country, nodeById.get(leg.to)?.country];
    return from === to ? from : undefined;
  };
  const stationsOf = (state: string): NodeRecord[] => {
    const served = new Set(
      railways.filter((leg) => stateOf(leg) === state).flatMap(({ from, to }) => [from, to]),
    );
    return [
      ...nodes.filter((node) => served.has(node.id)),
      ...accessNodes.filter((n) => n.country === state),
    ];
  };

  const joined = [...deposits]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((deposit): DepositRecord => {
      const { id, country, position } = deposit;
      if (!deposit.routable || !position) return deposit;
      const candidates = railways
        .filter((leg) => stateOf(leg) === country)
        .flatMap((leg) => nearestPoints(leg.course, position).map((point) => candidate(leg, point, position)))
        .sort((a, b) => a.km - b.km);
      const best = candidates.find(({ point }) => staysInside(deposit, position, point.position));
      if (!best) {
        warnings.push({
          id: "access",
          place: id,
          problem: `no railway of ${country} can be reached without crossing a border; not routable`,
          remedy: "none, unless a road across the border is listed",
          position,
        });
        return { ...deposit, routable: false, notRoutable: "no-railway" };
      }
      const station = nearestStation(stationsOf(country), best.point.position);
      const useStation = station && staysInside(deposit, position, station.position);
      const end = useStation ? station : accessNode(deposit, best.point.position);
      if (!useStation) {
        accessNodes.push(end);
        stops.set(best.leg.id, [
          ...(stops.get(best.leg.id) ?? []),
          { node: end.id, point: { ...best.point, position: end.position } },
        ]);
      }
      roads.push(road(deposit, position, end));
      return deposit;
    });

  return {
    legs: [...legs.flatMap((leg) => splitLeg(leg, stops.get(leg.id) ?? [])), ...roads],
    accessNodes,
    deposits: joined,
    warnings,
  };
}

function isDomesticRailway(leg: DraftLeg): boolean {
  return (
    leg.mode === "rail" && leg.status === "operating" && leg.freight !== false && leg.gauge === domesticGauge
  );
}

function candidate(leg: DraftLeg, point: CoursePoint, position: Position): Candidate {
  return { leg, point, km: geodesicKm(position, point.position) };
}

/**
 * Whether the straight way from a deposit touches no other state; water is no state. A deposit near a border
 * may be drawn beyond it, within the precision of its position: that first stretch does not count.
 */
function staysInside(
  { country, positionPrecisionKm = 0 }: DepositRecord,
  from: Position,
  to: Position,
): boolean {
  const wayKm = geodesicKm(from, to);
  const cuts = [0, ...crossings(from, to), 1];
  return cuts.slice(1).every((cut, i) => {
    const start = cuts[i] as number;
    const owner = countryAt(between(from, to, (start + cut) / 2));
    const isMisplaced = start === 0 && cut * wayKm <= positionPrecisionKm;
    return owner === undefined || owner.code === country || isMisplaced;
  });
}

function nearestStation(stations: readonly NodeRecord[], position: Position): NodeRecord | undefined {
  const near = stations
    .map((node) => ({ node, km: geodesicKm(node.position, position) }))
    .filter(({ km }) => km <= stationReachKm)
    .sort((a, b) => a.km - b.km);
  return near[0]?.node;
}

/** All loading points have one name: what tells them apart is the deposit they serve. */
/** What stands for a deposit's own place on the railway, which has no name. */
function loadingPoint({ en, ar = en, ja = en }: DepositRecord["names"]) {
  return { en: `Rail head for ${en}`, ar: `رأس السكة إلى ${ar}`, ja: `${ja}の鉄道積込地点` };
}

function accessNode({ id, country, names }: DepositRecord, [lng, lat]: Position): NodeRecord {
  return {
    id: `at-${id}`,
    type: "access",
    names: loadingPoint(names),
    position: [round(lng, 4), round(lat, 4)],
    country,
    gauges: [domesticGauge],
    positionSource: "nearest point of the drawn railway",
    sources: [],
  };
}

function road({ id }: DepositRecord, from: Position, to: NodeRecord): DraftLeg {
  const straightKm = geodesicKm(from, to.position);
  return {
    id: `access-${id}`,
    line: `access-${id}`,
    from: id,
    to: to.id,
    mode: "road",
    status: "operating",
    quality: "schematic",
    lengthBasis: "estimated",
    lengthKm: Math.max(shortestRoadKm, straightKm * roadWinding),
    drawnKm: straightKm,
    access: true,
    sources: [],
    course: [from, to.position],
  };
}
