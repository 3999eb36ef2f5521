import type { Records } from "../../data/records.ts";
import type { Deposit } from "../../model/network.ts";
import type { Commitment, Commodity, Project } from "../../model/records.ts";
import { depositStages } from "../../model/vocabulary.ts";

/** What stands first in a list of sites: what works, then what is being built, then hopes, then the past. */
const order: readonly Deposit["stage"][] = ["operating", "development", "exploration", "suspended"];

/** The deposits and plants of a mineral, the one that matters most first. */
export function sitesOf(mineral: string, deposits: readonly Deposit[]): readonly Deposit[] {
  const rank = ({ stage, commodities, routable }: Deposit) => {
    const place = order.indexOf(stage);
    const stageRank = place < 0 ? depositStages.length : place;
    // A mine's first mineral is what it is dug for.
    return stageRank * 100 + Number(!routable) * 50 + Math.min(commodities.indexOf(mineral), 49);
  };
  return deposits
    .filter(({ commodities }) => commodities.includes(mineral))
    .sort((a, b) => rank(a) - rank(b) || a.id.localeCompare(b.id));
}

/** What was promised for a mineral: by the records that name one of its sites, the mineral itself, or such a record. */
export function promisesFor(
  { names }: Commodity,
  sites: readonly Deposit[],
  { projects, commitments }: Records,
): { readonly projects: readonly Project[]; readonly commitments: readonly Commitment[] } {
  const siteIds = new Set(sites.map(({ id }) => id));
  const named = new RegExp(`\\b${names.en.replace(/[^\p{L}\p{N} ]/gu, ".")}\\b`, "iu");
  const isAtSite = ({ places }: { readonly places: readonly string[] }) =>
    places.some((place) => siteIds.has(place));
  const direct = projects.filter((project) => named.test(`${project.names.en} ${project.description.en}`));
  const atSites = projects.filter((project) => isAtSite(project) && !direct.includes(project));
  const directIds = new Set(direct.map(({ id }) => id));
  return {
    projects: [...direct, ...atSites],
    commitments: commitments.filter(
      (commitment) =>
        isAtSite(commitment) ||
        named.test(`${commitment.names.en} ${commitment.content.en}`) ||
        commitment.projects.some((id) => directIds.has(id)),
    ),
  };
}
