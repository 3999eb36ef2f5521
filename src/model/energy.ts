import * as v from "valibot";
import { countryCodeSchema, countryKmSchema, idSchema, yearSchema } from "./network.ts";
import { dateSchema, textSchema } from "./records.ts";
import { confidences } from "./vocabulary.ts";

export const energyKinds = [
  "oil-pipeline",
  "gas-pipeline",
  "oil-terminal",
  "gas-terminal",
  "power-cable",
  "data-cable",
] as const;

/** From what works to what was only put forward, and what has ended. */
export const energyStatuses = [
  "operating",
  "suspended",
  "construction",
  "planned",
  "proposed",
  "closed",
] as const;

/** Million tonnes and billion cubic metres a year, megawatts, terabits a second. */
export const capacityUnits = ["Mt/yr", "bcm/yr", "MW", "Tbit/s"] as const;

const filledSchema = v.pipe(v.string(), v.minLength(1));

const capacitySchema = v.strictObject({
  value: v.pipe(v.number(), v.gtValue(0)),
  unit: v.picklist(capacityUnits),
  date: v.optional(dateSchema),
  source: v.string(),
  confidence: v.picklist(confidences),
});

/** A pipeline, cable or terminal as it is kept in the inputs, with the states its sources name. */
export const energyInputSchema = v.strictObject({
  id: idSchema,
  kind: v.picklist(energyKinds),
  names: textSchema,
  status: v.picklist(energyStatuses),
  /** What it can carry, not what it carries. */
  capacity: v.optional(capacitySchema),
  opened: v.optional(yearSchema),
  /** Year it is promised for. */
  expected: v.optional(yearSchema),
  operator: v.optional(filledSchema),
  /** In the order it runs through them. */
  countries: v.pipe(v.array(countryCodeSchema), v.minLength(1)),
  /** All are generalised by hand from the names of towns, stations and landfalls. */
  quality: v.literal("schematic"),
  sources: v.pipe(v.array(v.string()), v.minLength(1)),
  note: v.optional(textSchema),
});
export type EnergyInput = v.InferOutput<typeof energyInputSchema>;

/** The same as it is served: with its drawn length and its kilometres in each state, found from its course. */
export const energySchema = v.strictObject({
  ...energyInputSchema.entries,
  /** Drawn length on the ellipsoid; absent for a terminal. */
  drawnKm: v.optional(v.number()),
  /** Sums to `drawnKm`; a terminal has 0 km in its state; open sea is `XZ`. */
  countries: v.array(countryKmSchema),
});
export type Energy = v.InferOutput<typeof energySchema>;

/** True where any of it lies in the state or in an area the state controls. */
export function touchesState({ countries }: Pick<Energy, "countries">, state: string): boolean {
  return countries.some(({ code, controlledBy }) => code === state || controlledBy === state);
}
