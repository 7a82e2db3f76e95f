import { errorCode, interrupted } from '@slipway/cli';
import { execa } from 'execa';
import type { BuildSteps } from '../buildkit/build-steps.ts';
import type { BuildEvent } from '../buildkit/build-event.ts';
import { Failure } from '../failure.ts';
import { buildctlFailure } from './buildctl-failure.ts';
import { readProgress } from './raw-progress.ts';

/** Where builds run. */
export interface BuildctlPlace {
  /** As BUILDKIT_HOST has it, such as `tcp://buildkit.test:1234`. */
  readonly address: string;
  /** Folder with `ca.pem`, `cert.pem` and `key.pem`. @default no TLS */
  readonly tlsFolder?: string | undefined;
  /** Variables beside those of this process. @default none */
  readonly environment?: Readonly<Record<string, string>>;
  /** @default `buildctl` on the PATH */
  readonly program?: string;
}

export interface BuildctlRun {
  readonly args: readonly string[];
  /** Folder it runs in. */
  readonly folder: string;
  readonly dockerConfig: string;
  /** Name of the image, for messages. */
  readonly name: string;
  readonly steps: BuildSteps;
  readonly onEvent: (event: BuildEvent) => void;
  readonly signal: AbortSignal;
}

/** Lines of an error that are kept. */
const KEPT_LINES = 20;

/** Runs one build by the command `buildctl`, which is told to end when the signal is aborted. @throws Failure */
export async function buildctl(place: BuildctlPlace, run: BuildctlRun): Promise<void> {
  const { program = 'buildctl' } = place;
  const { folder, dockerConfig, signal } = run;
  if (signal.aborted) throw interrupted();
  const child = execa(program, [...connection(place), ...run.args], {
    cwd: folder,
    env: { DOCKER_CONFIG: dockerConfig, ...place.environment },
    stdin: 'ignore',
    stdout: 'ignore',
    // What it says is read line by line, and may be long.
    buffer: false,
    cancelSignal: signal,
    reject: false,
  });
  const words = await follow(child.iterable({ from: 'stderr' }), run);
  const result = await child;
  if (result.isCanceled) throw interrupted(result);
  if (errorCode(result) === 'ENOENT') throw missing(program, result);
  if (!result.failed) return;
  throw buildctlFailure({ name: run.name, address: place.address, words, step: run.steps.failed });
}

/** Flags that say where a BuildKit is. */
export function connection({ address, tlsFolder }: BuildctlPlace): string[] {
  return [`--addr=${address}`, ...(tlsFolder === undefined ? [] : [`--tlsdir=${tlsFolder}`])];
}

/** Passes progress on and keeps the last other lines: an error is among them. */
async function follow(lines: AsyncIterable<unknown>, { steps, onEvent }: BuildctlRun): Promise<string> {
  let words: string[] = [];
  for await (const said of readProgress(lines)) {
    if ('words' in said) words = [...words, said.words].slice(-KEPT_LINES);
    else for (const event of steps.take(said.trace)) onEvent(event);
  }
  return words.join('\n');
}

export function missing(program: string, cause: unknown): Failure {
  return new Failure({
    code: 'tool-missing',
    message: `BUILDKIT_HOST is set, and there is no command '${program}'`,
    fix: 'install buildctl 0.13 or later (https://github.com/moby/buildkit/releases), or unset BUILDKIT_HOST to build with the Docker engine',
    cause,
  });
}
