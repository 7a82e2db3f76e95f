import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROOT, cloudVariables, run } from '@slipway/ecr-inventory/testing';
import type { Variables } from '@slipway/ecr-inventory/testing';
import type { Review } from '@slipway/plan-review';
import { makePlan } from '../fixtures/make-plan.ts';
import { terraformIn, withoutAddresses } from '../fixtures/terraform-in.ts';

/** Of its own in the local cloud: nothing else is there. */
const ACCOUNT = '777788889999';
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plan-review-e2e-'));
  await synthesize('bootstrap');
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function synthesize(project: string): Promise<void> {
  const variables = { CDKTF_OUTDIR: join(folder, 'out') };
  const { exitCode, stderr } = await run(['node', 'tools/synth/main.ts', project], variables);
  if (exitCode !== 0) throw new Error(stderr);
}

/** Path of a stack's configuration. */
function configurationOf(stack: string): string {
  return join(folder, 'out', 'stacks', stack, 'cdk.tf.json');
}

/** A plan of a stack that this repository has, as if nothing were deployed. */
async function planStack(stack: string, variables: Variables): Promise<string> {
  const work = await mkdtemp(join(folder, 'work-'));
  await copyFile(configurationOf(stack), join(work, 'cdk.tf.json'));
  await writeFile(join(work, 'backend_override.tf.json'), JSON.stringify({ terraform: { backend: { local: {} } } }));
  const terraform = terraformIn(work, variables);
  await terraform('init', '-input=false');
  await terraform('plan', '-out=plan', '-input=false');
  return withoutAddresses(await terraform('show', '-json', 'plan'));
}

async function review(stack: string, plan: string, flags: readonly string[] = []) {
  const file = join(folder, `${stack}.json`);
  await writeFile(file, plan);
  const { exitCode, stdout, stderr } = await run(['plan-review', '--stack', `${stack}=${file}`, ...flags, '--json']);
  return { exitCode, stderr, review: JSON.parse(stdout) as Review };
}

describe('plan-review of plans that Terraform makes now', () => {
  it.each(['bootstrap-dev', 'bootstrap-prod'])('finds the new trust in %s, and nothing that blocks', async (stack) => {
    const variables = await cloudVariables(stack.slice('bootstrap-'.length));
    const { exitCode, review: found } = await review(stack, await planStack(stack, variables));
    expect(found.verdict).toBe('attention');
    expect([...new Set(found.findings.map(({ rule }) => rule))]).toEqual(['oidc-trust']);
    const words = found.stacks[0]?.changes.flatMap((change) => change.words) ?? [];
    expect(words).toContain('role mlops-cicd-role can now push to and pull from mlops/retail-api, mlops/train-model');
    expect(exitCode).toBe(0);
  });

  it('lets prod be created where the configuration shows that nothing but its own ARNs is unknown', async () => {
    await synthesize('prod');
    const plan = await planStack('prod', await cloudVariables('prod'));
    const unknown = await review('prod', plan);
    expect([unknown.exitCode, unknown.review.verdict]).toEqual([5, 'blocked']);
    const known = await review('prod', plan, ['--configuration', `prod=${configurationOf('prod')}`]);
    expect([known.exitCode, known.review.verdict]).toEqual([0, 'attention']);
    const words = known.review.stacks[0]?.changes.flatMap((change) => change.words).join('\n');
    expect(words).toMatch(
      /service events\.amazonaws\.com can now use sns:Publish on .* if aws:SourceArn ArnEquals aws_/,
    );
  });

  it('blocks the replacement of a repository', async () => {
    const scenario = join(ROOT, 'apps', 'plan-review', 'fixtures', 'configs', 'replace');
    const work = await mkdtemp(join(folder, 'replace-'));
    const plan = await makePlan({ scenario, folder: work, variables: await cloudVariables('--account', ACCOUNT) });
    const { exitCode, stderr, review: found } = await review('prod', plan);
    expect(found.findings.map(({ rule }) => rule)).toEqual(['repository-destroyed', 'settings-lost']);
    expect(exitCode).toBe(5);
    expect(stderr).toContain('1 finding blocks these plans');
  });
});
