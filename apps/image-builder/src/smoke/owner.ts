import { hostname } from 'node:os';
import { errorCode } from '@slipway/cli';

/** The process that containers belong to; they are left over when it is gone. */
export interface Owner {
  readonly host: string;
  readonly pid: number;
  readonly isAlive: (pid: number) => boolean;
}

export const thisProcess: Owner = { host: hostname(), pid: process.pid, isAlive };

/** Signal 0 only asks (POSIX, kill); a process of another user refuses it, and is alive. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** As a label's value. */
export function ownerText({ host, pid }: Owner): string {
  return `${host}:${pid}`;
}

/** Whether the owner in a label was a process of this machine and is gone. Of other machines' nothing can be said. */
export function isGone(text: string, { host, isAlive }: Owner): boolean {
  const colon = text.lastIndexOf(':');
  const pid = Number(text.slice(colon + 1));
  return text.slice(0, colon) === host && Number.isSafeInteger(pid) && pid > 0 && !isAlive(pid);
}
