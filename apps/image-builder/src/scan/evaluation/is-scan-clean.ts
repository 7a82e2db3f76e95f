import type { ScanEvaluation } from './evaluate-scan.ts';

/** Whether a scan proves that an image has nothing at its threshold: a scan without a result proves nothing. For gates. */
export function isScanClean({
  complete,
  violations,
  exceptionProblems,
}: Pick<ScanEvaluation, 'complete' | 'violations' | 'exceptionProblems'>): boolean {
  return complete && violations.length === 0 && exceptionProblems.length === 0;
}
