import { readFile } from 'node:fs/promises';
import { errorCode } from '../error-code.ts';

/**
 * When a process started, in clock ticks since boot; nothing when it's gone or only waits to be collected.
 * With the process id it names one process for as long as the machine runs, which the id alone does not.
 */
export async function startTicks(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${String(pid)}/stat`, 'utf8').catch(gone);
  return stat === undefined ? undefined : parseStartTicks(stat);
}

/** Field 22 of proc(5)'s stat. The second field is a name in parentheses that may itself hold parentheses and blanks. */
export function parseStartTicks(stat: string): string | undefined {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const state = fields[0];
  return state === 'Z' || state === 'X' ? undefined : fields[19];
}

function gone(cause: unknown): undefined {
  if (['ENOENT', 'ESRCH'].includes(errorCode(cause) ?? '')) return undefined;
  throw cause;
}
