import type { Route, Totals } from "../model/route.ts";

/** The figures of a route that its place among others is measured by. */
const axes: readonly ((totals: Totals) => number)[] = [
  ({ durationH }) => durationH.typical,
  ({ costUsdPerFeu }) => costUsdPerFeu.typical,
  ({ emissionsKgCo2ePerFeu }) => emissionsKgCo2ePerFeu.typical,
];

/**
 * At most `count` routes that stand for all, in the order given: the first, the quickest, the cheapest and the
 * cleanest; then, again and again, the one that differs most from those taken, which is farthest-first traversal
 * (Gonzalez, "Clustering to minimize the maximum intercluster distance", 1985). Differences are Euclidean,
 * with each of time, cost and emissions scaled to its range over all the routes. Of equals the earlier is taken.
 */
export function spread(routes: readonly Route[], count: number): readonly Route[] {
  const points = placeRoutes(routes);
  const taken = new Set<number>();
  const limit = Math.min(count, routes.length);
  const bests = axes.map((_, axis) => indexOfLeast(points.map((point) => point[axis] as number)));
  for (const index of [0, ...bests]) if (taken.size < limit) taken.add(index);
  while (taken.size < limit) {
    const gaps = points.map((point) =>
      Math.min(...[...taken].map((other) => distanceBetween(point, points[other] as readonly number[]))),
    );
    taken.add(indexOfLeast(gaps.map((gap, index) => (taken.has(index) ? Number.POSITIVE_INFINITY : -gap))));
  }
  return routes.filter((_, index) => taken.has(index));
}

/** Each route as a point between 0, the least of all routes, and 1, the most, on every axis. */
function placeRoutes(routes: readonly Route[]): readonly (readonly number[])[] {
  const scales = axes.map((axis) => {
    const figures = routes.map(({ totals }) => axis(totals));
    const least = Math.min(...figures);
    const range = Math.max(...figures) - least;
    return (totals: Totals) => (range === 0 ? 0 : (axis(totals) - least) / range);
  });
  return routes.map(({ totals }) => scales.map((scale) => scale(totals)));
}

function distanceBetween(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(...a.map((coordinate, axis) => coordinate - (b[axis] as number)));
}

function indexOfLeast(figures: readonly number[]): number {
  return figures.indexOf(Math.min(...figures));
}
