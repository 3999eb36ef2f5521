import type { DepositRecord, NodeRecord, Source } from "../../src/model/network.ts";
import type { CountedLeg } from "../steps/countryKm.ts";
import type { Fairways, Gates } from "./gates.ts";

/** Everything the checks look at: the network as it is about to be written. */
export interface Checked {
  readonly nodes: readonly NodeRecord[];
  readonly legs: readonly CountedLeg[];
  readonly deposits: readonly DepositRecord[];
  readonly sources: readonly Source[];
  readonly sections: readonly { readonly id: string; readonly lines: readonly string[] }[];
  /** Source ids that anything else of the network names, by the place that names them. */
  readonly namedSources: ReadonlyMap<string, readonly string[]>;
  readonly gates: Gates;
  readonly fairways: Fairways;
}
