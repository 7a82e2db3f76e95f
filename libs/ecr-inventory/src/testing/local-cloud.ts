import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Root of the workspace. */
export const ROOT = join(import.meta.dirname, '..', '..', '..', '..');

export interface Finished {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export type Variables = Readonly<Record<string, string>>;

/** Runs a command of this workspace from its root; a failure is a result, not an exception. */
export async function run(command: readonly [string, ...string[]], environment: Variables = {}): Promise<Finished> {
  const [name, ...args] = command;
  const env = { ...process.env, NODE_OPTIONS: '', CI: 'true', FORCE_COLOR: '0', ...environment };
  const file = join(ROOT, 'node_modules', '.bin', name);
  return promisify(execFile)(file, args, { cwd: ROOT, env, maxBuffer: 2 ** 26 }).then(
    ({ stdout, stderr }) => ({ exitCode: 0, stdout, stderr }),
    (error: unknown) => {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { exitCode: code, stdout, stderr };
    },
  );
}

/** What `npx local-cloud env` exports, such as for `dev`, or for `--account` and its digits. It has to be up. */
export async function cloudVariables(...args: readonly string[]): Promise<Variables> {
  const { stdout, stderr, exitCode } = await run(['local-cloud', 'env', ...args, '--json']);
  if (exitCode !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Variables;
}
