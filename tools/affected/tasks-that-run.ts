import type { NxState } from './what-runs.ts';

/** Tasks such as `server:image` that a change makes run: affected ones, without those whose result in the cache still counts. */
export function tasksThatRun(before: NxState, after: NxState): string[] {
  const affected = new Set(after.affected);
  const anew = [...changedTasks(before, after), ...after.uncached];
  return anew.filter((task) => affected.has(projectOf(task))).sort();
}

/** Tasks that a change would give another result, and that nothing runs because their project does not count as affected. */
export function forgottenTasks(before: NxState, after: NxState): string[] {
  const affected = new Set(after.affected);
  return changedTasks(before, after).filter((task) => !affected.has(projectOf(task)));
}

function changedTasks(before: NxState, after: NxState): string[] {
  return Object.keys(after.hashes).filter((task) => after.hashes[task] !== before.hashes[task]);
}

function projectOf(task: string): string {
  return task.slice(0, task.lastIndexOf(':'));
}
