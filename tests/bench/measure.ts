/** Times of one contestant over all questions. */
export interface Measure {
  readonly medianUs: number;
  readonly p99Us: number;
}

/**
 * Times every contestant on every question, turn by turn, so that a busy moment of the machine hits all alike.
 * The first round warms up and is not counted; of the others each question's best time stands,
 * since everything else that a machine does can only add to it.
 */
export function measure(
  contestants: readonly ((question: number) => unknown)[],
  { questions, rounds }: { readonly questions: number; readonly rounds: number },
): readonly Measure[] {
  const best = contestants.map(() => new Float64Array(questions).fill(Number.POSITIVE_INFINITY));
  for (let round = 0; round <= rounds; round++) {
    contestants.forEach((ask, contestant) => {
      const times = best[contestant] as Float64Array;
      for (let question = 0; question < questions; question++) {
        const start = performance.now();
        ask(question);
        const us = (performance.now() - start) * 1000;
        if (round > 0 && us < (times[question] as number)) times[question] = us;
      }
    });
  }
  return best.map((times) => {
    const sorted = times.toSorted();
    const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] as number;
    return { medianUs: round(at(0.5)), p99Us: round(at(0.99)) };
  });
}

/** Three digits say all that a measured figure knows. */
export function round(value: number): number {
  return Number(value.toPrecision(3));
}
