/** What can be asked of the network beyond the best route; loaded when it is first asked. */
export { alternativeRoutes } from "./alternatives.ts";
export { type Flow, type FlowQuestion, maxFlow } from "./capacity.ts";
export { type CorridorLoss, corridorCriticality, criticality } from "./criticality.ts";
export { withDelays } from "./delays.ts";
export { type Lift, liftsOf } from "./lifts.ts";
export type { Loss } from "./losses.ts";
export { paretoRoutes } from "./pareto.ts";
export { type Reach, reachFrom } from "./reach.ts";
export { spread } from "./spread.ts";
