import { readFile, readdir } from 'node:fs/promises';

/** A process and all that it started, directly or not, as they are now. */
export async function processTree(root: number): Promise<number[]> {
  const parents = await parentsOfAll();
  const found = [root];
  // The list grows while it is walked through: every child is asked for its own children.
  for (const pid of found) found.push(...parents.flatMap(([child, parent]) => (parent === pid ? [child] : [])));
  return found;
}

async function parentsOfAll(): Promise<(readonly [pid: number, parent: number])[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  return Promise.all(pids.map(async (pid) => [pid, await parentOf(pid)] as const));
}

/** The fourth field of `stat`; the second one, the name, may hold spaces and parentheses (proc(5)). A process that has ended has none. */
async function parentOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return Number(/^.*\) \S (\d+)/s.exec(stat)?.[1] ?? -1);
}
