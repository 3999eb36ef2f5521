import type { Commodity, FoundingFact } from "../../../src/model/records.ts";
import type { Problem } from "../../problem.ts";

/** Figures and controls without a known source, and controls whose dates contradict their status. */
export function dependenceProblems({ id, dependence }: Commodity, sources: ReadonlySet<string>): Problem[] {
  if (!dependence) return [];
  const { share, controls, buyers } = dependence;
  const cited = [...share, ...controls].map(({ source }) => source);
  const unknown = [...cited, ...dependence.sources].filter((source) => !sources.has(source));
  const undated = controls.filter(({ status, until }) => (status === "suspended") !== (until !== undefined));
  const problems = [
    ...unknown.map((source) =>
      problem(id, `dependence names "${source}", which does not exist`, "correct the id"),
    ),
    ...undated.map(({ date, status }) =>
      problem(id, `its control of ${date} is ${status}, and until contradicts that`, "date suspensions only"),
    ),
  ];
  if ((buyers === undefined) !== (dependence.sources.length === 0)) {
    problems.push(problem(id, "buyers and their sources come together", "add or leave out both"));
  }
  return problems;
}

/** Verdicts that contradict the rest of a founding fact. */
export function verdictProblems({ id, verdict, disputed, note, sources }: FoundingFact): Problem[] {
  const problems: Problem[] = [];
  if ((verdict === "disputed") !== (disputed === true)) {
    problems.push(problem(id, `verdict is ${verdict}, disputed ${disputed ?? false}`, "make them agree"));
  }
  if ((verdict === "refined" || verdict === "disputed") && note === undefined) {
    problems.push(
      problem(id, `is ${verdict} without a note`, "say what other sources add or hold against it"),
    );
  }
  if (verdict !== "unverified" && sources.length === 1) {
    problems.push(problem(id, `is ${verdict} by its article alone`, "name another source, or unverified"));
  }
  return problems;
}

/** A problem of the record `place`. */
export function problem(place: string, text: string, remedy: string): Problem {
  return { id: "records", place, problem: text, remedy };
}
