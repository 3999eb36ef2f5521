import type { Position } from "../src/model/network.ts";

/** Something wrong with the inputs or outputs: what, where, and what to do about it. */
export interface Problem {
  /** The check that found it. */
  readonly id: string;
  readonly place: string;
  readonly problem: string;
  readonly remedy: string;
  readonly position?: Position | undefined;
}
