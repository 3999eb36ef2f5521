/** The closed word lists of the project. Data, code, links and interface texts use these and no others. */

export const modes = ["rail", "sea", "ferry", "road"] as const;
export type Mode = (typeof modes)[number];

export const nodeTypes = [
  "seaport",
  "dry-port",
  "station",
  "border",
  "junction",
  "city",
  "terminal",
  "waypoint",
  "access",
] as const;
export type NodeType = (typeof nodeTypes)[number];

export const legStatuses = ["operating", "suspended", "construction", "planned", "closed"] as const;
export type LegStatus = (typeof legStatuses)[number];

/** The least certain status a route may use, from the most to the least certain. */
export const allowedStatuses = ["operating", "construction", "planned"] as const;
export type AllowedStatus = (typeof allowedStatuses)[number];

export const qualities = ["surveyed", "approximate", "schematic"] as const;

export const confidences = ["official", "reported", "estimated", "unsourced"] as const;

export const criteria = ["time", "cost", "distance", "emissions", "transfers"] as const;
export type Criterion = (typeof criteria)[number];

export const depositStages = [
  "exploration",
  "development",
  "operating",
  "suspended",
  "closed",
  "failed",
] as const;

export const projectStatuses = [
  "proposed",
  "study",
  "agreed",
  "construction",
  "commissioning",
  "operating",
  "suspended",
  "cancelled",
  "failed",
] as const;

export const moneyStages = ["announced", "signed", "committed", "disbursed", "cancelled"] as const;

/** Straits and canals that a link can close by name. */
export const closableWaterways = [
  "bosphorus",
  "dardanelles",
  "suez",
  "bab-el-mandeb",
  "malacca",
  "hormuz",
  "gibraltar",
  "kerch",
  "panama",
] as const;

/** The code used for waters that belong to no state. */
export const highSeas = "XZ";

/**
 * Every factor of the model. Speeds are kilometres per hour over a whole day, stops included;
 * prices are US dollars per forty-foot container (FEU, two TEU, 20 t of cargo);
 * emissions are well-to-wheel grams of CO2 equivalent per tonne-kilometre.
 */
export const factorIds = [
  "speed.rail",
  "speed.rail.china",
  "speed.rail.caucasus",
  "speed.rail.europe",
  "speed.sea.caspian",
  "speed.sea.short",
  "speed.sea.deep",
  "speed.ferry",
  "speed.road",
  "price.rail",
  "price.rail.china",
  "price.sea.caspian",
  "price.sea.short",
  "price.sea.deep",
  "price.ferry",
  "price.road",
  "co2.rail.electric",
  "co2.rail.diesel",
  "co2.sea.short",
  "co2.sea.deep",
  "co2.ferry",
  "co2.road",
  "time.port.caspian",
  "time.port.short",
  "time.port.deep",
  "time.port.ferry",
  "time.port.transshipment",
  "time.vessel.caspian",
  "time.vessel.short",
  "time.vessel.deep",
  "time.vessel.ferry",
  "time.weather.caspian",
  "time.train.formation",
  "time.gauge",
  "time.border",
  "time.border.union",
  "time.road-rail",
  "price.port",
  "price.port.ferry",
  "price.gauge",
  "price.border",
  "price.road-rail",
  "co2.handling",
] as const;
export type FactorId = (typeof factorIds)[number];

/** Languages whose names the page always carries; those of the interface. */
export const interfaceLanguages = ["en", "ar", "ja"] as const;

/** Parts of the basemap; each is an object of its topology and a source of the map. */
export const basemapParts = ["land", "control", "borders", "water", "places"] as const;
export type BasemapPart = (typeof basemapParts)[number];
