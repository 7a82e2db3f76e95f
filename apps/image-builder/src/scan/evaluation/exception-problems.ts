import type { ScanException } from '../exceptions/scan-exceptions.ts';
import type { Vulnerability } from '../vulnerability.ts';
import { matchesException } from './matches-exception.ts';

/** An exception that has to be looked at again. */
export interface ExceptionProblem {
  readonly kind: 'expired' | 'unused';
  readonly exception: ScanException;
}

export interface ExceptionQuestion {
  readonly exceptions: readonly ScanException[];
  /** In UTC, such as `2026-03-01`. */
  readonly today: string;
  /** Undefined: no scan is complete, so that nobody knows which exceptions are used. */
  readonly found: readonly Vulnerability[] | undefined;
}

/** Exceptions that are over, and those that excuse nothing in this image any more. */
export function exceptionProblems({ exceptions, today, found }: ExceptionQuestion): ExceptionProblem[] {
  return exceptions.flatMap((exception): ExceptionProblem[] => {
    if (exception.expires < today) return [{ kind: 'expired', exception }];
    const isUsed = found === undefined || found.some((vulnerability) => matchesException(exception, vulnerability));
    return isUsed ? [] : [{ kind: 'unused', exception }];
  });
}
