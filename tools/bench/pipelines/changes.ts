import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorkspaceClone } from '../../affected/workspace-clone.ts';

const IDENTITY = ['-c', 'user.name=bench', '-c', 'user.email=bench@example.com'];

/** What a pull request does to a clone, before its pipeline runs. */
export interface Change {
  readonly name: string;
  /** Files that get a line more, another one in each round, so that no image is there already. */
  readonly edited: readonly string[];
  /** Files that the base doesn't have. */
  readonly added: readonly string[];
}

export const CHANGES = {
  nothing: { name: 'nothing affected', edited: [], added: [] },
  container: { name: 'one container touched', edited: ['server/main.py'], added: [] },
  // Every project has nx.json among its inputs.
  everything: {
    name: 'everything affected',
    edited: ['server/main.py', 'training/retail_training/__main__.py'],
    added: ['nx.json'],
  },
} as const satisfies Readonly<Record<string, Change>>;

/** Makes the files of a change differ from any round before. */
export async function edit(folder: string, { edited }: Change, round: number): Promise<void> {
  for (const file of edited) await appendFile(join(folder, file), `# round ${round} of process ${process.pid}\n`);
}

/**
 * The commit that a change is compared with: the last one, or one like it without what was added. The latter has no parent, or the last commit would be
 * where both meet.
 */
export function baseOf({ run }: Pick<WorkspaceClone, 'run'>, { added }: Change): string {
  if (added.length === 0) return 'HEAD';
  run('git', ['rm', '--cached', '--quiet', '--', ...added]);
  const tree = run('git', ['write-tree']).trim();
  run('git', ['reset', '--quiet']);
  return run('git', [...IDENTITY, 'commit-tree', tree, '-m', `without ${added.join(', ')}`]).trim();
}
