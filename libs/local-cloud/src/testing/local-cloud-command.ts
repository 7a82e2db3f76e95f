import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

export interface CommandOutcome {
  readonly exitCode: number | null;
  readonly output: string;
  readonly errors: string;
}

const program = join(import.meta.dirname, '..', 'main.ts');

/** Starts the command line as a user would. */
export function startCommand(words: readonly string[], environment: NodeJS.ProcessEnv = process.env): ChildProcess {
  return spawn(process.execPath, [program, ...words], { env: { ...environment, NODE_OPTIONS: undefined } });
}

/** Runs the command line to its end. */
export async function runCommandLine(
  words: readonly string[],
  environment?: NodeJS.ProcessEnv,
): Promise<CommandOutcome> {
  return outcome(startCommand(words, environment));
}

/** What a started command came to. */
export async function outcome(child: ChildProcess): Promise<CommandOutcome> {
  const [output, errors, [exitCode]] = await Promise.all([
    child.stdout === null ? '' : text(child.stdout),
    child.stderr === null ? '' : text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { exitCode, output, errors };
}
