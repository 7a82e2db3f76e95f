import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { affectedRows, TARGETS, type AffectedRow } from './affected-table.ts';
import { makeChange } from './make-change.ts';
import { forgottenTasks, tasksThatRun } from './tasks-that-run.ts';
import type { NxState } from './what-runs.ts';
import { cloneWorkspace, type WorkspaceClone } from './workspace-clone.ts';

const PAGE = join(import.meta.dirname, '..', '..', 'docs', 'affected.md');

let clone: WorkspaceClone;
let unchanged: NxState;
let rows: readonly AffectedRow[];

/** Nx caches its graph for the life of a process, so each look is one of its own. */
function look(): NxState {
  clone.forgetHashes();
  return JSON.parse(clone.run('node', [join(import.meta.dirname, 'what-runs.ts'), ...TARGETS])) as NxState;
}

beforeAll(async () => {
  clone = await cloneWorkspace();
  unchanged = look();
  const known = [...Object.keys(unchanged.hashes), ...unchanged.uncached];
  rows = affectedRows(await readFile(PAGE, 'utf8'), new Set(known));
});
afterAll(async () => {
  await clone[Symbol.asyncDispose]();
});

describe('docs/affected.md', () => {
  it('starts from a workspace in which nothing is affected', () => {
    expect(unchanged.affected).toEqual([]);
    expect(rows.length).toBeGreaterThan(10);
  });

  it('says of each change which tasks run; no other task would have another result', async () => {
    const said: unknown[] = [];
    const seen: unknown[] = [];
    for (const { change, tasks } of rows) {
      await makeChange(clone.folder, change);
      const after = look();
      clone.restore();
      const run = tasksThatRun(unchanged, after).filter((task) =>
        TARGETS.some((target) => task.endsWith(`:${target}`)),
      );
      said.push({ change, tasks, forgotten: [] });
      seen.push({ change, tasks: run, forgotten: forgottenTasks(unchanged, after) });
    }
    expect(seen).toEqual(said);
  });
});
