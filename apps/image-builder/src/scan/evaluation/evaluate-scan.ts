import type { ScanException } from '../exceptions/scan-exceptions.ts';
import type { ScanState } from '../image-scans.ts';
import { scanPhase } from '../scan-phase.ts';
import { SEVERITIES, bySeverity, isAtLeast } from '../severity.ts';
import type { Severity } from '../severity.ts';
import type { Vulnerability } from '../vulnerability.ts';
import { exceptionProblems } from './exception-problems.ts';
import type { ExceptionProblem } from './exception-problems.ts';
import { matchesException } from './matches-exception.ts';

export interface ScanQuestion {
  /** Undefined: the image was never scanned. */
  readonly state: ScanState | undefined;
  /** This severity and worse ones are too much. */
  readonly failOn: Severity;
  readonly exceptions: readonly ScanException[];
  /** In UTC, such as `2026-03-01`. */
  readonly today: string;
}

/** What a scan means for a threshold and its exceptions. */
export interface ScanEvaluation {
  /** Whether the scan has a result. Without one nothing is known, and nothing below is. */
  readonly complete: boolean;
  /** At the threshold or worse, without an exception that holds. The worst first. */
  readonly violations: readonly Vulnerability[];
  /** At the threshold or worse, with one. */
  readonly excepted: readonly { readonly vulnerability: Vulnerability; readonly exception: ScanException }[];
  /** How many there are of each severity, whatever the threshold. */
  readonly counts: Readonly<Record<Severity, number>>;
  readonly exceptionProblems: readonly ExceptionProblem[];
}

/** Judges a scan. An expired exception excuses nothing. */
export function evaluateScan({ state, failOn, exceptions, today }: ScanQuestion): ScanEvaluation {
  const complete = state !== undefined && scanPhase(state) === 'done';
  const found = complete ? sorted(state.vulnerabilities) : [];
  const valid = exceptions.filter(({ expires }) => expires >= today);
  const grave = found
    .filter(({ severity }) => isAtLeast(severity, failOn))
    .map((vulnerability) => ({
      vulnerability,
      exception: valid.find((exception) => matchesException(exception, vulnerability)),
    }));
  return {
    complete,
    violations: grave.flatMap(({ vulnerability, exception }) => (exception === undefined ? [vulnerability] : [])),
    excepted: grave.flatMap(({ vulnerability, exception }) =>
      exception === undefined ? [] : [{ vulnerability, exception }],
    ),
    counts: countsOf(found),
    exceptionProblems: exceptionProblems({ exceptions, today, found: complete ? found : undefined }),
  };
}

function sorted(vulnerabilities: readonly Vulnerability[]): Vulnerability[] {
  return [...vulnerabilities].sort(
    (one, other) => bySeverity(one.severity, other.severity) || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0),
  );
}

function countsOf(found: readonly Vulnerability[]): Record<Severity, number> {
  const count = (severity: Severity): number => found.filter((one) => one.severity === severity).length;
  return Object.fromEntries(SEVERITIES.map((severity) => [severity, count(severity)])) as Record<Severity, number>;
}
