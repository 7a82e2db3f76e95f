import { copyFile, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { writeReview } from './write-review.ts';

/** Plans that Terraform made in the local cloud. */
const FIXTURES = join(import.meta.dirname, '..', '..', '..', 'apps', 'plan-review', 'fixtures');

let dist = '';
beforeEach(async () => {
  dist = await mkdtemp(join(tmpdir(), 'review-'));
});
afterEach(async () => {
  await rm(dist, { recursive: true });
});

async function saved(plans: Readonly<Record<string, string>>): Promise<void> {
  for (const [environment, fixture] of Object.entries(plans)) {
    await mkdir(join(dist, 'plans', environment), { recursive: true });
    await copyFile(join(FIXTURES, `${fixture}.plan.json`), join(dist, 'plans', environment, 'plan.json'));
  }
}

describe('writeReview', () => {
  it('writes one comment for all plans, also where they are blocked', async () => {
    await saved({ dev: 'create', prod: 'destroy' });
    const { exitCode, changed, summary = '' } = await writeReview(['dev', 'prod'], dist);
    expect({ exitCode, changed }).toEqual({ exitCode: 5, changed: true });
    const comment = await readFile(join(dist, 'ci', 'review.md'), 'utf8');
    expect(comment).toMatch(/^<!-- slipway-plan-review -->\n/);
    expect(comment).toContain('dev');
    expect(comment).toContain('prod');
    expect(await readFile(summary, 'utf8')).toContain('prod');
  }, 60_000);

  it('says that nothing changes', async () => {
    await saved({ dev: 'nothing' });
    expect(await writeReview(['dev'], dist)).toMatchObject({ exitCode: 0, changed: false });
  }, 60_000);

  it('has no review where a plan is missing', async () => {
    await saved({ dev: 'create' });
    const { exitCode, summary } = await writeReview(['dev', 'prod'], dist);
    expect({ exitCode, summary }).toEqual({ exitCode: 2, summary: undefined });
  }, 60_000);
});
