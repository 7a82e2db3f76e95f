import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { memorySavedPlans } from '../testing/memory-saved-plans.ts';
import { diskSavedPlans } from './disk-saved-plans.ts';
import { savedPlansContract } from './saved-plans.contract.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'saved-plans-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

savedPlansContract('saved plans of a test', () => {
  const plans = memorySavedPlans();
  const write = (path: string, content: string) => Promise.resolve(void plans.files.set(path, content));
  return Promise.resolve({ plans, write });
});

savedPlansContract('saved plans on the disk', async () => ({
  plans: diskSavedPlans(join(await mkdtemp(join(folder, 'plans-')), 'plans')),
  write: writeFile,
}));

describe('saved plans on the disk', () => {
  it('are for their user alone: plans hold secrets in clear text', async () => {
    const root = join(folder, 'private', 'plans');
    const plans = diskSavedPlans(root);
    await plans.withDraft('prod', async (draft) => {
      await writeFile(draft.planFile, 'plan', { mode: 0o644 });
      await plans.save('prod', draft, { json: '{}', record: '{}' });
    });
    const names = await readdir(root, { recursive: true });
    expect(names.sort()).toEqual(['prod', 'prod/plan.json', 'prod/plan.tfplan', 'prod/record.json']);
    const modes = await Promise.all(names.map(async (name) => (await stat(join(root, name))).mode & 0o777));
    expect(modes).toEqual([0o700, 0o600, 0o600, 0o600]);
    expect((await stat(root)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, 'private'))).mode & 0o077).not.toBe(0);
  });

  it('keep the last ten applied ones of each environment where another is made: they hold secrets, too', async () => {
    const root = join(folder, 'applied-plans');
    const plans = diskSavedPlans(root);
    const apply = async (environment: string, day: number) => {
      await plans.withDraft(environment, async (draft) => {
        await writeFile(draft.planFile, `plan ${day}`);
        await plans.save(environment, draft, { json: '{}', record: '{}' });
      });
      return await plans.claim(environment, new Date(Date.UTC(2026, 10, day)));
    };
    await apply('prod-eu', 1);
    for (let day = 1; day <= 11; day += 1) await apply('prod', day);
    const newest = await apply('prod', 12);
    expect(await readFile(newest ?? '', 'utf8')).toBe('plan 12');
    await plans.withDraft('dev', () => Promise.resolve());
    const kept = (await readdir(join(root, 'applied'))).sort();
    const days = Array.from({ length: 10 }, (_, index) => String(index + 3).padStart(2, '0'));
    expect(kept).toEqual([...days.map((day) => `prod-2026-11-${day}T000000.000Z`), 'prod-eu-2026-11-01T000000.000Z']);
  });
});
