import { buildFailure } from '../buildkit/build-failure.ts';
import type { FailedStep } from '../buildkit/build-steps.ts';
import { Failure } from '../failure.ts';
import { redact } from '../secrets/redact.ts';

export interface BuildctlProblem {
  /** Name of the image. */
  readonly name: string;
  /** Of the BuildKit. */
  readonly address: string;
  /** What `buildctl` said beside its progress. */
  readonly words: string;
  readonly step: FailedStep | undefined;
}

/** What a build that failed means: a BuildKit that doesn't answer, one that is too old, or a step of the Dockerfile. */
export function buildctlFailure({ name, address, words, step }: BuildctlProblem): Failure {
  const error = lastError(words);
  if (/\bUnavailable\b|failed to dial|transport: Error while dialing|connection refused$/i.test(error) && !step)
    return unreachable(address, error);
  if (/flag provided but not defined|unknown progress|invalid progress|unrecognized progress/i.test(words))
    return tooOld(error);
  return buildFailure({ name, error, step });
}

/** `buildctl` writes `error: ` before the reason; a piece of the Dockerfile may come before it. */
function lastError(words: string): string {
  const lines = words.split('\n').filter((line) => line.trim() !== '');
  const said = lines.findLast((line) => line.startsWith('error: '))?.slice('error: '.length);
  return said ?? lines.at(-1) ?? 'buildctl ended without a word';
}

function unreachable(address: string, error: string): Failure {
  return new Failure({
    code: 'engine-unreachable',
    message: `no BuildKit answers at '${redact(address)}': ${redact(error)}`,
    fix: "start buildkitd there, see that BUILDKIT_HOST names it ('buildctl debug workers' tries it), or unset BUILDKIT_HOST to build with the Docker engine",
  });
}

function tooOld(error: string): Failure {
  return new Failure({
    code: 'engine-failed',
    message: `buildctl doesn't understand what it is told: ${redact(error)}`,
    fix: 'install buildctl 0.13 or later',
  });
}
