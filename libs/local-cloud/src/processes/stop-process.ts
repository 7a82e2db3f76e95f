import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from '../error-code.ts';
import { CloudError } from '../cloud-error.ts';
import { isAlive } from './is-alive.ts';

export interface StopOptions {
  readonly pid: number;
  readonly startTicks: string;
  /** Seconds between asking and forcing. */
  readonly patience: number;
}

/** Ends one process, asking first. Does nothing when it's gone. @throws CloudError when it can't be ended. */
export async function stopProcess(options: StopOptions): Promise<void> {
  if (await endedAfter('SIGTERM', options, options.patience)) return;
  if (await endedAfter('SIGKILL', options, 5)) return;
  throw new CloudError(`process ${String(options.pid)} does not end`, {
    fix: `look at it with \`ps -o pid,stat,cmd ${String(options.pid)}\``,
  });
}

async function endedAfter(signal: 'SIGTERM' | 'SIGKILL', target: StopOptions, seconds: number): Promise<boolean> {
  if (!(await isAlive(target))) return true;
  send(signal, target.pid);
  const deadline = Date.now() + seconds * 1000;
  while (Date.now() < deadline) {
    if (!(await isAlive(target))) return true;
    await sleep(50);
  }
  return false;
}

function send(signal: NodeJS.Signals, pid: number): void {
  try {
    process.kill(pid, signal);
  } catch (cause) {
    // It ended between the look and the signal.
    if (errorCode(cause) !== 'ESRCH') throw cause;
  }
}
