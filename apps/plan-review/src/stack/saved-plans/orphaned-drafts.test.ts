import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { diskSavedPlans } from './disk-saved-plans.ts';

const SAVED_PLANS = pathToFileURL(join(import.meta.dirname, 'disk-saved-plans.ts')).href;
const DAY = 24 * 60 * 60 * 1000;

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'drafts-'));
});
afterEach(async () => {
  await rm(root, { recursive: true });
});

/** A run of its own that is in the middle of planning. */
async function planningProcess() {
  const program = `
    const { diskSavedPlans } = await import('${SAVED_PLANS}');
    await diskSavedPlans(${JSON.stringify(root)}).withDraft('prod', async ({ planFile }) => {
      await (await import('node:fs/promises')).writeFile(planFile, 'half a plan');
      console.log('planning');
      await new Promise((resolve) => setTimeout(resolve, 600_000));
    });`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return {
    kill: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** What is in the root while another plan is made. */
async function duringDraft(): Promise<string[]> {
  return await diskSavedPlans(root).withDraft('dev', () => readdir(root));
}

it('are removed by the next run once the process is dead, and not before', async () => {
  const other = await planningProcess();
  try {
    expect(await duringDraft()).toHaveLength(2);
    expect(await readdir(root)).toHaveLength(1);
  } finally {
    await other.kill();
  }
  expect(await duringDraft()).toEqual([expect.stringContaining('.draft-dev')]);
  expect(await readdir(root)).toEqual([]);
});

it('are removed by runs that start at the same time, of which none fails or loses its draft', async () => {
  await (await planningProcess()).kill();
  const found = await Promise.all(
    [1, 2, 3].map(() => diskSavedPlans(root).withDraft('dev', ({ planFile }) => writeFile(planFile, 'plan'))),
  );
  expect(found).toHaveLength(3);
  expect(await readdir(root)).toEqual([]);
});

it('are removed after a day where nobody can tell whose they are', async () => {
  for (const name of ['.draft-prod-old', '.draft-prod-new', 'prod']) await mkdir(join(root, name));
  const before = new Date(Date.now() - 2 * DAY);
  for (const name of ['.draft-prod-old', 'prod']) await utimes(join(root, name), before, before);
  await duringDraft();
  expect((await readdir(root)).sort()).toEqual(['.draft-prod-new', 'prod']);
});
