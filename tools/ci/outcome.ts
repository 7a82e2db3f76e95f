/** What became of a step. */
export type Outcome =
  | Ended
  | { readonly name: string; readonly result: 'idle'; readonly why: string }
  | { readonly name: string; readonly result: 'not run' };

export interface Ended {
  readonly name: string;
  readonly result: 'passed' | 'failed';
  readonly seconds: number;
  readonly exitCode: number;
  /** What the exit code says of the thing that was looked at. @default the step itself went wrong, or passed */
  readonly verdict?: string;
}

const INTERRUPTED = 130;

/** Exit code of the first failure, 130 after Ctrl-C, else 0. */
export function exitCodeOf(outcomes: readonly Outcome[], interrupted: boolean): number {
  if (interrupted) return INTERRUPTED;
  const failure = outcomes.find(isFailed);
  return failure?.exitCode ?? 0;
}

export function isFailed(outcome: Outcome): outcome is Ended {
  return outcome.result === 'failed';
}

/** `passed`, what was found, or that it failed. */
export function outcomeWords({ result, exitCode, verdict }: Ended): string {
  if (result === 'passed') return result;
  return verdict === undefined ? `failed with exit code ${exitCode}` : `${verdict} (exit code ${exitCode})`;
}
