import type { CountryKm } from "../../../src/model/network.ts";
import { round } from "../../io.ts";
import type { Owner } from "../countries.ts";
import type { Piece } from "./pieces.ts";

/** Sums pieces by state and shares the leg's length out to them, in whole 100 m that add up. */
export function sumUp(pieces: readonly Piece[], lengthKm: number): CountryKm[] {
  const drawnKm = pieces.reduce((km, piece) => km + piece.km, 0);
  const sums = new Map<string, { owner: Owner; km: number }>();
  for (const { owner, km } of pieces) {
    const key = `${owner.code}${owner.controlledBy ?? ""}`;
    sums.set(key, { owner, km: (sums.get(key)?.km ?? 0) + km });
  }
  const tenths = [...sums.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { owner, km }]) => ({ owner, exact: (km / drawnKm) * lengthKm * 10 }));
  const counts = tenths.map(({ exact }) => Math.floor(exact));
  const left = Math.round(lengthKm * 10) - counts.reduce((sum, count) => sum + count, 0);
  const byRemainder = tenths
    .map(({ exact }, i) => ({ i, remainder: exact - Math.floor(exact) }))
    .sort((a, b) => b.remainder - a.remainder);
  for (const { i } of byRemainder.slice(0, left)) counts[i] = (counts[i] as number) + 1;
  return tenths
    .map(({ owner }, i): CountryKm => ({ ...owner, km: round((counts[i] as number) / 10, 1) }))
    .filter(({ km }) => km > 0);
}
