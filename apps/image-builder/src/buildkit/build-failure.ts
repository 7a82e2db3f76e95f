import { Failure } from '../failure.ts';
import { redact } from '../secrets/redact.ts';
import type { FailedStep } from './build-steps.ts';

export interface BuildProblem {
  /** Name of the image. */
  readonly name: string;
  /** The error as the engine gave it. */
  readonly error: string;
  readonly step: FailedStep | undefined;
}

/** What a failed build says: the step, its exit code, its last lines, and the next thing to do. */
export function buildFailure({ name, error, step }: BuildProblem): Failure {
  const lines = (step?.lastLines ?? []).map((line) => `  | ${redact(line)}`);
  const reason = redact(error);
  const head =
    step === undefined ? `'${name}' was not built: ${reason}` : `'${name}' was not built: ${atStep(step, reason)}`;
  return new Failure({
    code: 'build-failed',
    message: [head, ...lines].join('\n'),
    fix: fixFor([reason, ...lines].join('\n')),
  });
}

function atStep(step: FailedStep, reason: string): string {
  const exit = /exit code: (\d+)/.exec(`${step.error}\n${reason}`)?.[1];
  return `step '${redact(step.name)}' ${exit === undefined ? `failed: ${reason}` : `ended with exit code ${exit}`}`;
}

const hints: readonly (readonly [RegExp, string])[] = [
  [
    /no space left on device/i,
    "free disk space: 'docker builder prune' and 'docker image prune' remove what can be made again",
  ],
  [
    /connection refused|network is unreachable|name resolution|could not resolve|connection timed out|no route to host|failed to establish a new connection|error sending request|dns error|from versions: none/i,
    "check that the package index is reachable from this machine and has the package; builds use the host's pip settings (PIP_INDEX_URL or pip.conf)",
  ],
  [/certificate/i, 'point SSL_CERT_FILE to a bundle that holds the certificate authority of the package index'],
  [
    /executable file not found|no such file or directory: unknown/i,
    'the image of that stage has no such program: choose another base or another command',
  ],
];

function fixFor(text: string): string {
  const hint = hints.find(([pattern]) => pattern.test(text));
  return hint?.[1] ?? 'mend that step of the Dockerfile, or what it reads, and build again';
}
