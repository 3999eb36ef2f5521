/** Kinds of mineral that the map tells apart by colour. */
export const mineralGroups = ["rare", "battery", "technology", "fuel", "base", "precious", "other"] as const;
export type MineralGroup = (typeof mineralGroups)[number];

const members: Readonly<Partial<Record<MineralGroup, string>>> = {
  rare: "rare-earths dysprosium yttrium scandium cerium lanthanum neodymium",
  battery: "lithium cobalt nickel graphite manganese vanadium",
  technology:
    "gallium germanium indium tungsten antimony titanium tantalum niobium beryllium molybdenum rhenium bismuth tin magnesium zirconium",
  fuel: "uranium oil gas",
  base: "copper zinc lead iron chromium aluminium alumina bauxite cadmium mercury",
  precious: "gold silver",
};

const groupById = new Map(
  mineralGroups.flatMap((group) => (members[group] ?? "").split(" ").map((id) => [id, group] as const)),
);

/** The group of a mineral by its id; `other` for salts, iodine and the like. */
export function mineralGroup(mineral: string | undefined): MineralGroup {
  return groupById.get(mineral ?? "") ?? "other";
}
