import { join } from 'node:path';
import { execa } from 'execa';

export const ROOT = join(import.meta.dirname, '..', '..');

export interface Finished {
  readonly exitCode: number | undefined;
  readonly stdout: string;
  /** What it printed on both streams. */
  readonly all: string;
}

/** Runs a command of this workspace as a user would from its root; a failure is a result, not an exception. */
export async function run(
  command: readonly [string, ...string[]],
  options: { readonly environment?: Readonly<Record<string, string>>; readonly cwd?: string } = {},
): Promise<Finished> {
  const [file, ...args] = command;
  const { exitCode, stdout, all } = await execa(file, args, {
    cwd: options.cwd ?? ROOT,
    preferLocal: true,
    localDir: ROOT,
    env: { NODE_OPTIONS: '', CI: 'true', FORCE_COLOR: '0', ...options.environment },
    stdin: 'ignore',
    all: true,
    reject: false,
  });
  return { exitCode, stdout, all };
}

/** What `npx local-cloud env` exports, for dev or another environment. */
export async function cloudEnvironment(...args: readonly string[]): Promise<Record<string, string>> {
  const { stdout, all, exitCode } = await run(['local-cloud', 'env', ...args, '--json']);
  if (exitCode !== 0) throw new Error(all);
  return JSON.parse(stdout) as Record<string, string>;
}
