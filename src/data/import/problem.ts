/** The most a reader's file may bring; more than this freezes a page or is no map layer any more. */
export const importLimits = {
  /** Of the file, before it is read. */
  megabytes: 20,
  /** Of KML and GPX, which the page itself has to read: a worker has no reader of XML. */
  xmlMegabytes: 5,
  features: 50_000,
  points: 500_000,
  /** Levels of brackets in coordinates, collections and properties. */
  depth: 8,
  keyLength: 200,
  valueLength: 10_000,
  properties: 200,
} as const;

/** Why a file was not taken; each has a message with the remedy. */
export type ProblemCode =
  | "unknown-format"
  | "too-large"
  | "unreadable"
  | "not-json"
  | "not-xml"
  | "not-geojson"
  | "empty"
  | "no-columns"
  | "too-many-features"
  | "too-many-points"
  | "too-deep"
  | "no-geometry-type"
  | "not-a-number"
  | "out-of-range"
  | "too-short"
  | "open-ring"
  | "long-key"
  | "long-value"
  | "too-many-properties";

/** What is wrong and where: the first bad feature or line of a table, counted from 1. */
export interface Problem {
  readonly code: ProblemCode;
  readonly feature?: number;
  /** The offending value, cut to a readable length. */
  readonly value?: string;
}

/** Leaves the reading of a file; the one way out of any depth. */
export class ImportProblem extends Error {
  readonly problem: Problem;

  constructor(code: ProblemCode, where: Omit<Problem, "code"> = {}) {
    super(code);
    this.problem = { code, ...where };
  }
}

/** A value as a person can read it in a message. */
export function shown(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  return cleaned(text).slice(0, 60);
}

/** Without control characters and those that turn the direction of what stands around them; line ends stay. */
export function cleaned(text: string): string {
  return text.replace(/[\p{Bidi_Control}\p{Cc}\u2028\u2029]/gu, (sign) => (/[\t\n]/.test(sign) ? " " : ""));
}
