import type { Leg } from "./network.ts";
import type { AllowedStatus } from "./vocabulary.ts";

/** States inside one customs area: a border between two of them has no customs control. */
const customsUnions: readonly ReadonlySet<string>[] = [
  new Set("AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split(" ")),
  new Set("AM BY KZ KG RU".split(" ")),
];

/** True where goods pass between the two states without customs (European Union, Eurasian Economic Union). */
export function inCustomsUnion(a: string, b: string): boolean {
  return customsUnions.some((union) => union.has(a) && union.has(b));
}

/**
 * Whether a leg can be used in a year.
 * A promised leg opens on 1 January after its expected year, if `allowed` admits its status;
 * an expected year that lies before `networkYear`, the data's own year, passed without confirmation and opens nothing.
 */
export function isUsable(leg: Leg, year: number, allowed: AllowedStatus, networkYear: number): boolean {
  if (leg.freight === false) return false;
  if (leg.opened !== undefined && year < leg.opened) return false;
  switch (leg.status) {
    case "operating":
      return !isBetween(year, leg.closed, leg.reopened);
    case "suspended":
    case "closed":
      return leg.closed !== undefined && year < leg.closed;
    case "construction":
    case "planned":
      return (
        isAllowed(leg.status, allowed) &&
        leg.expected !== undefined &&
        leg.expected >= networkYear &&
        year > leg.expected
      );
  }
}

/** Whether the year lies in the break that starts with `closed` and ends with `reopened`, if it ends. */
function isBetween(year: number, closed: number | undefined, reopened = Number.POSITIVE_INFINITY): boolean {
  return closed !== undefined && year >= closed && year < reopened;
}

function isAllowed(status: "construction" | "planned", allowed: AllowedStatus): boolean {
  return allowed === "planned" || allowed === status;
}
