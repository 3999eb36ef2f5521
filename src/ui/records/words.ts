import type { RecordItem } from "../../data/records/book.ts";
import type { Translator } from "../../i18n/translator.ts";
import type { Energy } from "../../model/energy.ts";
import type { Actor } from "../../model/records.ts";

/** What a record is called: its name, or the text of an event or statement. */
export function recordName({ kind, record }: RecordItem, { name }: Translator): string {
  if (kind === "event") return name(record.text);
  return name(kind === "fact" ? record.statement : record.names);
}

/** An amount in its own currency, short: `JPY 719M`; by its name where the letters of a code would be foreign. */
export function amount(value: number, currency: string, { tag, language }: Translator): string {
  return new Intl.NumberFormat(tag, {
    style: "currency",
    currency,
    currencyDisplay: language === "en" ? "code" : "name",
    notation: "compact",
    minimumFractionDigits: 0,
    maximumFractionDigits: 2,
  }).format(value);
}

/** What a line can carry, in whole units and large numbers of the language: `50 million t a year`. */
export function carryingCapacity(
  { value, unit }: NonNullable<Energy["capacity"]>,
  { t, tag }: Translator,
): string {
  const large = new Intl.NumberFormat(tag, {
    notation: "compact",
    compactDisplay: "long",
    maximumFractionDigits: 2,
  });
  return t(`record.capacity.${unit}`, { amount: large.format(value * wholeUnits[unit]) });
}

/** How many tonnes, cubic metres, watts or bits one of a source's units is. */
const wholeUnits = { "Mt/yr": 1e6, "bcm/yr": 1e9, MW: 1e6, "Tbit/s": 1e12 } as const;

/** A day, month or year as its source gives it, in the reader's words; `until` makes it a span. */
export function dateText(date: string, { tag }: Translator): string {
  const parts = date.split("-").length;
  return new Intl.DateTimeFormat(tag, {
    year: "numeric",
    ...(parts > 1 && { month: "long" }),
    ...(parts > 2 && { day: "numeric" }),
    timeZone: "UTC",
    calendar: "gregory",
  }).format(new Date(date));
}

/** The name of a giver or receiver: a state's by its code, an organisation's own. */
export function actorName(
  id: string,
  actors: ReadonlyMap<string, Actor>,
  { name, country }: Translator,
): string {
  const names = actors.get(id)?.names;
  return names ? name(names) : country(id);
}
