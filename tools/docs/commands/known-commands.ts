import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadPrograms } from '../cli/load-programs.ts';
import type { Known } from './command-problem.ts';
import { nxTargets } from './nx-targets.ts';

/** What can be called in the workspace. */
export async function knownCommands(root: string): Promise<Known> {
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { scripts: object };
  return {
    programs: await loadPrograms(root),
    targets: await nxTargets(root),
    scripts: new Set(Object.keys(scripts)),
  };
}
