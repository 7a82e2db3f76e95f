import type { ReviewFinding, Verdict } from './review.ts';

/** The worst of the findings decides. */
export function verdictOf(findings: readonly ReviewFinding[]): Verdict {
  if (findings.some(({ severity, override }) => severity === 'error' && override === undefined)) return 'blocked';
  return findings.some(({ severity, override }) => severity === 'error' || override === undefined) ? 'attention' : 'ok';
}
