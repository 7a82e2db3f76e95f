import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { CloudError } from '../cloud-error.ts';
import { startTicks } from './start-ticks.ts';

export interface StartOptions {
  readonly command: string;
  readonly arguments: readonly string[];
  /** The whole environment of the process. */
  readonly environment: NodeJS.ProcessEnv;
  readonly logFile: string;
}

/**
 * Starts a process that outlives us and a Ctrl-C in our terminal; its output goes to the log.
 * @throws CloudError when it can't be started.
 */
export async function startProcess(options: StartOptions): Promise<{ pid: number; startTicks: string }> {
  const pid = await spawnDetached(options);
  // One that is gone already has none, and thus never counts as running.
  return { pid, startTicks: (await startTicks(pid)) ?? '' };
}

async function spawnDetached({ command, environment, logFile, ...options }: StartOptions): Promise<number> {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'a');
  try {
    const child = spawn(command, options.arguments, { detached: true, env: environment, stdio: ['ignore', log, log] });
    await once(child, 'spawn');
    child.unref();
    return processId(child.pid);
  } catch (cause) {
    throw new CloudError(`"${command}" can't be started`, { fix: 'check that it is installed', cause });
  } finally {
    closeSync(log);
  }
}

function processId(pid: number | undefined): number {
  if (pid === undefined) throw new Error('a spawned process has no id');
  return pid;
}
