import type { Feature } from "geojson";
import { useMemo } from "react";
import { svgPath } from "../../model/svgPath.ts";
import type { Camera } from "../../model/view.ts";
import { modes } from "../../model/vocabulary.ts";
import type { Box, State } from "../../state/store.ts";
import { frameOf, type Size } from "../camera.ts";
import { dashes } from "../overlays/route.ts";
import { styleInput } from "../styleInput.ts";
import type { MapTheme } from "../theme.ts";
import type { SketchBasemap } from "./basemap.ts";
import { placeLabels } from "./labels.ts";
import { markedPlaces } from "./places.ts";
import { type Sight, sightOfBox, sightOfCamera } from "./sight.ts";

interface Props {
  readonly state: State;
  readonly theme: MapTheme;
  readonly basemap: SketchBasemap;
  readonly size: Size;
}

type Draw = (features: readonly Feature[]) => string;

/** Land, borders, avoided countries, the corridor, the routes and the places they name. */
export function Sketch({ state, theme, basemap, size }: Props) {
  const { view, dataset } = state;
  const box = view.camera ? undefined : JSON.stringify(frameOf(state));
  // The ground takes long to draw, and most changes leave it as it is.
  const sight = useMemo(
    () => (box ? sightOfBox(JSON.parse(box) as Box, size) : sightOfCamera(view.camera as Camera, size)),
    [box, view.camera, size],
  );
  const input = styleInput(state, theme, undefined);
  const ground = useMemo(
    () => <Ground basemap={basemap} avoid={view.avoid} theme={theme} sight={sight} />,
    [basemap, view.avoid, theme, sight],
  );
  const draw = drawerOf(sight);
  const trunk = dataset.network.legs
    .filter(({ corridor }) => corridor)
    .map(({ id }) => dataset.courseById.get(id) ?? [])
    .map(
      (course): Feature => ({
        type: "Feature",
        properties: {},
        geometry: { type: "LineString", coordinates: course.map((point) => [...point]) },
      }),
    );
  const places = markedPlaces(state, input).map(({ position, text, isStop }) => {
    const [x, y] = sight.project(position);
    return { x, y, text, isStop, size: isStop ? 14 : 12 };
  });
  const course = input.route.features.flatMap(({ geometry }) =>
    geometry.coordinates.map((point) => sight.project(point as [number, number])),
  );
  return (
    <svg
      viewBox={`0 0 ${size.width} ${size.height}`}
      preserveAspectRatio="xMidYMid slice"
      role="presentation"
    >
      {ground}
      <path
        d={draw(trunk)}
        stroke={theme.corridor}
        strokeOpacity={input.route.features.length > 0 ? 0.35 : 0.75}
        strokeWidth={6}
        strokeLinecap="round"
      />
      <Route features={input.compared.features} color={theme.compared} theme={theme} draw={draw} />
      <Route features={input.route.features} color={theme.route} theme={theme} draw={draw} />
      {places.map(({ x, y, isStop }) => (
        <circle
          key={`${x} ${y}`}
          cx={x}
          cy={y}
          r={isStop ? 6 : 3.5}
          fill={isStop ? theme.route : theme.pointFill}
          stroke={isStop ? theme.routeCasing : theme.route}
          strokeWidth={2}
        />
      ))}
      {placeLabels(places, size, course).map(({ x, y, text, isStop, size: height, anchor }) => (
        <text
          key={`${x} ${y}`}
          x={x}
          y={y}
          fontSize={height}
          textAnchor={anchor}
          fill={isStop ? theme.route : theme.label}
          stroke={theme.halo}
        >
          {text}
        </text>
      ))}
    </svg>
  );
}

function drawerOf(sight: Sight): Draw {
  return (features) =>
    svgPath(
      features.map(({ geometry }) => geometry),
      { ...sight, tooShort: 0.8, tooSmall: 2, digits: 1 },
    );
}

interface GroundProps {
  readonly basemap: SketchBasemap;
  readonly avoid: readonly string[];
  readonly theme: MapTheme;
  readonly sight: Sight;
}

/** Sea, land and water, borders, and the hatched countries that are avoided. */
function Ground({ basemap, avoid, theme, sight }: GroundProps) {
  const draw = drawerOf(sight);
  const isAvoided = ({ properties }: Feature) =>
    avoid.includes(properties?.["code"]) || avoid.includes(properties?.["controlledBy"]);
  return (
    <>
      <pattern id="sketch-hatch" width="7" height="7" patternUnits="userSpaceOnUse">
        <path d="M-1 1L1-1M-1 8L8-1M6 8L8 6" stroke={theme.avoidedFill} strokeOpacity={0.45} />
      </pattern>
      <rect width="100%" height="100%" fill={theme.sea} />
      <path d={draw(basemap.land)} fill={theme.land} />
      <path d={draw([...basemap.land, ...basemap.control].filter(isAvoided))} fill="url(#sketch-hatch)" />
      <path d={draw(basemap.lakes)} fill={theme.lake} />
      <path d={draw(basemap.rivers)} stroke={theme.river} strokeWidth={0.8} />
      <path d={draw(basemap.borders)} stroke={theme.border} strokeWidth={0.8} />
      <path d={draw(basemap.disputed)} stroke={theme.border} strokeWidth={0.9} strokeDasharray="3 3" />
    </>
  );
}

interface RouteProps {
  readonly features: readonly Feature[];
  readonly color: string;
  readonly theme: MapTheme;
  readonly draw: Draw;
}

/** A route by its modes, each dashed as on the live map. */
function Route({ features, color, theme, draw }: RouteProps) {
  const width = 4;
  return (
    <>
      <path d={draw(features)} stroke={theme.routeCasing} strokeWidth={width + 3} strokeLinecap="round" />
      {modes.map((mode) => (
        <path
          key={mode}
          d={draw(features.filter(({ properties }) => properties?.["mode"] === mode))}
          data-mode={mode}
          stroke={color}
          strokeWidth={width}
          strokeDasharray={dashes[mode]?.map((dash) => dash * width).join(" ")}
        />
      ))}
    </>
  );
}
