import type { RecordBook } from "../../data/records/book.ts";
import type { Deposit } from "../../model/network.ts";
import type { Commitment, Commodity, Project } from "../../model/records.ts";

/** What stands first in a list of sites: what works, then what is being built, then hopes, then the past. */
const order: readonly Deposit["stage"][] = ["operating", "development", "exploration", "suspended"];

/** Whether a text in English speaks of the mineral. */
function speaksOf({ names }: Commodity): (text: string) => boolean {
  const named = new RegExp(`\\b${names.en.replace(/[^\p{L}\p{N} ]/gu, ".")}\\b`, "iu");
  return (text) => named.test(text);
}

/**
 * The deposits and plants of a mineral, the one that matters most first: where it is what a working site
 * is there for, then where a project for this very mineral is, then by stage and by how high it stands in
 * the list of what the site gives.
 */
export function sitesOf(
  mineral: Commodity,
  deposits: readonly Deposit[],
  { projects }: Pick<RecordBook, "projects">,
): readonly Deposit[] {
  const isNamed = speaksOf(mineral);
  const chosen = new Set(
    projects.filter(({ names }) => isNamed(names.en)).flatMap(({ places }) => places.slice(0, 1)),
  );
  const rank = ({ id, stage, commodities, routable }: Deposit) => [
    Number(stage !== "operating" || commodities[0] !== mineral.id),
    Number(!chosen.has(id)),
    order.includes(stage) ? order.indexOf(stage) : order.length,
    Number(!routable),
    commodities.indexOf(mineral.id),
  ];
  return deposits
    .filter(({ commodities }) => commodities.includes(mineral.id))
    .map((deposit) => ({ deposit, ranks: rank(deposit) }))
    .sort((a, b) => {
      const differing = a.ranks.findIndex((value, index) => value !== b.ranks[index]);
      return (
        (a.ranks[differing] ?? 0) - (b.ranks[differing] ?? 0) || a.deposit.id.localeCompare(b.deposit.id)
      );
    })
    .map(({ deposit }) => deposit);
}

/**
 * What was promised for a mineral: projects named after it, that speak of it or stand at one of its sites;
 * commitments that speak of it, name a site or hold such a project.
 */
export function promisesFor(
  mineral: Commodity,
  sites: readonly Deposit[],
  { projects, commitments }: Pick<RecordBook, "projects" | "commitments">,
): { readonly projects: readonly Project[]; readonly commitments: readonly Commitment[] } {
  const siteIds = new Set(sites.map(({ id }) => id));
  const isNamed = speaksOf(mineral);
  const isAtSite = ({ places }: { readonly places: readonly string[] }) =>
    places.some((place) => siteIds.has(place));
  const rank = (project: Project) =>
    isNamed(project.names.en) ? 0 : isNamed(project.description.en) ? 1 : isAtSite(project) ? 2 : 3;
  const about = new Set(projects.filter((project) => rank(project) < 2).map(({ id }) => id));
  return {
    projects: projects.filter((project) => rank(project) < 3).sort((a, b) => rank(a) - rank(b)),
    commitments: commitments.filter(
      (commitment) =>
        isNamed(`${commitment.names.en} ${commitment.content.en}`) ||
        isAtSite(commitment) ||
        commitment.projects.some((id) => about.has(id)),
    ),
  };
}
