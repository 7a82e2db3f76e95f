import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { orMissing } from './or-missing.ts';

/** Applied plans that are kept of each environment, to look at what was done. */
const KEPT = 10;
const TIME = /-\d{4}-\d{2}-\d{2}T\d{6}\.\d{3}Z$/;

/** Name of an applied plan's folder: names of one environment sort by time. */
export function appliedName(environment: string, at: Date): string {
  return `${environment}-${at.toISOString().replaceAll(':', '')}`;
}

/** Removes all but the newest of each environment: plans hold secrets. */
export async function removeOldApplied(folder: string): Promise<void> {
  const names = ((await orMissing(readdir(folder))) ?? []).filter((name) => TIME.test(name)).sort();
  for (const environment of new Set(names.map(environmentOf))) {
    const applied = names.filter((name) => environmentOf(name) === environment);
    for (const name of applied.slice(0, -KEPT)) await rm(join(folder, name), { recursive: true, force: true });
  }
}

function environmentOf(name: string): string {
  return name.replace(TIME, '');
}
