import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { errorMessage } from '@slipway/cli';
import { StackFailure } from '../failure.ts';

export interface Process {
  readonly command: readonly [string, ...string[]];
  /** @default the folder of this process */
  readonly cwd?: string;
  /** Added to the variables of this process. @default none */
  readonly variables?: Readonly<Record<string, string>>;
  /** Called with each line of standard output. @default it is only collected */
  readonly onLine?: (line: string) => void;
}

export interface Ended {
  /** Undefined where a signal ended it. */
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

export type RunProcess = (process: Process) => Promise<Ended>;

/**
 * Runs programs to their end. They are in a group of their own, so that Ctrl-C reaches them once, through us: Terraform takes a second
 * one as the order to drop what it is doing.
 * @param signal interrupts the program, which may still tidy up
 */
export function processRunner(signal: AbortSignal): RunProcess {
  return async ({ command: [file, ...args], cwd = '.', variables = {}, onLine }) => {
    const env = { ...process.env, ...variables };
    const child = spawn(file, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const interrupt = () => child.kill('SIGINT');
    signal.addEventListener('abort', interrupt);
    if (onLine !== undefined) createInterface({ input: child.stdout }).on('line', onLine);
    const exit = new Promise<number | undefined>((resolve, reject) => {
      child.once('error', (cause) => {
        reject(missing(file, cause));
      });
      child.once('exit', (code) => {
        resolve(code ?? undefined);
      });
    });
    try {
      const [stdout, stderr, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
      if (signal.aborted) throw interrupted(file);
      return { exitCode, stdout, stderr };
    } finally {
      signal.removeEventListener('abort', interrupt);
    }
  };
}

/** Not the words of other commands: what Terraform did before it heard us stays done. */
function interrupted(file: string) {
  return new StackFailure({
    code: 'interrupted',
    message: `'${file}' was interrupted`,
    fix: 'run the command again; plan again where something was being applied',
  });
}

function missing(file: string, cause: unknown) {
  return new StackFailure({
    code: 'missing-program',
    message: `'${file}' can't be run: ${errorMessage(cause)}`,
    fix: `install ${file}, and have it in the PATH`,
    cause,
  });
}
