import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
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
    await mkdir(join(dist, environment));
    await writeFile(join(dist, environment, 'cdk.tf.json'), await configurationOf(fixture));
    await copyFile(join(FIXTURES, `${fixture}.plan.json`), join(dist, 'plans', environment, 'plan.json'));
  }
}

/** A configuration with the resources of a plan, as far as a review compares them. */
async function configurationOf(fixture: string): Promise<string> {
  const plan = JSON.parse(await readFile(join(FIXTURES, `${fixture}.plan.json`), 'utf8')) as {
    readonly configuration: {
      readonly root_module: { readonly resources?: readonly { type: string; name: string }[] };
    };
  };
  const resource: Record<string, Record<string, object>> = {};
  for (const { type, name } of plan.configuration.root_module.resources ?? [])
    resource[type] = { ...resource[type], [name]: {} };
  return JSON.stringify({ resource });
}

describe('writeReview', () => {
  it('writes one comment for all plans, also where they are blocked', async () => {
    await saved({ dev: 'create', prod: 'destroy' });
    const { exitCode, changed, summary = '' } = await writeReview(['dev', 'prod'], { dist, stacks: dist });
    expect({ exitCode, changed }).toEqual({ exitCode: 5, changed: true });
    const comment = await readFile(join(dist, 'ci', 'review.md'), 'utf8');
    expect(comment).toMatch(/^<!-- slipway-plan-review -->\n/);
    expect(comment).toContain('dev');
    expect(comment).toContain('prod');
    expect(await readFile(summary, 'utf8')).toContain('prod');
  }, 60_000);

  it('says that nothing changes', async () => {
    await saved({ dev: 'nothing' });
    expect(await writeReview(['dev'], { dist, stacks: dist })).toMatchObject({ exitCode: 0, changed: false });
  }, 60_000);

  it('has no review where a plan is missing', async () => {
    await saved({ dev: 'create' });
    const { exitCode, summary } = await writeReview(['dev', 'prod'], { dist, stacks: dist });
    expect({ exitCode, summary }).toEqual({ exitCode: 2, summary: undefined });
  }, 60_000);
});
