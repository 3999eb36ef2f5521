/** The land of the world at 1:10m, whose it is and who holds it: the door to `countries/`. */
export type { CountryArea } from "./countries/areas.ts";
export { controlAreas, countries } from "./countries/areas.ts";
export { crossings, kmPerDegree, nearestCoast } from "./countries/boundaries.ts";
export type { Owner } from "./countries/owner.ts";
export { countryAt } from "./countries/owner.ts";
