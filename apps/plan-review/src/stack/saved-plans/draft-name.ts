import { hostname } from 'node:os';
import { errorCode } from '@slipway/cli';

const DRAFT = '.draft-';

/** How the names of this process's drafts begin: with them, another run knows whose they are. */
export function draftPrefix(environment: string): string {
  return `${DRAFT}${environment}@${hostname()}@${process.pid}-`;
}

/** Whether a folder is the draft of some run. */
export function isDraft(name: string): boolean {
  return name.startsWith(DRAFT);
}

/** Whether the process that a draft belongs to has ended; undefined where that can't be told, as of another machine's. */
export function isOrphaned(name: string): boolean | undefined {
  const [, host, pid] = /@([^@]*)@(\d+)-/.exec(name) ?? [];
  return host === hostname() ? !isAlive(Number(pid)) : undefined;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, and is another user's.
    return errorCode(error) !== 'ESRCH';
  }
}
