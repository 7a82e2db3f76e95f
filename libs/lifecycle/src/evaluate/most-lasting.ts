import type { Outcome, Verdict } from './verdict.ts';

const LASTING: Readonly<Record<Outcome, number>> = { kept: 2, archived: 1, expired: 0 };

/** The verdict that leaves its image longest; of equal ones that of the lowest digest, so that the order of images doesn't matter. */
export function mostLasting(verdicts: readonly Verdict[]): Verdict | undefined {
  return verdicts.reduce<Verdict | undefined>(
    (most, one) => (most === undefined || lasts(one, most) ? one : most),
    undefined,
  );
}

function lasts(one: Verdict, other: Verdict): boolean {
  const outcomes = LASTING[one.outcome] - LASTING[other.outcome];
  if (outcomes !== 0) return outcomes > 0;
  const times = timeOf(one) - timeOf(other);
  return times === 0 ? one.image.digest < other.image.digest : times > 0;
}

/** What is acted on by count is acted on at once; what is kept by count stays until something is pushed. */
function timeOf({ outcome, dueAt }: Verdict): number {
  return dueAt?.getTime() ?? (outcome === 'kept' ? Number.MAX_VALUE : 0);
}
