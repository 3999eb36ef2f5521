/** The land of the world at 1:10m, whose it is and who holds it: the door to `countries/`. */
export type { ControlArea, CountryArea } from "./countries/areas.ts";
export { controlAreas, countries } from "./countries/areas.ts";
export type { NearestCoast } from "./countries/boundaries.ts";
export { crossings, kmPerDegree, nearestCoast } from "./countries/boundaries.ts";
export type { Owner } from "./countries/owner.ts";
export { countryAt } from "./countries/owner.ts";
