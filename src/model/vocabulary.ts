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
export type Quality = (typeof qualities)[number];

export const confidences = ["official", "reported", "estimated", "unsourced"] as const;
export type Confidence = (typeof confidences)[number];

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
export type DepositStage = (typeof depositStages)[number];

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
export type ProjectStatus = (typeof projectStatuses)[number];

export const moneyStages = ["announced", "signed", "committed", "disbursed", "cancelled"] as const;
export type MoneyStage = (typeof moneyStages)[number];

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
export type ClosableWaterway = (typeof closableWaterways)[number];

/** The code used for waters that belong to no state. */
export const highSeas = "XZ";
